import Glibc
import Synchronization

/// Keeps a second process, or a second store in this one, out of a data folder. The kernel lets go of it when the process ends,
/// however it ends; the file itself stays.
final class LockFile: Sendable {
    private let descriptor: Mutex<Int32>

    init(_ path: String) throws(SQLiteStoreError) {
        let opened = Glibc.open(path, O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard opened >= 0 else { throw SQLiteStoreError(errno: errno, path) }
        descriptor = Mutex(opened)
        guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            release()
            guard code != EWOULDBLOCK else {
                throw SQLiteStoreError(
                    message: "\(path): another accountd works in this folder; stop it first", isLocked: true)
            }
            throw SQLiteStoreError(errno: code, path)
        }
    }

    func release() {
        descriptor.withLock { descriptor in
            guard descriptor >= 0 else { return }
            // Closing alone doesn't let go while a child that is just being started has a copy.
            flock(descriptor, LOCK_UN)
            Glibc.close(descriptor)
            descriptor = -1
        }
    }

    deinit { release() }
}
