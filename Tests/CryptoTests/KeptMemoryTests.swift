import Crypto
import Dispatch
import Domain
import Glibc
import Load
import Synchronization
import Testing

@Suite struct KeptMemoryTests {
    /// Minor page faults of the calling thread so far.
    private static var faults: Int {
        var usage = rusage()
        getrusage(__rusage_who_t(1 /* RUSAGE_THREAD */), &usage)
        return Int(usage.ru_minflt)
    }

    @Test func aHashThreadsNextHashTakesTheMemoryOfTheLast() throws {
        let hasher = try Argon2idHasher(memoryKiB: 7_168, passes: 5)
        let pool = HashThreads(threads: 1, .bounded(16))
        let counts = Mutex<[Int]>([])
        let done = DispatchSemaphore(value: 0)
        for _ in 0..<6 {
            pool.submit(as: .first) {
                let before = Self.faults
                let phc = hasher.hash(Array("correct horse battery staple".utf8)) ?? ""
                let isRight = hasher.verify(Array("correct horse battery staple".utf8), against: phc)
                counts.withLock { $0.append(isRight ? Self.faults - before : Int.max) }
                done.signal()
            } turnedAway: {
                Issue.record("there was room")
                done.signal()
            }
        }
        for _ in 0..<6 { done.wait() }
        // 7 MiB are 1,792 pages; each try hashes twice.
        #expect(counts.withLock { $0.dropFirst() }.allSatisfy { $0 < 400 })
        pool.stop()
    }
}
