import Glibc

/// The folder that holds all keys of a server. It appears whole or not at all: made beside its place, made durable, then renamed.
/// So a key that is missing later was lost, and is never silently replaced.
struct KeyFolder {
    let path: String

    init(_ path: String) {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        self.path = path
    }

    func file(_ name: String) -> String { "\(path)/\(name)" }

    /// Makes the folder with a fresh key under each name, unless it stands already.
    func createIfAbsent(names: [String]) throws(CryptoError) {
        guard try isAbsentOrEmpty() else { return }
        let staging = KeyFolder(path + ".new")
        // Left by a start that was cut off: nothing was ever sealed under these.
        for name in names { unlink(staging.file(name)) }
        rmdir(staging.path)
        guard mkdir(staging.path, 0o700) == 0 else { throw .file(staging.path, errno: errno) }
        for name in names { try KeyFile.create(staging.file(name)) }
        try staging.sync()
        guard rename(staging.path, path) == 0 else { throw .file(path, errno: errno) }
        try KeyFolder(parent).sync()
    }

    /// Refuses a folder in which another user could read or swap files.
    func check() throws(CryptoError) {
        var status = stat()
        guard lstat(path, &status) == 0 else { throw .file(path, errno: errno) }
        guard status.st_mode & S_IFMT == S_IFDIR else { throw .malformed(path) }
        guard status.st_uid == geteuid(), status.st_mode & 0o077 == 0 else { throw .exposedFolder(path) }
    }

    private var parent: String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private func isAbsentOrEmpty() throws(CryptoError) -> Bool {
        do throws(CryptoError) {
            return try names().isEmpty
        } catch {
            if case .file(_, ENOENT) = error { return true }
            throw error
        }
    }

    /// What lies in it.
    func names() throws(CryptoError) -> [String] {
        guard let folder = opendir(path) else {
            throw errno == ENOTDIR ? .malformed(path) : .file(path, errno: errno)
        }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { start in
                start.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// A file that appears whole or not at all, and durably: `make` gets a name beside its own.
    func put(_ name: String, _ make: (String) throws(CryptoError) -> Void) throws(CryptoError) {
        let staged = file(name + ".new")
        // Left by a command that was cut off: no value was ever sealed under it.
        unlink(staged)
        try make(staged)
        guard rename(staged, file(name)) == 0 else { throw .file(file(name), errno: errno) }
        try sync()
    }

    /// Runs it while no other command changes the folder.
    func whileAlone<Result>(_ body: () throws(CryptoError) -> Result) throws(CryptoError) -> Result {
        let descriptor = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .file(path, errno: errno) }
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_EX) == 0 else { throw .file(path, errno: errno) }
        return try body()
    }

    func sync() throws(CryptoError) {
        let descriptor = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .file(path, errno: errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .file(path, errno: errno) }
    }
}
