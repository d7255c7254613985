import CKeptMemory
package import Domain
import Glibc
package import Load
import Synchronization

/// Threads of their own for password hashing, at a lower priority than everything else: sign-ins that saturate the cores
/// leave the hot path its time. What is urgent goes first; else queued work runs in the order it came.
package final class HashThreads: HashPool {
    private struct Task: Sendable {
        let work: @Sendable () -> Void
        let turnedAway: @Sendable () -> Void
    }

    private struct State {
        var queue: WorkQueue<Task>
        var isStopped = false
    }

    package let meter: QueueMeter
    private let state: Mutex<State>
    private let available = WorkSignal()
    private let clock: TimeSource
    private static let keepSeconds = 2

    package init(threads: Int, _ rules: QueueRules, clock: @escaping TimeSource = Monotonic.system) {
        let meter = QueueMeter("hash", classes: Priority.names)
        self.meter = meter
        self.clock = clock
        state = Mutex(State(queue: WorkQueue(classes: Priority.allCases.count, rules, meter: meter)))
        for _ in 0..<max(1, threads) { startThread() }
    }

    package func refuses(as priority: Priority) -> Bool { meter.refuses(priority.rawValue) }

    package func submit(
        as priority: Priority, _ work: @escaping @Sendable () -> Void, turnedAway: @escaping @Sendable () -> Void
    ) {
        let now = clock()
        let accepted = state.withLock { state in
            guard !state.isStopped else { return false }
            return state.queue.put(Task(work: work, turnedAway: turnedAway), in: priority.rawValue, at: now)
        }
        if accepted { available.signal() } else { turnedAway() }
    }

    /// No further work is taken; what waits is dropped.
    package func stop() {
        state.withLock { state in
            state.isStopped = true
            _ = state.queue.take(atMost: .max, at: clock())
        }
    }

    private func next() -> (@Sendable () -> Void)? {
        let now = clock()
        let taken = state.withLock { $0.queue.take(atMost: 1, at: now) }
        for task in taken.turnedAway { task.turnedAway() }
        return taken.items.first?.work
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
