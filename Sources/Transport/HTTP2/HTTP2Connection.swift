import CNghttp2
import RPC

/// One connection's HTTP/2. The shard calls it on its own queue, and sends what it wrote into `shard.output` once it returns.
///
/// What nghttp2 tells while it reads is only noted; calls run once it has read all that came, those of one method together.
final class HTTP2Connection {
    /// nghttp2's; nil once the connection is gone.
    @exclusivity(unchecked) private(set) var session: OpaquePointer?
    unowned(unsafe) let shard: Shard
    unowned(unsafe) let connection: Connection
    /// Open streams, in no order.
    @exclusivity(unchecked) var streams: ContiguousArray<HTTP2Stream> = []
    /// Streams whose calls are to be run, or were in this round.
    @exclusivity(unchecked) var ready: ContiguousArray<HTTP2Stream> = []
    /// The newest of them, ever.
    @exclusivity(unchecked) var lastOpened: Int32 = 0
    /// The one whose header fields are being read.
    @exclusivity(unchecked) var reading: Unmanaged<HTTP2Stream>?
    /// The path that came last, and its method.
    @exclusivity(unchecked) var lastPath: OpaquePointer?
    @exclusivity(unchecked) var lastMethod = -1
    @exclusivity(unchecked) var lastMethodReadsMetadata = false
    let maxListBytes: Int
    /// Bytes of DATA that came in this round and were taken.
    @exclusivity(unchecked) var takenBytes = 0
    /// Streams whose answers may end before their requests have.
    @exclusivity(unchecked) var earlyEnds = 0
    @exclusivity(unchecked) var manners = HTTP2Manners()
    var goodbye = Goodbye.none
    /// Of all streams' answers, what waits to be sent.
    @exclusivity(unchecked) var waitingBytes = 0
    /// nghttp2 holds back what it has: the client doesn't take it.
    @exclusivity(unchecked) private var isHeldBack = false

    init(shard: Shard, connection: Connection) {
        self.shard = shard
        self.connection = connection
        maxListBytes = HTTP2Limits.headerListBytes(shard.options)
        let now = shard.now
        manners.begin(now: now, maxAgeSeconds: shard.options.maxConnectionAgeSeconds)
        var session: OpaquePointer?
        let status = nghttp2_session_server_new3(
            &session, HTTP2Callbacks.shared.pointer, Unmanaged.passUnretained(self).toOpaque(),
            HTTP2Callbacks.shared.option, shard.http2.memory)
        guard status == 0, let session else { return }
        self.session = session
        greet(session)
    }

    /// Whether it has shown itself to be a client: until then it is closed when it is silent for too long.
    var isSettled: Bool { manners.hasSettings }
    /// Whether it has begun something that it must finish in time: a frame, a header block.
    var isMidway: Bool { manners.walk.isMidway }

    private func greet(_ session: OpaquePointer) {
        let options = shard.options
        let settings = [
            nghttp2_settings_entry(NGHTTP2_SETTINGS_MAX_CONCURRENT_STREAMS, options.maxCallsPerConnection),
            nghttp2_settings_entry(NGHTTP2_SETTINGS_INITIAL_WINDOW_SIZE, HTTP2Limits.streamWindow),
            nghttp2_settings_entry(NGHTTP2_SETTINGS_MAX_HEADER_LIST_SIZE, HTTP2Limits.headerListBytes(options)),
            // No tree of priorities is kept, which nobody uses.
            nghttp2_settings_entry(NGHTTP2_SETTINGS_NO_RFC7540_PRIORITIES, 1),
        ]
        nghttp2_submit_settings(session, UInt8(NGHTTP2_FLAG_NONE.rawValue), settings, settings.count)
        nghttp2_session_set_local_window_size(
            session, UInt8(NGHTTP2_FLAG_NONE.rawValue), 0, Int32(HTTP2Limits.connectionWindow))
    }

    /// What came, however it is cut; the connection preface is part of it.
    func receive(_ bytes: RawSpan, shard: Shard, connection: Connection) {
        guard let session else { return shard.close(connection) }
        let used = bytes.withUnsafeBytes { buffer in
            manners.noteBytes(buffer)
            return nghttp2_session_mem_recv(
                session, buffer.baseAddress?.assumingMemoryBound(to: UInt8.self), buffer.count)
        }
        // Not HTTP/2, or a flood: there is nothing to say to it.
        guard used >= 0 else { return shard.close(connection) }
        runReady()
        consumeTaken()
        terminateOffender()
        sendAll()
    }

    func consumeTaken() {
        guard takenBytes > 0, let session else { return }
        nghttp2_session_consume_connection(session, takenBytes)
        takenBytes = 0
    }

    /// The client has taken what waited for it, or most of it: there is room for more.
    func resume(shard: Shard, connection: Connection) {
        if isHeldBack { sendAll() }
    }

    /// The connection is gone, and its calls are cancelled.
    func closed() {
        guard let session else { return }
        self.session = nil
        if let lastPath { nghttp2_rcbuf_decref(lastPath) }
        lastPath = nil
        nghttp2_session_del(session)
        for stream in streams {
            forgetInput(of: stream)
            stream.call = nil
        }
        streams = []
        ready = []
        reading = nil
    }

    // MARK: Output

    /// Writes all that nghttp2 may send now into the shard's output.
    func sendAll() {
        isHeldBack = false
        let output = shard.output
        let pause = shard.options.outputPauseBytes
        while let session {
            if output.count > HTTP2Limits.flushBytes {
                shard.flush(connection)
                continue
            }
            if hasPending, connection.pending?.count ?? 0 > pause {
                isHeldBack = true
                break
            }
            var data: UnsafePointer<UInt8>?
            let count = nghttp2_session_mem_send(session, &data)
            guard count > 0 else {
                if count < 0 { return shard.close(connection) }
                break
            }
            output.append(UnsafeRawBufferPointer(start: data, count: count))
        }
        endRound()
    }

    @inline(__always)
    private var hasPending: Bool { connection.pending != nil }

    /// Keeps what could not be sent in this round, and gives back the streams that are over.
    private func endRound() {
        if !ready.isEmpty { endReady() }
        guard let session else { return }
        if nghttp2_session_want_read(session) == 0, nghttp2_session_want_write(session) == 0 {
            connection.closesWhenSent = true
        }
    }

    private func endReady() {
        let workspace = shard.http2
        for stream in ready {
            stream.isReady = false
            if stream.isClosed {
                workspace.giveBack(stream)
            } else if !stream.answer.isEmpty {
                waitingBytes += stream.answer.count
                stream.keepAnswer(of: workspace.answers)
            }
        }
        ready.removeAll(keepingCapacity: true)
        if ready.capacity > 64, streams.isEmpty { ready = [] }
        workspace.answers.removeAll()
    }

    // MARK: Streams

    func open(_ id: Int32) -> HTTP2Stream {
        let stream = shard.http2.take()
        stream.id = id
        lastOpened = id
        stream.position = streams.count
        stream.opened = shard.now
        streams.append(stream)
        return stream
    }

    @inline(__always)
    func find(_ id: Int32) -> HTTP2Stream? {
        guard let session, let data = nghttp2_session_get_stream_user_data(session, id) else { return nil }
        return Unmanaged<HTTP2Stream>.fromOpaque(data).takeUnretainedValue()
    }

    /// The stream is over, by whichever side. Its call, if it still runs, is cancelled.
    func close(_ stream: HTTP2Stream) {
        stream.isClosed = true
        if let last = streams.popLast(), last !== stream {
            streams[stream.position] = last
            last.position = stream.position
        }
        if reading?.toOpaque() == Unmanaged.passUnretained(stream).toOpaque() { reading = nil }
        takenBytes += stream.heldBytes
        waitingBytes -= stream.waiting?.count ?? 0
        forgetInput(of: stream)
        if let call = stream.call {
            stream.call = nil
            if connection.calls[call.stream] === call { shard.cancel(call, of: connection) }
        }
        if !stream.isReady { shard.http2.giveBack(stream) }
    }

    /// Its share of what the shard may gather.
    func forgetInput(of stream: HTTP2Stream) {
        shard.partialBytes -= stream.gatheredBytes
        stream.gatheredBytes = 0
    }
}

extension nghttp2_settings_entry {
    fileprivate init(_ id: nghttp2_settings_id, _ value: Int) {
        self.init(settings_id: Int32(bitPattern: id.rawValue), value: UInt32(truncatingIfNeeded: value))
    }
}

/// What HTTP/2 lets a client do. `ServerOptions` holds the limits that all faces share.
enum HTTP2Limits {
    /// What a client may send on a stream, and on all of them, before it is taken.
    static let streamWindow = 256 << 10
    static let connectionWindow = 1 << 20
    /// So much is written before it is sent.
    static let flushBytes = 256 << 10
    /// Acknowledgements that wait to be sent.
    static let outboundAcks = 256
    /// A request's header list; some of it is HTTP's own.
    static func headerListBytes(_ options: ServerOptions) -> Int { options.maxMetadataBytes + (16 << 10) }
    /// Resets that a connection may send at once, as when all its calls run into their deadline; and a second.
    static let resetBurst: UInt64 = 2_048
    static let resetRate: UInt64 = 200
}
