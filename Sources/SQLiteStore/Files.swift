import Glibc

/// The text of an errno, from a buffer of the caller's: `strerror` itself isn't thread-safe.
func errorText(_ code: Int32) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 128) { buffer in
        guard let start = buffer.baseAddress, strerror_r(code, start, buffer.count) == 0 else { return "errno \(code)" }
        return String(cString: start)
    }
}

/// The files of a data folder that belong to the store.
struct StoreFiles {
    let folder: String

    init(_ folder: String) {
        var folder = folder
        while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        self.folder = folder
    }

    var accounts: String { "\(folder)/accounts.sqlite" }
    var keys: String { "\(folder)/keys.sqlite" }
    var lock: String { "\(folder)/accountd.lock" }

    func makeFolder() throws(SQLiteStoreError) {
        guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw SQLiteStoreError(errno: errno, folder) }
    }

    /// SQLite gives a file's mode to its log and shared memory too, so making it private first is enough.
    static func makePrivate(_ path: String) throws(SQLiteStoreError) {
        let descriptor = Glibc.open(path, O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw SQLiteStoreError(errno: errno, path) }
        defer { Glibc.close(descriptor) }
        guard fchmod(descriptor, 0o600) == 0 else { throw SQLiteStoreError(errno: errno, path) }
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Makes a file, or a folder's entries, durable.
    static func sync(_ path: String) throws(SQLiteStoreError) {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SQLiteStoreError(errno: errno, path) }
        defer { Glibc.close(descriptor) }
        guard fsync(descriptor) == 0 else { throw SQLiteStoreError(errno: errno, path) }
    }

    static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
