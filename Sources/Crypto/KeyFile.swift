import Glibc

/// One key in one file: 32 raw bytes, mode 0400, never rewritten.
enum KeyFile {
    /// A fresh random key. Durable, but for its name in the folder.
    static func create(_ path: String) throws(CryptoError) {
        var bytes = Sodium.randomBytes(SecretKey.byteCount)
        defer { Sodium.wipe(&bytes) }
        try write(bytes, to: path)
    }

    /// The same with bytes of the caller's.
    static func write(_ bytes: [UInt8], to path: String) throws(CryptoError) {
        let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o400)
        guard descriptor >= 0 else { throw .file(path, errno: errno) }
        defer { close(descriptor) }
        // Whatever mask the caller has.
        guard fchmod(descriptor, 0o400) == 0 else { throw .file(path, errno: errno) }
        let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        guard written == bytes.count, fsync(descriptor) == 0 else { throw .file(path, errno: errno) }
    }

    /// Refuses what somebody else could have read or put there.
    static func load(_ path: String) throws(CryptoError) -> SecretKey {
        let descriptor = Glibc.open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw openFailure(path, errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .file(path, errno: errno) }
        guard status.st_mode & S_IFMT == S_IFREG, status.st_size == SecretKey.byteCount else { throw .malformed(path) }
        guard isPrivate(status) else { throw .exposed(path) }
        guard let key = SecretKey(fill: { read(descriptor, $0.baseAddress, $0.count) == $0.count }) else {
            throw .malformed(path)
        }
        return key
    }

    /// Nobody but this user may read it, and nobody at all write it.
    private static func isPrivate(_ status: stat) -> Bool {
        status.st_uid == geteuid() && status.st_mode & 0o7777 == 0o400
    }

    private static func openFailure(_ path: String, _ code: Int32) -> CryptoError {
        switch code {
        case ENOENT: .missing(path)
        case ELOOP: .malformed(path)
        default: .file(path, errno: code)
        }
    }
}
