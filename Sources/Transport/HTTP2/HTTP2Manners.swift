import CNghttp2
import RPC

/// How a client behaves beside its calls, and how its connection ends.
struct HTTP2Manners {
    enum Offence: String {
        /// gRPC's clients know this text, and ping less often from then on.
        case tooManyPings = "too_many_pings"
        case tooManyFrames = "too_many_frames"
        case tooManyBytes = "too_many_bytes"
        case takesNothing = "takes_nothing"
        case tooSlow = "too_slow"
        case streamIDReused = "stream_id_reused"

        fileprivate var code: UInt32 {
            self == .streamIDReused ? NGHTTP2_PROTOCOL_ERROR.rawValue : NGHTTP2_ENHANCE_YOUR_CALM.rawValue
        }
    }

    /// Why it is sent away, once it is.
    var offence: Offence?
    private(set) var walk = FrameWalk()
    var hasSettings = false
    /// Frames that ask for nothing, since the last request or answer.
    private var idleFrames = 0
    /// Bytes, since the last request, answer or piece of a request that was taken. nghttp2 tells nothing of DATA for a stream that
    /// it has forgotten: it only costs bytes.
    private var idleBytes = 0

    private var lastPing = Int64.min
    private var pingStrikes = 0
    private var hasAnsweredSincePing = true

    /// When its time is over; `.max` where it has none.
    private(set) var ends = Int64.max
    private var midwaySince: (frames: Int, at: Int64)?

    /// So many in a row are a flood.
    private static let maximumIdleFrames = 1_000
    /// More than may be on its way of a request that was answered before it was whole.
    private static let maximumIdleBytes = 8 << 20
    private static let permittedPingStrikes = 2

    /// The time that a connection may live differs by up to a tenth: clients that came together don't come back together.
    mutating func begin(now: Int64, maxAgeSeconds: Int) {
        guard maxAgeSeconds > 0 else { return }
        let age = Int64(maxAgeSeconds) * 1_000_000_000
        ends = now + age + Int64.random(in: -(age / 10)...(age / 10))
    }

    @inline(__always)
    mutating func noteRequest() {
        noteUse()
    }

    @inline(__always)
    mutating func noteAnswer() {
        hasAnsweredSincePing = true
        noteUse()
    }

    @inline(__always)
    private mutating func noteUse() {
        idleFrames = 0
        idleBytes = 0
    }

    /// Of any kind, as they come; what they turn out to be is told afterwards.
    @inline(__always)
    mutating func noteBytes(_ bytes: UnsafeRawBufferPointer) {
        walk.take(bytes)
        idleBytes += bytes.count
        if idleBytes > Self.maximumIdleBytes { offence = .tooManyBytes }
    }

    /// A piece of a request.
    @inline(__always)
    mutating func noteTaken() { idleBytes = 0 }

    /// A frame that asks for nothing.
    mutating func noteIdleFrame() {
        idleFrames += 1
        if idleFrames > Self.maximumIdleFrames { offence = .tooManyFrames }
    }

    /// Pings that come sooner than `minSeconds` after each other, with nothing sent between them, are strikes.
    mutating func notePing(now: Int64, minSeconds: Int) {
        defer {
            lastPing = now
            hasAnsweredSincePing = false
        }
        if hasAnsweredSincePing || lastPing == .min {
            pingStrikes = 0
        } else if now - lastPing < Int64(minSeconds) * 1_000_000_000 {
            pingStrikes += 1
            if pingStrikes > Self.permittedPingStrikes { offence = .tooManyPings }
        }
    }

    /// Looked at now and then: whether one frame or header block has taken longer than it may.
    mutating func noteSweep(now: Int64, timeoutSeconds: Int) {
        guard walk.isMidway else {
            midwaySince = nil
            return
        }
        guard let since = midwaySince, since.frames == walk.frames else {
            midwaySince = (walk.frames, now)
            return
        }
        if now - since.at >= Int64(timeoutSeconds) * 1_000_000_000 { offence = .tooSlow }
    }
}

extension HTTP2Connection {
    func receivedPing(isAck: Bool) {
        if isAck {
            finishGoodbye()
        } else {
            manners.notePing(now: shard.now, minSeconds: shard.options.minPingIntervalSeconds)
        }
    }

    /// Tells the client why, and ends the connection.
    func terminateOffender() {
        guard let offence = manners.offence, !connection.closesWhenSent else { return }
        let text = Array(offence.rawValue.utf8)
        nghttp2_submit_goaway(
            session, UInt8(NGHTTP2_FLAG_NONE.rawValue), nghttp2_session_get_last_proc_stream_id(session),
            offence.code, text, text.count)
        connection.closesWhenSent = true
    }

    // MARK: Going away

    /// The server will stop; it stops once no call runs and nothing waits to be sent.
    func beginDrain(shard: Shard, connection: Connection) { sayGoodbye() }

    /// In two steps, so that no call is lost that is on its way: the client is told to open no more streams, and once it has certainly
    /// read that, which was the last one.
    private func sayGoodbye() {
        guard goodbye == .none, let session else { return }
        goodbye = .said(at: shard.now)
        nghttp2_submit_shutdown_notice(session)
        // nghttp2 lets pings go first: this one is to come behind.
        sendAll()
        guard self.session != nil else { return }
        nghttp2_submit_ping(session, UInt8(NGHTTP2_FLAG_NONE.rawValue), Array("goodbye.".utf8))
        sendAll()
    }

    private func finishGoodbye() {
        guard case .said(let at) = goodbye, let session else { return }
        goodbye = .done(since: at)
        nghttp2_submit_goaway(
            session, UInt8(NGHTTP2_FLAG_NONE.rawValue), nghttp2_session_get_last_proc_stream_id(session),
            NGHTTP2_NO_ERROR.rawValue, nil, 0)
    }

    /// Nothing more comes of it.
    var isGone: Bool {
        if case .done = goodbye { streams.isEmpty } else { session == nil }
    }

    // MARK: Time

    /// Called every few seconds.
    func sweep(now: Int64) {
        guard session != nil else { return }
        let timeout = shard.options.partialFrameTimeoutSeconds
        manners.noteSweep(now: now, timeoutSeconds: timeout)
        terminateOffender()
        for stream in Array(streams) { sweep(stream, now: now, timeout: timeout) }
        switch goodbye {
        case .none: if now >= manners.ends { sayGoodbye() }
        case .said(let at): if now - at >= 1_000_000_000 { finishGoodbye() }
        case .done(let at):
            let grace = Int64(shard.options.connectionAgeGraceSeconds) * 1_000_000_000
            if !shard.isDraining, now - at >= grace { return shard.close(connection) }
        }
        sendAll()
    }

    /// Resets a stream whose request doesn't come, or whose answer isn't taken.
    private func sweep(_ stream: HTTP2Stream, now: Int64, timeout: Int) {
        let seconds = Int64(timeout) * 1_000_000_000
        if !stream.isTaken {
            if stream.deadline.isPast(now) { return refuseCall(stream, .deadlineExceeded) }
            // A long request may take a second more for each 8 KiB of it.
            let allowed = seconds + Int64(stream.gatheredBytes >> 13) * 1_000_000_000
            if now - stream.opened >= allowed { reset(stream) }
        } else if stream.waiting != nil, now - stream.lastSent >= seconds {
            reset(stream)
        }
    }

    private func reset(_ stream: HTTP2Stream) {
        nghttp2_submit_rst_stream(
            session, UInt8(NGHTTP2_FLAG_NONE.rawValue), stream.id, NGHTTP2_CANCEL.rawValue)
    }
}

/// How far a connection has taken its leave.
enum Goodbye: Equatable {
    case none
    case said(at: Int64)
    case done(since: Int64)
}
