internal import CNghttp2
package import RPC

/// What a session allows. Sizes are bytes.
package struct HTTP2SessionOptions: Sendable {
    /// What the server may send on a call, and on all of them, before it was received.
    package var streamWindow = 1 << 20
    package var connectionWindow = 8 << 20
    /// A longer message ends its call as RESOURCE_EXHAUSTED.
    package var maxMessageBytes = MessagePrefix.maximumLength
    /// The header fields of an answer, as HTTP/2 counts them.
    package var maxHeaderListBytes = 64 << 10

    package init() {}
}

/// A client's side of one HTTP/2 connection that gRPC calls are made on. Bytes go in and bytes come out: it has no socket, no thread
/// and no clock, so deadlines are the caller's to keep. Belongs to one thread at a time.
///
///     let stream = session.begin(head, tag: 7, message: request, isLast: true)
///     session.write(into: output)                    // send output.bytes
///     session.receive(bytes)                         // what came, however it is cut
///     for event in session.events { … }
///     session.clearEvents()
package final class HTTP2Session {
    @exclusivity(unchecked) private(set) var session: OpaquePointer?
    let options: HTTP2SessionOptions
    private let memory: HTTP2Memory
    /// What happened since `clearEvents`, in order.
    @exclusivity(unchecked) package internal(set) var events: ContiguousArray<HTTP2Event> = []
    @exclusivity(unchecked) var extras: [EventExtra] = []
    /// The events' messages.
    let inbound = OutputBuffer(capacity: 16 << 10)
    /// Calls not ended, in no order.
    @exclusivity(unchecked) private var calls: ContiguousArray<HTTP2Call> = []
    /// The one whose header fields are being read.
    @exclusivity(unchecked) var reading: Unmanaged<HTTP2Call>?
    /// What is spoken instead of HTTP/2.
    package enum Foreign: Sendable {
        case tls
        case http1
        case other
    }
    @exclusivity(unchecked) package private(set) var foreign: Foreign?
    /// Of the first bytes that came, how many were looked at.
    @exclusivity(unchecked) private var seen = 0
    @exclusivity(unchecked) private var saidGoodbye = false
    /// The server said that it takes no more calls here.
    @exclusivity(unchecked) package internal(set) var isGoingAway = false
    /// The server's SETTINGS have come: it speaks HTTP/2.
    @exclusivity(unchecked) package internal(set) var isSettled = false
    /// Ends a sentence about the connection; nil as long as nothing is wrong with it.
    @exclusivity(unchecked) package private(set) var failure: String?

    /// Sessions of one thread may share `memory`. Nil where there is none.
    package init?(options: HTTP2SessionOptions = HTTP2SessionOptions(), memory: HTTP2Memory = HTTP2Memory()) {
        self.options = options
        self.memory = memory
        let status = nghttp2_session_client_new3(
            &session, HTTP2Callbacks.shared.pointer, Unmanaged.passUnretained(self).toOpaque(),
            HTTP2Callbacks.shared.option, memory.pointer)
        guard status == 0, session != nil else { return nil }
        greet()
    }

    deinit { nghttp2_session_del(session) }

    private func greet() {
        let settings = [
            nghttp2_settings_entry(NGHTTP2_SETTINGS_ENABLE_PUSH, 0),
            nghttp2_settings_entry(NGHTTP2_SETTINGS_INITIAL_WINDOW_SIZE, options.streamWindow),
            nghttp2_settings_entry(NGHTTP2_SETTINGS_MAX_HEADER_LIST_SIZE, options.maxHeaderListBytes),
        ]
        nghttp2_submit_settings(session, Self.noFlags, settings, settings.count)
        nghttp2_session_set_local_window_size(session, Self.noFlags, 0, Int32(clamping: options.connectionWindow))
    }

    static let noFlags = UInt8(NGHTTP2_FLAG_NONE.rawValue)

    /// Calls begun and not ended.
    package var openCalls: Int { calls.count }
    /// How many calls the server takes at a time; more wait here until others have ended.
    package var maxConcurrentCalls: Int {
        Int(nghttp2_session_get_remote_settings(session, NGHTTP2_SETTINGS_MAX_CONCURRENT_STREAMS))
    }
    /// Whether another call can be begun: not once the server goes away, the stream ids are used up or the connection is broken.
    package var takesCalls: Bool {
        failure == nil && !isGoingAway && nghttp2_session_check_request_allowed(session) != 0
    }
    /// Nothing is to be read or written any more: the connection can be closed.
    package var isOver: Bool {
        failure != nil
            || nghttp2_session_want_read(session) == 0 && nghttp2_session_want_write(session) == 0
    }
    package var wantsToWrite: Bool { failure == nil && nghttp2_session_want_write(session) != 0 }

    // MARK: Calls

    /// Begins a call, with its first message if one is given; after `isLast` the request is whole. `timeoutNanoseconds` goes to the
    /// server; nil: none. Answers the stream's id; nil where no call can be begun here any more.
    package func begin(
        _ head: HTTP2RequestHead, tag: UInt64, timeoutNanoseconds: Int64? = nil, message: UnsafeRawBufferPointer? = nil,
        isLast: Bool, wantsMetadata: Bool = false
    ) -> Int32? {
        guard failure == nil, !isGoingAway else { return nil }
        let call = memory.take()
        call.tag = tag
        call.head = head
        call.wantsMetadata = wantsMetadata
        call.isRequestWhole = isLast
        if let message { append(message, to: call) }
        let id = submit(head, call, timeoutNanoseconds)
        guard id > 0 else {
            memory.giveBack(call)
            return nil
        }
        call.id = id
        call.position = calls.count
        calls.append(call)
        return id
    }

    private func submit(_ head: HTTP2RequestHead, _ call: HTTP2Call, _ timeout: Int64?) -> Int32 {
        var provider = nghttp2_data_provider()
        provider.source.ptr = Unmanaged.passUnretained(call).toOpaque()
        provider.read_callback = HTTP2Callbacks.readRequest
        let user = Unmanaged.passUnretained(call).toOpaque()
        guard let timeout else {
            return nghttp2_submit_request(session, nil, head.fields, head.count, &provider, user)
        }
        return withUnsafeTemporaryAllocation(of: nghttp2_nv.self, capacity: head.count + 1) { fields in
            guard let start = fields.baseAddress else { return -1 }
            start.initialize(from: head.fields, count: head.count)
            var text = GRPCTimeout.encode(timeout)
            let name: StaticString = "grpc-timeout"
            return text.withUnsafeMutableBufferPointer { text in
                (start + head.count).initialize(
                    to: nghttp2_nv(
                        name: UnsafeMutablePointer(mutating: name.utf8Start), value: text.baseAddress,
                        namelen: name.utf8CodeUnitCount, valuelen: text.count,
                        flags: UInt8(NGHTTP2_NV_FLAG_NO_COPY_NAME.rawValue)))
                return nghttp2_submit_request(session, nil, start, head.count + 1, &provider, user)
            }
        }
    }

    /// Another message of a request that isn't whole; after `isLast` it is. False where the call has ended.
    package func send(_ message: UnsafeRawBufferPointer, on stream: Int32, isLast: Bool = false) -> Bool {
        guard let call = find(stream), !call.isRequestWhole else { return false }
        append(message, to: call)
        call.isRequestWhole = isLast
        resume(call)
        return true
    }

    /// The request has no more messages.
    package func finish(_ stream: Int32) {
        guard let call = find(stream), !call.isRequestWhole else { return }
        call.isRequestWhole = true
        resume(call)
    }

    /// Bytes of a call's request that wait to be sent.
    package func waitingBytes(of stream: Int32) -> Int {
        find(stream).map { $0.outbound.count - $0.sent } ?? 0
    }

    /// Gives a call up, at the server too. It ends as CANCELLED once that is written.
    package func cancel(_ stream: Int32) {
        guard let call = find(stream) else { return }
        end(call, .cancelled)
    }

    /// Ends a call from this side.
    func end(_ call: HTTP2Call, _ status: Status) {
        guard call.failure == nil else { return }
        call.failure = status
        nghttp2_submit_rst_stream(session, Self.noFlags, call.id, NGHTTP2_CANCEL.rawValue)
    }

    /// Asks the server for a sign of life: a `pong` comes.
    package func ping() { nghttp2_submit_ping(session, Self.noFlags, nil) }

    /// Says that this side makes no more calls; the server then may close the connection.
    package func sayGoodbye() {
        saidGoodbye = true
        nghttp2_session_terminate_session(session, NGHTTP2_NO_ERROR.rawValue)
    }

    private func append(_ message: UnsafeRawBufferPointer, to call: HTTP2Call) {
        if call.sent > 0, call.sent == call.outbound.count {
            call.outbound.removeAll()
            call.sent = 0
        }
        let length = UInt32(truncatingIfNeeded: message.count).bigEndian
        withUnsafeTemporaryAllocation(byteCount: MessagePrefix.byteCount, alignment: 4) { prefix in
            prefix.storeBytes(of: 0, as: UInt8.self)
            prefix.storeBytes(of: length, toByteOffset: 1, as: UInt32.self)
            call.outbound.append(UnsafeRawBufferPointer(prefix))
        }
        call.outbound.append(message)
    }

    private func resume(_ call: HTTP2Call) {
        guard call.isDeferred else { return }
        call.isDeferred = false
        nghttp2_session_resume_data(session, call.id)
    }

    // MARK: Bytes

    /// What came. False where the connection can't go on: then all calls have ended.
    @discardableResult
    package func receive(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard failure == nil else { return false }
        if seen < 4, let foreign = look(at: bytes) {
            lose(foreign)
            return false
        }
        let used = nghttp2_session_mem_recv(
            session, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count)
        guard used < 0 else { return true }
        lose(Self.misbehaved)
        return false
    }

    private static let misbehaved = "was ended: the server sent what HTTP/2 doesn't allow"

    /// A server's first frame is SETTINGS. Answers what is wrong.
    private func look(at bytes: UnsafeRawBufferPointer) -> String? {
        for byte in bytes.prefix(4 - seen) {
            if seen == 0, byte == 0x15 || byte == 0x16 { return found(.tls, "TLS") }
            if seen == 0, byte == UInt8(ascii: "H") { return found(.http1, "HTTP/1") }
            seen += 1
            if seen == 4, UInt32(byte) != NGHTTP2_SETTINGS.rawValue { return found(.other, "no HTTP/2") }
        }
        return nil
    }

    private func found(_ other: Foreign, _ name: String) -> String {
        foreign = other
        return "was ended: the server speaks \(name) there"
    }

    /// Appends what is to be sent, until `output` has about `limit` bytes: what is behind it waits for the next time. False where
    /// the connection can't go on.
    @discardableResult
    package func write(into output: OutputBuffer, limit: Int = 256 << 10) -> Bool {
        guard failure == nil else { return false }
        while output.count < limit {
            var data: UnsafePointer<UInt8>?
            let count = nghttp2_session_mem_send(session, &data)
            if count == 0 { return endIfOver() }
            guard count > 0 else {
                lose("was ended: memory is short")
                return false
            }
            output.append(UnsafeRawBufferPointer(start: data, count: count))
        }
        return true
    }

    /// nghttp2 has told the server what is wrong with it, and reads no more.
    private func endIfOver() -> Bool {
        guard nghttp2_session_want_read(session) == 0, nghttp2_session_want_write(session) == 0 else { return true }
        lose(saidGoodbye ? "was closed" : Self.misbehaved)
        return false
    }

    /// The connection is gone: all calls end as UNAVAILABLE. `why` ends a sentence: "was lost".
    package func lose(_ why: String) {
        guard failure == nil else { return }
        failure = why
        reading = nil
        while let call = calls.popLast() {
            if call.failure == nil { call.failure = .connectionLost(why) }
            tellEnd(of: call, error: 0)
            memory.giveBack(call)
        }
    }

    // MARK: Events

    /// A message's bytes, until `clearEvents`.
    package func bytes(of event: HTTP2Event) -> UnsafeRawBufferPointer {
        guard event.kind == .message else { return UnsafeRawBufferPointer(start: nil, count: 0) }
        return UnsafeRawBufferPointer(rebasing: inbound.bytes[event.start..<event.start + event.count])
    }

    /// Why a call failed; OK for one that didn't.
    package func status(of event: HTTP2Event) -> Status {
        event.extra >= 0 ? extras[event.extra].status ?? .succeeded : .succeeded
    }

    /// A failed call's google.rpc.Status as the server sent it, with details that `status(of:)` doesn't know; empty where it sent
    /// none.
    package func encodedStatus(of event: HTTP2Event) -> [UInt8] {
        event.extra >= 0 ? extras[event.extra].encoded : []
    }

    /// The metadata of `headers`, or of `ended`, of a call that asked for it.
    package func metadata(of event: HTTP2Event) -> CallMetadata {
        event.extra >= 0 ? extras[event.extra].metadata : CallMetadata()
    }

    /// Forgets the events; their messages' bytes are gone.
    package func clearEvents() {
        events.removeAll(keepingCapacity: true)
        if !extras.isEmpty { extras.removeAll() }
        inbound.removeAll()
    }

    // MARK: Streams

    @inline(__always)
    func find(_ id: Int32) -> HTTP2Call? {
        guard failure == nil, id > 0 else { return nil }
        if let data = nghttp2_session_get_stream_user_data(session, id) {
            return Unmanaged<HTTP2Call>.fromOpaque(data).takeUnretainedValue()
        }
        // nghttp2 doesn't know it before its header fields are written.
        return calls.last { $0.id == id }
    }

    /// nghttp2 is done with the stream.
    func close(_ id: Int32, error: UInt32) {
        guard let call = find(id), call.position < calls.count, calls[call.position] === call else { return }
        if reading?.toOpaque() == Unmanaged.passUnretained(call).toOpaque() { reading = nil }
        if let last = calls.popLast(), last !== call {
            calls[call.position] = last
            last.position = call.position
        }
        tellEnd(of: call, error: error)
        memory.giveBack(call)
    }
}

extension nghttp2_settings_entry {
    fileprivate init(_ id: nghttp2_settings_id, _ value: Int) {
        self.init(settings_id: Int32(bitPattern: id.rawValue), value: UInt32(clamping: value))
    }
}
