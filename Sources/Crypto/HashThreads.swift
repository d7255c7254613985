import CKeptMemory
import Domain
import Glibc
import Synchronization

/// Threads of their own for password hashing, at a lower priority than everything else: sign-ins that saturate the cores
/// leave the hot path its time. Queued work runs in the order it came.
package final class HashThreads: HashPool {
    private struct State {
        var waiting: [@Sendable () -> Void] = []
        var head = 0
        var isStopped = false
    }

    private let state = Mutex(State())
    private let available = WorkSignal()
    private let limit: Int
    private static let keepSeconds = 2

    /// `queue` is how many hashes may wait before `submit` refuses.
    package init(threads: Int, queue: Int) {
        limit = queue
        for _ in 0..<max(1, threads) { startThread() }
    }

    package func submit(_ work: @escaping @Sendable () -> Void) -> Bool {
        let accepted = state.withLock { state in
            guard !state.isStopped, state.waiting.count - state.head < limit else { return false }
            state.waiting.append(work)
            return true
        }
        if accepted { available.signal() }
        return accepted
    }

    /// No further work is taken; what waits is dropped.
    package func stop() {
        state.withLock { state in
            state.isStopped = true
            state.waiting.removeAll()
            state.head = 0
        }
    }

    private func next() -> (@Sendable () -> Void)? {
        state.withLock { state in
            guard state.head < state.waiting.count else { return nil }
            let work = state.waiting[state.head]
            state.head += 1
            if state.head == state.waiting.count || state.head >= 1_024 {
                state.waiting.removeFirst(state.head)
                state.head = 0
            }
            return work
        }
    }

    private func run() {
        // Per thread on Linux: 10 steps nicer than the threads that answer.
        _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10)
        accountd_keep_memory()
        while true {
            // The memory of the last hash serves the next one; nobody signing in for a while, it is given back.
            if accountd_kept_bytes() == 0 || !available.wait(seconds: Self.keepSeconds) {
                accountd_release_memory()
                available.wait()
            }
            if let work = next() { work() }
        }
    }

    private func startThread() {
        var thread = pthread_t()
        let box = Unmanaged.passRetained(self)
        let started = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                Unmanaged<HashThreads>.fromOpaque(argument).takeRetainedValue().run()
                return nil
            }, box.toOpaque())
        if started == 0 { pthread_detach(thread) } else { box.release() }
    }
}

/// A counting semaphore; the one place that owns a `sem_t`.
private final class WorkSignal: @unchecked Sendable {
    private let semaphore: UnsafeMutablePointer<sem_t>

    init() {
        semaphore = .allocate(capacity: 1)
        sem_init(semaphore, 0, 0)
    }

    deinit {
        sem_destroy(semaphore)
        semaphore.deallocate()
    }

    func signal() { sem_post(semaphore) }
    func wait() { while sem_wait(semaphore) != 0 {} }

    /// False when nothing came in that time.
    func wait(seconds: Int) -> Bool {
        var until = timespec()
        clock_gettime(CLOCK_REALTIME, &until)
        until.tv_sec += seconds
        while sem_timedwait(semaphore, &until) != 0 {
            guard errno == EINTR else { return false }
        }
        return true
    }
}
