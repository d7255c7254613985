import CLinux
import Glibc

/// What a shard waits on: an epoll set with a timerfd in it.
struct Poller {
    /// What an event is about.
    enum Token {
        static let listener = UInt64.max
        static let mailbox = UInt64.max - 1
        static let timer = UInt64.max - 2
    }

    static let readable = EPOLLIN.rawValue | EPOLLRDHUP.rawValue
    static let writable = EPOLLOUT.rawValue
    static let failed = EPOLLERR.rawValue | EPOLLHUP.rawValue

    let descriptor: Int32
    private let timer: Int32
    private let events: UnsafeMutablePointer<epoll_event>
    private static let capacity = 512

    init(mailbox: Int32) throws(TransportError) {
        descriptor = epoll_create1(Int32(EPOLL_CLOEXEC))
        timer = timerfd_create(CLOCK_MONOTONIC, Int32(TFD_NONBLOCK | TFD_CLOEXEC))
        events = .allocate(capacity: Poller.capacity)
        guard descriptor >= 0, timer >= 0, add(mailbox, Token.mailbox, EPOLLIN.rawValue),
            add(timer, Token.timer, EPOLLIN.rawValue)
        else { throw Sockets.failure("an epoll set can't be made") }
    }

    func closeAll() {
        for descriptor in [descriptor, timer] where descriptor >= 0 { close(descriptor) }
        events.deallocate()
    }

    func add(_ descriptor: Int32, _ token: UInt64, _ interest: UInt32) -> Bool {
        control(EPOLL_CTL_ADD, descriptor, token, interest)
    }

    func change(_ descriptor: Int32, _ token: UInt64, _ interest: UInt32) {
        _ = control(EPOLL_CTL_MOD, descriptor, token, interest)
    }

    func remove(_ descriptor: Int32) { epoll_ctl(self.descriptor, EPOLL_CTL_DEL, descriptor, nil) }

    private func control(_ operation: Int32, _ descriptor: Int32, _ token: UInt64, _ interest: UInt32) -> Bool {
        var event = epoll_event(events: interest, data: epoll_data_t(u64: token))
        return epoll_ctl(self.descriptor, operation, descriptor, &event) == 0
    }

    /// How many events came within `timeoutMs`.
    @inline(__always)
    func wait(timeoutMs: Int32) -> Int {
        max(0, Int(epoll_wait(descriptor, events, Int32(Poller.capacity), timeoutMs)))
    }

    @inline(__always)
    func event(_ index: Int) -> (token: UInt64, events: UInt32) {
        let event = events[index]
        return (event.data.u64, event.events)
    }

    /// Rings the timer once at that moment of the monotonic clock.
    func ring(at nanoseconds: Int64) {
        var time = itimerspec()
        let at = max(1, nanoseconds)
        time.it_value.tv_sec = Int(at / 1_000_000_000)
        time.it_value.tv_nsec = Int(at % 1_000_000_000)
        timerfd_settime(timer, Int32(1 /* TFD_TIMER_ABSTIME */), &time, nil)
    }

    func silenceTimer() {
        var count: UInt64 = 0
        _ = read(timer, &count, 8)
    }
}
