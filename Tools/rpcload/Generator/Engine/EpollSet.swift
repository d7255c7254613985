internal import CLinux
internal import Glibc

/// An epoll set of connections, and a timer finer than epoll's milliseconds.
final class EpollSet {
    private let set: Int32
    private let timer: Int32
    private var events = [epoll_event](repeating: epoll_event(), count: 256)
    private static let timerIndex = UInt64.max
    /// Calls due this close to each other begin at one wake-up.
    private static let closeNs: UInt64 = 50_000

    init() throws(LoadError) {
        set = epoll_create1(0)
        timer = timerfd_create(CLOCK_MONOTONIC, Int32(TFD_NONBLOCK))
        guard set >= 0, timer >= 0 else { throw LoadError("no epoll set can be made") }
        // Edge-triggered: it need not be read.
        var event = epoll_event(
            events: EPOLLIN.rawValue | EPOLLET.rawValue, data: epoll_data_t(u64: Self.timerIndex))
        epoll_ctl(set, EPOLL_CTL_ADD, timer, &event)
    }

    deinit {
        close(set)
        close(timer)
    }

    func add(_ descriptor: Int32, _ index: Int, writes: Bool = false) {
        control(EPOLL_CTL_ADD, descriptor, index, writes)
    }

    func watch(_ descriptor: Int32, _ index: Int, writes: Bool) {
        control(EPOLL_CTL_MOD, descriptor, index, writes)
    }

    private func control(_ operation: Int32, _ descriptor: Int32, _ index: Int, _ writes: Bool) {
        let wanted = EPOLLIN.rawValue | (writes ? EPOLLOUT.rawValue : 0)
        var event = epoll_event(events: wanted, data: epoll_data_t(u64: UInt64(index)))
        epoll_ctl(set, operation, descriptor, &event)
    }

    func remove(_ descriptor: Int32) {
        var event = epoll_event()
        epoll_ctl(set, EPOLL_CTL_DEL, descriptor, &event)
    }

    /// Until something comes, at the latest at `wake`. Answers how many events there are.
    func wait(until wake: UInt64?, now: UInt64, atMostMs: Int32) throws(LoadError) -> Int {
        var timeout = atMostMs
        if let wake {
            if wake <= now {
                timeout = 0
            } else if wake - now < UInt64(atMostMs) * 1_000_000 {
                arm(max(wake, now + Self.closeNs))
            }
        }
        let count = epoll_wait(set, &events, Int32(events.count), timeout)
        if count < 0, errno != EINTR { throw LoadError("epoll_wait failed: \(String(cString: strerror(errno)))") }
        return max(0, Int(count))
    }

    /// The connection that the event is about; nil: the timer.
    func index(_ event: Int) -> Int? {
        let data = events[event].data.u64
        return data == Self.timerIndex ? nil : Int(data)
    }

    private func arm(_ wake: UInt64) {
        var time = itimerspec()
        time.it_value.tv_sec = Int(wake / 1_000_000_000)
        time.it_value.tv_nsec = Int(wake % 1_000_000_000)
        timerfd_settime(timer, Int32(TFD_TIMER_ABSTIME), &time, nil)
    }
}
