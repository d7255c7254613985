import Dispatch
import Glibc
import RPC
import Synchronization
import TLS

/// One event loop: a serial queue, an epoll set of its connections, and one Dispatch source on that set, for life.
///
/// Everything but `mailbox` and what the initializer takes is touched on `queue` only.
final class Shard: @unchecked Sendable {
    let index: Int
    let options: ServerOptions
    let table: MethodTable
    let mailbox: Mailbox
    let poller: Poller
    let output = OutputBuffer(capacity: 128 << 10)
    let group = CallGroup()
    /// Nil where TLS isn't spoken.
    let secured: SecuredInput?
    let http2 = HTTP2Workspace()
    /// All shards' connections together.
    let connectionCount: ConnectionCount
    let faceCounts: FaceCounts
    let refusedCalls: RefusedCalls
    let report: @Sendable (ServerEvent) -> Void

    var connections = ConnectionTable()
    var deadlines = DeadlineQueue()
    private var newcomers = Newcomers()
    var callsInFlight = 0
    @exclusivity(unchecked) var partialBytes = 0
    /// Of the requests of all calls in flight.
    var callBytes = 0
    var refusals = RefusalCounts()
    @exclusivity(unchecked) var coalescing = ReadCoalescing(now: MonotonicClock.now)
    var isDraining = false
    /// When this round began, in monotonic nanoseconds.
    @exclusivity(unchecked) var now = MonotonicClock.now

    private let queue: DispatchQueue
    private let source: any DispatchSourceRead
    let input: UnsafeMutableRawPointer
    private var nextSweep: Int64 = 0
    private var armedFor = Int64.max
    private var isStopped = false
    private let stopped = DispatchGroup()
    /// Only the first shard's.
    var acceptor: Acceptor?

    /// What a read takes at most, and the room before it for what was left of the read before.
    static let readBytes = 64 << 10
    static let headroom = 16 << 10
    /// Of a frame that has been in the making for longer than its timeout.
    private static let leastBytesASecond: Int64 = 16 << 10
    private static let sweepEvery: Int64 = 5_000_000_000

    init(
        index: Int, options: ServerOptions, table: MethodTable, connectionCount: ConnectionCount,
        faceCounts: FaceCounts, refusedCalls: RefusedCalls, report: @escaping @Sendable (ServerEvent) -> Void
    ) throws(TransportError) {
        self.index = index
        self.options = options
        self.table = table
        self.connectionCount = connectionCount
        self.faceCounts = faceCounts
        self.refusedCalls = refusedCalls
        self.report = report
        secured = options.tls == nil ? nil : SecuredInput()
        mailbox = try Mailbox()
        poller = try Poller(mailbox: mailbox.eventDescriptor)
        queue = DispatchQueue(label: "accountd.shard.\(index)")
        source = DispatchSource.makeReadSource(fileDescriptor: poller.descriptor, queue: queue)
        input = .allocate(byteCount: Shard.headroom + Shard.readBytes, alignment: 16)
    }

    func start() {
        stopped.enter()
        nextSweep = now + Shard.sweepEvery
        arm()
        source.setEventHandler { [self] in drain() }
        source.setCancelHandler { [self] in
            poller.closeAll()
            input.deallocate()
            group.free()
            stopped.leave()
        }
        source.activate()
    }

    /// Waits until the shard has closed everything; false when it did not in time.
    func waitUntilStopped(_ until: DispatchTime) -> Bool { stopped.wait(timeout: until) == .success }

    /// Runs rounds until nothing has come for the linger's time.
    private func drain() {
        while !isStopped {
            let count = poller.wait(timeoutMs: options.lingerMs)
            guard count > 0 else { return }
            now = MonotonicClock.now
            secured?.handshakeNanoseconds = 0
            for index in 0..<count {
                let (token, events) = poller.event(index)
                switch token {
                case Poller.Token.mailbox: readMailbox()
                case Poller.Token.timer: readTimer()
                case Poller.Token.listener: acceptor?.acceptAll(now: now, poller: poller, adopt: adopt)
                default: serve(ConnectionID(token: token), events)
                }
                if isStopped { return }
            }
            if isDraining { finishDrainIfDone() }
            arm()
            if options.coalesceMicroseconds > 0, coalescing.pauses(now: now) {
                usleep(UInt32(clamping: options.coalesceMicroseconds))
            }
        }
    }

    private func serve(_ id: ConnectionID, _ events: UInt32) {
        guard let connection = connections.find(id) else { return }
        connection.lastActive = now
        if events & Poller.writable != 0 { writePending(connection) }
        guard !connection.isClosed else { return }
        if events & (Poller.readable | Poller.failed) != 0 {
            if connection.isReading {
                read(connection)
            } else if events & Poller.failed != 0 {
                close(connection)
            }
        }
    }

    // MARK: Time

    private func readTimer() {
        poller.silenceTimer()
        armedFor = .max
        failPastDeadlines()
        while let id = newcomers.popPast(now) {
            guard let connection = connections.find(id), !isSettled(connection) else { continue }
            if case .leaving = connection.face { close(connection) } else { refuse(connection, .silent) }
        }
        if now >= nextSweep {
            sweep()
            nextSweep = now + Shard.sweepEvery
        }
    }

    /// Closes those that have been silent for too long.
    private func sweep() {
        for connection in connections.all {
            let silent = (now - connection.lastActive) / 1_000_000_000
            let isPartial =
                !connection.partial.isEmpty || connection.skip > 0 || connection.pending != nil || isMidway(connection)
            if isPartial, silent >= Int64(options.partialFrameTimeoutSeconds) || isTooSlow(connection) {
                close(connection)
            } else if options.idleTimeoutSeconds > 0, connection.calls.isEmpty,
                silent >= Int64(options.idleTimeoutSeconds)
            {
                close(connection)
            } else if case .http2(let http2) = connection.face {
                http2.sweep(now: now)
                flush(connection)
            }
        }
        acceptor?.resume(poller)
        refusals.tellRest(now: now, report)
    }

    private func isMidway(_ connection: Connection) -> Bool {
        if connection.recordSince != 0 { return true }
        guard case .http2(let http2) = connection.face else { return false }
        return http2.isMidway
    }

    /// Whether a frame comes so slowly that it would never be whole: byte by byte, to hold on to the connection.
    private func isTooSlow(_ connection: Connection) -> Bool {
        let allowed = Int64(options.partialFrameTimeoutSeconds) * 1_000_000_000
        if connection.recordSince != 0, now - connection.recordSince > allowed { return true }
        guard !connection.partial.isEmpty else { return false }
        let bytes = Int64(connection.partial.count)
        return now - connection.partialSince > allowed + bytes * 1_000_000_000 / Shard.leastBytesASecond
    }

    /// Whether it has shown what it is: its handshake is done, and its first frame has come whole.
    private func isSettled(_ connection: Connection) -> Bool {
        if let session = connection.tls, !session.isEstablished { return false }
        if case .http2(let http2) = connection.face { return http2.isSettled }
        return connection.isSettled
    }

    private func arm() {
        let next = min(nextSweep, deadlines.earliest ?? .max, newcomers.earliest ?? .max)
        guard next < armedFor else { return }
        armedFor = next
        poller.ring(at: next)
    }

    // MARK: Coming and going

    func adopt(_ descriptor: Int32) {
        let id = connections.reserve()
        let connection = Connection(id: id, descriptor: descriptor, shardIndex: index, now: now)
        connections.insert(connection)
        count(connection, as: .unknown)
        expectSoon(id)
        if isDraining || isStopped || !poller.add(descriptor, id.token, Poller.readable) { close(connection) }
    }

    /// Closes the connection at the end of the silence's time, if it is not settled then.
    func expectSoon(_ id: ConnectionID) {
        guard options.silenceSeconds > 0 else { return }
        newcomers.insert(id, deadline: now + Int64(options.silenceSeconds) * 1_000_000_000)
    }

    /// The client has ended its writing: nobody waits for its running calls, but what was answered before is still delivered.
    func end(_ connection: Connection) {
        guard connection.pending != nil else { return close(connection) }
        cancelCalls(of: connection)
        forgetPartial(connection)
        connection.isEnding = true
        connection.isReading = false
        watch(connection)
    }

    private func cancelCalls(of connection: Connection) {
        for call in connection.calls.values { cancel(call, of: connection) }
    }

    /// Closes it before anything is decoded, for a reason that the operator is told.
    func refuse(_ connection: Connection, _ why: RefusedConnection) {
        refusals.note(why, now: now, report)
        close(connection)
    }

    func close(_ connection: Connection) {
        guard !connection.isClosed else { return }
        connection.isClosed = true
        if let session = connection.tls { endSecured(connection, session) }
        cancelCalls(of: connection)
        forgetPartial(connection)
        connection.pending = nil
        connection.queued = []
        connection.unsentMessages = []
        if case .http2(let http2) = connection.face { http2.closed() }
        Glibc.close(connection.descriptor)
        connections.remove(connection.id)
        uncount(connection)
        connectionCount.leave()
    }

    func beginDrain() {
        isDraining = true
        acceptor?.close(poller)
        acceptor = nil
        for connection in connections.all {
            guard case .http2(let http2) = connection.face else { continue }
            http2.beginDrain(shard: self, connection: connection)
            flush(connection)
            nextSweep = min(nextSweep, now + 1_000_000_000)
        }
    }

    /// Once every running call is answered and its answer is out, there is nothing to stay for.
    private func finishDrainIfDone() {
        guard isDraining, callsInFlight == 0, connections.all.allSatisfy(isDone) else { return }
        stop()
    }

    private func isDone(_ connection: Connection) -> Bool {
        guard connection.pending == nil else { return false }
        guard case .http2(let http2) = connection.face else { return true }
        return http2.isGone
    }

    func stop() {
        guard !isStopped else { return }
        isStopped = true
        acceptor?.close(poller)
        acceptor = nil
        if callsInFlight > 0 { report(.cutOff(calls: callsInFlight)) }
        for connection in connections.all { close(connection) }
        source.cancel()
    }
}

/// Connections of all shards.
final class ConnectionCount: Sendable {
    private let count = Atomic<Int>(0)

    /// False when there are `limit` already.
    func enter(limit: Int) -> Bool {
        if count.wrappingAdd(1, ordering: .relaxed).newValue <= limit { return true }
        count.wrappingSubtract(1, ordering: .relaxed)
        return false
    }

    func leave() { count.wrappingSubtract(1, ordering: .relaxed) }
}
