internal import RPC
package import TLS

/// A connection for tools: one call at a time, of any kind, on the caller's own thread, and nothing hidden: no retries, all metadata,
/// and where the time went. Connects at the first call, and again where the server has closed the connection in between.
package final class DirectConnection {
    package let endpoint: Endpoint
    package let face: RPCFace
    private let tls: TLSClient?
    private let connectTimeoutMs: Int
    /// Asked whenever a signal comes or one of `attention` is readable; where it is true the call is given up.
    package var isInterrupted: () -> Bool = { false }
    package var attention: [Int32] = []
    private var link: Link?
    private var wire: (any DirectWire)?
    private var sent = 0
    private let input = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)

    package init(_ endpoint: Endpoint, face: RPCFace, tls: TLSClient? = nil, connectTimeoutMs: Int = 5_000) {
        self.endpoint = endpoint
        self.face = face
        self.tls = tls
        self.connectTimeoutMs = connectTimeoutMs
    }

    deinit { input.deallocate() }

    /// One call from its beginning to its end. Throws only what `source` or `news` throw: then the call is given up.
    package func run(
        _ call: DirectCall, _ source: inout some RequestSource, news: (DirectNews) throws -> Void
    ) throws -> DirectOutcome {
        guard !call.streamsRequests || face == .grpc else { return DirectOutcome(.clientStreamOverTtrpc) }
        let until = call.deadline.map { MonotonicTime.after(nanoseconds: $0.nanoseconds) } ?? .max
        var timing = CallTiming()
        if let failure = connectIfNeeded(&timing, until: until) {
            var outcome = DirectOutcome(failure)
            outcome.timing = timing
            return outcome
        }
        guard let link, let wire else { return DirectOutcome(.connectionGone) }
        var run = DirectRun(
            endpoint, call: call, link: link, wire: wire, until: until, input: input, timing: timing)
        run.isInterrupted = isInterrupted
        run.attention = attention
        var outcome: DirectOutcome
        do {
            outcome = try run.finish(&source, news)
        } catch {
            close()
            throw error
        }
        outcome.timing = run.timing
        if run.isLost || wire.isSpent || wire.output.count > 0 { close() }
        guard run.isLost, !run.heardAnything, outcome.status.reason == "CONNECTION_LOST" else { return outcome }
        // It was closed without a word: perhaps TLS was due.
        if tls == nil, Probe.speaksTLS(endpoint) { outcome.status = .speaksTLS }
        return outcome
    }

    package func close() {
        link = nil
        wire = nil
    }

    /// Reads what the server said while no call was running: that it takes no more of them, that it is gone.
    private func isAlive(_ link: Link, _ wire: any DirectWire) -> Bool {
        while true {
            switch link.receive(into: input) {
            case .wouldBlock: return !wire.isSpent
            case .ended: return false
            case .bytes(let count): _ = wire.receive(UnsafeRawBufferPointer(rebasing: input[..<count]))
            }
        }
    }

    private func connectIfNeeded(_ timing: inout CallTiming, until: Int64) -> Status? {
        if let link, let wire, isAlive(link, wire) { return nil }
        close()
        let start = MonotonicTime.now
        let left = until == .max ? Int64.max : max(1, (until - start) / 1_000_000)
        let timeoutMs = Int(min(Int64(connectTimeoutMs), left))
        do throws(SocketError) {
            let socket = try endpoint.connect(timeoutMs: timeoutMs)
            let connected = MonotonicTime.now
            timing.connect = connected - start
            defer { timing.tls = tls == nil ? 0 : MonotonicTime.now - connected }
            link = try Link.secured(socket, endpoint, tls, timeoutMs: timeoutMs)
        } catch {
            // The handshake came to nothing: perhaps nobody there knows of TLS.
            if tls != nil, timing.connect > 0, !Probe.speaksTLS(endpoint), Probe.speaksPlaintext(endpoint) {
                return .speaksPlaintext
            }
            return .unreachable(endpoint, error)
        }
        wire = face == .ttrpc ? TtrpcWire() : GRPCWire(endpoint, isSecure: tls != nil)
        return wire == nil ? .noThread : nil
    }
}
