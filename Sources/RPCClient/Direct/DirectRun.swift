internal import Glibc
internal import RPC

/// One call on its way.
struct DirectRun {
    let endpoint: Endpoint
    let call: DirectCall
    let link: Link
    let wire: any DirectWire
    let until: Int64
    let input: UnsafeMutableRawBufferPointer
    var timing: CallTiming
    var isInterrupted: () -> Bool = { false }
    var attention: [Int32] = []
    private(set) var isLost = false
    private(set) var heardAnything = false
    private var sent = 0
    private var begun: Int64 = 0
    private var sentAt: Int64 = 0
    private var firstByteAt: Int64 = 0
    private var outcome: DirectOutcome?

    /// With more waiting to be sent, the source waits.
    private static let fullBytes = 1 << 20

    init(
        _ endpoint: Endpoint, call: DirectCall, link: Link, wire: any DirectWire, until: Int64,
        input: UnsafeMutableRawBufferPointer,
        timing: CallTiming
    ) {
        self.endpoint = endpoint
        self.call = call
        self.link = link
        self.wire = wire
        self.until = until
        self.input = input
        self.timing = timing
    }

    mutating func finish(
        _ source: inout some RequestSource, _ news: (DirectNews) throws -> Void
    ) throws -> DirectOutcome {
        begun = MonotonicTime.now
        defer { takeTimes() }
        var isAsking = call.streamsRequests
        if let refused = try begin(&source) { return DirectOutcome(refused) }
        while outcome == nil {
            if isAsking { isAsking = try feed(&source, news) }
            try take(wire.fill(), news)
            guard outcome == nil else { break }
            guard flush() else {
                lose("was lost")
                break
            }
            if !isAsking, wire.output.count == 0, sentAt == 0 { sentAt = MonotonicTime.now }
            // A source that is ready at once keeps the connection from being read only while there is room.
            try awaitEvents(isAsking ? source.descriptor : nil, isAsking, news)
        }
        return outcome ?? DirectOutcome(.connectionGone)
    }

    private mutating func begin(_ source: inout some RequestSource) throws -> Status? {
        var left: Int64?
        if until != .max {
            left = until - MonotonicTime.now
            guard let left, left > 0 else { return .deadlineExceeded }
        }
        if call.streamsRequests {
            return wire.begin(call, message: nil, isLast: false, timeoutNanoseconds: left)
        }
        var message: [UInt8] = []
        if case .message(let first) = try source.next() { message = first }
        return wire.begin(call, message: message, isLast: true, timeoutNanoseconds: left)
    }

    /// Whether there may be more.
    private mutating func feed(
        _ source: inout some RequestSource, _ news: (DirectNews) throws -> Void
    ) throws -> Bool {
        while wire.output.count < Self.fullBytes {
            switch try source.next() {
            case .message(let message):
                wire.send(message)
                try take(wire.fill(), news)
            case .wait: return true
            case .end:
                wire.finishRequest()
                return false
            }
        }
        return true
    }

    private mutating func take(_ list: [WireNews], _ news: (DirectNews) throws -> Void) throws {
        for item in list where outcome == nil {
            switch item {
            case .news(let item):
                // Showing what came may take long.
                if isInterrupted() { return giveUp(.cancelledByCaller) }
                try news(item)
            case .ended(let ended): outcome = ended
            }
        }
    }

    /// False where the connection is gone.
    private mutating func flush() -> Bool {
        while wire.output.count > sent {
            let rest = UnsafeRawBufferPointer(rebasing: wire.output.bytes[sent...])
            guard let count = link.send(rest) else { return false }
            guard count > 0 else { return true }
            sent += count
        }
        wire.output.removeAll()
        sent = 0
        guard link.wantsToSend else { return true }
        return link.send(UnsafeRawBufferPointer(start: nil, count: 0)) != nil
    }

    private mutating func awaitEvents(
        _ descriptor: Int32?, _ isAsking: Bool, _ news: (DirectNews) throws -> Void
    ) throws {
        let isBlocked = wire.output.count > 0 || link.wantsToSend
        let events = isBlocked ? POLLIN | POLLOUT : POLLIN
        var interests = [pollfd(fd: link.socket.descriptor, events: Int16(events), revents: 0)]
        for other in attention + (descriptor.map { [$0] } ?? []) {
            interests.append(pollfd(fd: other, events: Int16(POLLIN), revents: 0))
        }
        // A list has its next message at once.
        let isReady = isAsking && descriptor == nil && wire.output.count < Self.fullBytes
        let count = poll(&interests, nfds_t(interests.count), link.hasUnread || isReady ? 0 : milliseconds)
        if isInterrupted() { return giveUp(.cancelledByCaller) }
        if MonotonicTime.now >= until { return giveUp(.deadlineExceeded) }
        guard count > 0 && interests[0].revents & Int16(POLLIN | POLLHUP | POLLERR) != 0 || link.hasUnread else {
            return
        }
        try read(news)
    }

    private mutating func giveUp(_ status: Status) {
        wire.cancel()
        _ = flush()
        outcome = DirectOutcome(status)
    }

    private var milliseconds: Int32 {
        guard until != .max else { return -1 }
        return Int32(clamping: max(0, until - MonotonicTime.now) / 1_000_000 + 1)
    }

    private mutating func read(_ news: (DirectNews) throws -> Void) throws {
        // A few reads only: a server that always has more to say must not keep the deadline from being looked at.
        for _ in 0..<16 where outcome == nil {
            switch link.receive(into: input) {
            case .wouldBlock: return
            case .ended: return lose(link.failure ?? "was lost")
            case .bytes(let count):
                heardAnything = true
                if firstByteAt == 0, sentAt > 0 { firstByteAt = MonotonicTime.now }
                try take(wire.receive(UnsafeRawBufferPointer(rebasing: input[..<count])), news)
            }
        }
    }

    private mutating func lose(_ why: String) {
        isLost = true
        outcome = DirectOutcome(.connectionLost(endpoint, why))
    }

    private mutating func takeTimes() {
        let end = MonotonicTime.now
        let sent = sentAt == 0 ? end : sentAt
        let first = firstByteAt == 0 ? end : max(firstByteAt, sent)
        timing.send = sent - begun
        timing.wait = first - sent
        timing.receive = end - first
    }
}
