import Domain
import Glibc
import Load

/// A bounded queue between whoever calls the store and the threads that serve it: what is urgent goes first, and what can't be
/// served in time is turned away.
final class Mailbox<Item: Sendable>: @unchecked Sendable {
    enum Taken {
        /// What to do, and what waited too long to be done; both empty when the wait was over first.
        case items([Item], turnedAway: [Item])
        /// Closed, and nothing is left.
        case closed
    }

    private let clock: TimeSource
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private let filled: UnsafeMutablePointer<pthread_cond_t>
    private var queue: WorkQueue<Item>
    private var waiting = 0
    private var isClosed = false

    init(_ rules: QueueRules, meter: QueueMeter, clock: @escaping TimeSource = Monotonic.system) {
        self.clock = clock
        queue = WorkQueue(classes: Priority.allCases.count, rules, meter: meter)
        mutex = .allocate(capacity: 1)
        filled = .allocate(capacity: 1)
        pthread_mutex_init(mutex, nil)
        var attributes = pthread_condattr_t()
        pthread_condattr_init(&attributes)
        pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
        pthread_cond_init(filled, &attributes)
        pthread_condattr_destroy(&attributes)
    }

    deinit {
        pthread_cond_destroy(filled)
        pthread_mutex_destroy(mutex)
        filled.deallocate()
        mutex.deallocate()
    }

    /// False: turned away, or closed.
    func put(_ item: Item, as priority: Priority = .first) -> Bool {
        let now = clock()
        pthread_mutex_lock(mutex)
        guard !isClosed, queue.put(item, in: priority.rawValue, at: now) else {
            pthread_mutex_unlock(mutex)
            return false
        }
        let wake = waiting > 0
        pthread_mutex_unlock(mutex)
        if wake { pthread_cond_signal(filled) }
        return true
    }

    /// Waits until there is something, but no longer than to `deadline` (monotonic nanoseconds). `share` says how many to take
    /// of how many there are.
    func take(until deadline: Int64? = nil, _ share: (Int) -> Int) -> Taken {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while queue.count == 0 {
            if isClosed { return .closed }
            guard wait(until: deadline) else { return .items([], turnedAway: []) }
        }
        let taken = queue.take(atMost: max(1, share(queue.count)), at: clock())
        return .items(taken.items, turnedAway: taken.turnedAway)
    }

    /// What waits is still taken; nothing more comes in.
    func close() {
        pthread_mutex_lock(mutex)
        isClosed = true
        pthread_mutex_unlock(mutex)
        pthread_cond_broadcast(filled)
    }

    var count: Int {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return queue.count
    }

    /// False when the deadline has passed.
    private func wait(until deadline: Int64?) -> Bool {
        waiting += 1
        defer { waiting -= 1 }
        guard let deadline else {
            pthread_cond_wait(filled, mutex)
            return true
        }
        var time = timespec(tv_sec: Int(deadline / 1_000_000_000), tv_nsec: Int(deadline % 1_000_000_000))
        return pthread_cond_timedwait(filled, mutex, &time) != ETIMEDOUT
    }
}
