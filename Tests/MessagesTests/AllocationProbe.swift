import CMallocProbe
import Glibc

/// Says whether a piece of code asks malloc for memory.
///
/// It runs in a forked child, where no other thread allocates. glibc has no counter, but: once the thread's cache of freed
/// small blocks is emptied, a block taken and freed again stays in that cache, and `mallinfo2` goes on counting it as taken.
enum AllocationProbe {
    static let largestSmallBlockBytes = 1_032

    /// Whether `body` allocates when it runs for the second time; nil where the child could not tell.
    static func allocates(_ body: () -> Void) -> Bool? {
        // Once here: the child must not wait for a lock of the Swift runtime that some other thread held at the fork.
        body()
        let child = fork()
        if child == 0 {
            alarm(60)
            emptyTheCache()
            let before = malloc_probe_bytes_taken()
            body()
            let after = malloc_probe_bytes_taken()
            _exit(after == before ? 10 : 11)
        }
        guard child > 0 else { return nil }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        guard status & 0x7F == 0 else { return nil }
        return [10: false, 11: true][(status >> 8) & 0xFF]
    }

    /// Takes, and keeps, more blocks of every small size than the cache can hold.
    private static func emptyTheCache() {
        for size in stride(from: 8, through: largestSmallBlockBytes, by: 16) {
            for _ in 0..<64 { _ = malloc(size) }
        }
    }
}
