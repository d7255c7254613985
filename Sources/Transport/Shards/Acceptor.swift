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

    /// One costs more than a call does, and while they are taken the calls of others wait.
    private static let mostAtOnce = 16

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
    mutating func acceptAll(now: Int64, poller: Poller, adopt: (Int32) -> Void) {
        for _ in 0..<Self.mostAtOnce {
            guard let descriptor = Sockets.accept(listener) else {
                let number = errno
                switch number {
                case EAGAIN: return
                case EINTR, ECONNABORTED, EPROTO: continue
                case EMFILE, ENFILE, ENOBUFS, ENOMEM:
                    tell(.outOfDescriptors, now)
                    switch turnAwayOne() {
                    case .one: continue
                    // The kernel wants a descriptor before it looks whether anybody waits.
                    case .nobodyWaits: return
                    case .impossible: return pause(poller)
                    }
                default:
                    tell(.acceptFailed(errno: number), now)
                    return pause(poller)
                }
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

    private enum TurnedAway {
        case one
        case nobodyWaits
        case impossible
    }

    /// With the reserve given up there is one descriptor: enough to take a connection and close it.
    private mutating func turnAwayOne() -> TurnedAway {
        if reserve >= 0 { Glibc.close(reserve) }
        let descriptor = Sockets.accept(listener)
        let number = errno
        if let descriptor { Glibc.close(descriptor) }
        reserve = Acceptor.spareDescriptor()
        if descriptor != nil { return .one }
        return number == EAGAIN ? .nobodyWaits : .impossible
    }

    /// What waits would wake the loop again at once and for nothing: it is left alone until the next sweep.
    private mutating func pause(_ poller: Poller) {
        isPaused = true
        poller.change(listener, Poller.Token.listener, 0)
    }

    /// Tried again at every sweep.
    mutating func resume(_ poller: Poller) {
        if reserve < 0 { reserve = Acceptor.spareDescriptor() }
        guard isPaused else { return }
        isPaused = false
        poller.change(listener, Poller.Token.listener, Poller.readable)
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
