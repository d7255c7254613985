import Glibc

/// The few small files that the program itself reads and makes.
enum Files {
    /// A setting's, token's or list's file is no longer than this.
    private static let maximumBytes = 1 << 20

    /// Nil when it can't be read, is too long or no UTF-8.
    static func text(_ path: String) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16 << 10)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            guard count >= 0, bytes.count + count <= maximumBytes else { return nil }
            if count == 0 { return String(validating: bytes, as: UTF8.self) }
            bytes += buffer[..<count]
        }
    }

    /// Whether anybody but the owner can read it.
    static func isOpenToOthers(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & 0o077 != 0
    }

    /// Whether it is this user's, or root's, who can read it anyway.
    static func isOwn(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && (status.st_uid == geteuid() || status.st_uid == 0)
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// A new file of this user's alone, durable when this returns.
    static func create(_ path: String, _ text: String) throws(StartError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure(path, "can't be made") }
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        guard write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
            throw failure(path, "can't be written")
        }
    }

    /// The folder, 0700, made if it is not there; refused when others can look into it.
    static func makeFolder(_ path: String) throws(StartError) {
        if mkdir(path, 0o700) != 0, errno != EEXIST { throw failure(path, "can't be made") }
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { throw failure(path, "is no folder") }
        guard status.st_uid == geteuid() else { throw StartError(message: "\(path) belongs to another user") }
        guard status.st_mode & 0o077 == 0 else {
            throw StartError(message: "\(path) is open to other users; chmod 700 it first")
        }
    }

    private static func failure(_ path: String, _ what: String) -> StartError {
        StartError(message: "\(path) \(what): \(String(cString: strerror(errno)))")
    }
}
