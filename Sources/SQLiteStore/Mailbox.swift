import Glibc

/// A bounded queue between whoever calls the store and the threads that serve it.
final class Mailbox<Item: Sendable>: @unchecked Sendable {
    enum Taken {
        /// Empty when the wait was over first.
        case items(ArraySlice<Item>)
        /// Closed, and nothing is left.
        case closed
    }

    private let limit: Int
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private let filled: UnsafeMutablePointer<pthread_cond_t>
    private var items: [Item] = []
    /// Items before this one are taken already.
    private var head = 0
    private var waiting = 0
    private var isClosed = false

    init(limit: Int) {
        self.limit = limit
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

    /// False: full, or closed.
    func put(_ item: Item) -> Bool {
        pthread_mutex_lock(mutex)
        guard !isClosed, items.count - head < limit else {
            pthread_mutex_unlock(mutex)
            return false
        }
        items.append(item)
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
        while items.count == head {
            if isClosed { return .closed }
            guard wait(until: deadline) else { return .items([]) }
        }
        let count = max(1, min(items.count - head, share(items.count - head)))
        let taken = items[head..<head + count]
        if head + count == items.count {
            items = []
            head = 0
        } else {
            head += count
            // Frees what was taken before the array has grown to twice what waits.
            if head * 2 > items.count {
                items.removeFirst(head)
                head = 0
            }
        }
        return .items(taken)
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
        return items.count - head
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

/// Nanoseconds that only go forwards.
func monotonicNanoseconds() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
}
