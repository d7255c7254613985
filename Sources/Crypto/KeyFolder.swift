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
        try KeyFolder.sync(staging.path)
        guard rename(staging.path, path) == 0 else { throw .file(path, errno: errno) }
        try KeyFolder.sync(parent)
    }

    /// Refuses a folder in which another user could read or swap files.
    func check() throws(CryptoError) {
        var status = stat()
        guard lstat(path, &status) == 0 else { throw .file(path, errno: errno) }
        guard status.st_mode & S_IFMT == S_IFDIR else { throw .malformed(path) }
        guard KeyFile.isPrivate(status) else { throw .exposed(path) }
    }

    private var parent: String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private func isAbsentOrEmpty() throws(CryptoError) -> Bool {
        guard let folder = opendir(path) else {
            if errno == ENOENT { return true }
            throw errno == ENOTDIR ? .malformed(path) : .file(path, errno: errno)
        }
        defer { closedir(folder) }
        var entries = 0
        while readdir(folder) != nil { entries += 1 }
        return entries <= 2  // "." and ".."
    }

    private static func sync(_ path: String) throws(CryptoError) {
        let descriptor = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .file(path, errno: errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .file(path, errno: errno) }
    }
}
