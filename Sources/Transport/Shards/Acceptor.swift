import Glibc

/// The listening socket, in the first shard's epoll set. It outlives running out of descriptors: one is kept in reserve, so
/// that a connection can still be taken and turned away instead of waking the loop for ever.
struct Acceptor {
    private let listener: Int32
    private let shards: [Mailbox]
    private let limit: Int
    private let connectionCount: ConnectionCount
    private let report: @Sendable (ServerEvent) -> Void
    private var reserve: Int32
    private var next = 0
    private var lastReport: Int64 = 0
    private var isPaused = false

    /// `shards`: everybody's mailbox, the first shard's first.
    init(
        listener: Int32, shards: [Mailbox], limit: Int, connectionCount: ConnectionCount,
        report: @escaping @Sendable (ServerEvent) -> Void
    ) {
        self.listener = listener
        self.shards = shards
        self.limit = limit
        self.connectionCount = connectionCount
        self.report = report
        reserve = Acceptor.spareDescriptor()
    }

    private static func spareDescriptor() -> Int32 { open("/dev/null", O_RDONLY | O_CLOEXEC) }

    /// Takes whoever waits, up to a share of one round; `adopt` is the first shard's.
    mutating func acceptAll(now: Int64, adopt: (Int32) -> Void) {
        for _ in 0..<256 {
            guard let descriptor = Sockets.accept(listener) else {
                let number = errno
                switch number {
                case EAGAIN: return
                case EINTR, ECONNABORTED, EPROTO: continue
                case EMFILE, ENFILE, ENOBUFS, ENOMEM:
                    tell(.outOfDescriptors, now)
                    if !turnAwayOne() { return }
                default:
                    tell(.acceptFailed(errno: number), now)
                    return
                }
                continue
            }
            guard connectionCount.enter(limit: limit) else {
                Glibc.close(descriptor)
                tell(.tooManyConnections(limit: limit), now)
                continue
            }
            if next == 0 { adopt(descriptor) } else { shards[next].post(.adopt(descriptor: descriptor)) }
            next = (next + 1) % shards.count
        }
    }

    /// With the reserve given up there is one descriptor: enough to take a connection and close it.
    private mutating func turnAwayOne() -> Bool {
        if reserve >= 0 { Glibc.close(reserve) }
        let descriptor = Sockets.accept(listener)
        if let descriptor { Glibc.close(descriptor) }
        reserve = Acceptor.spareDescriptor()
        return descriptor != nil
    }

    mutating func resume(_ poller: Poller) {
        if reserve < 0 { reserve = Acceptor.spareDescriptor() }
    }

    /// Once a second at most.
    private mutating func tell(_ event: ServerEvent, _ now: Int64) {
        guard now - lastReport > 1_000_000_000 || lastReport == 0 else { return }
        lastReport = now
        report(event)
    }

    func close(_ poller: Poller) {
        poller.remove(listener)
        Glibc.close(listener)
        if reserve >= 0 { Glibc.close(reserve) }
    }
}
