import CNghttp2
import Glibc
import RPC

/// What nghttp2 calls while it reads and writes, and how it is to behave: the same for all connections.
final class HTTP2Callbacks: @unchecked Sendable {
    // nghttp2 copies them into each session; they are only read.
    static let shared = HTTP2Callbacks()

    let pointer: OpaquePointer?
    let option: OpaquePointer?

    private init() {
        var callbacks: OpaquePointer?
        nghttp2_session_callbacks_new(&callbacks)
        pointer = callbacks
        var option: OpaquePointer?
        nghttp2_option_new(&option)
        self.option = option
        setOptions()
        setReading()
        setSending()
    }

    private func setOptions() {
        nghttp2_option_set_no_auto_window_update(option, 1)
        nghttp2_option_set_no_closed_streams(option, 1)
        nghttp2_option_set_max_outbound_ack(option, HTTP2Limits.outboundAcks)
        nghttp2_option_set_stream_reset_rate_limit(option, HTTP2Limits.resetBurst, HTTP2Limits.resetRate)
    }

    private func setReading() {
        nghttp2_session_callbacks_set_on_begin_frame_callback(pointer) { _, header, context in
            guard let header else { return 0 }
            return HTTP2Connection.with(context) { $0.begin(header.pointee) }
        }
        nghttp2_session_callbacks_set_on_begin_headers_callback(pointer) { _, frame, context in
            guard let frame else { return 0 }
            return HTTP2Connection.with(context) { $0.beginHeaders(frame) }
        }
        nghttp2_session_callbacks_set_on_header_callback2(pointer) { _, _, name, value, _, context in
            HTTP2Connection.with(context) { $0.readField(nghttp2_rcbuf_get_buf(name), value) }
        }
        nghttp2_session_callbacks_set_on_frame_recv_callback(pointer) { _, frame, context in
            guard let frame else { return 0 }
            return HTTP2Connection.with(context) { $0.received(frame) }
        }
        nghttp2_session_callbacks_set_on_data_chunk_recv_callback(pointer) { _, _, id, data, count, context in
            HTTP2Connection.with(context) { $0.readData(id, UnsafeRawBufferPointer(start: data, count: count)) }
        }
        nghttp2_session_callbacks_set_on_stream_close_callback(pointer) { _, id, _, context in
            HTTP2Connection.with(context) { $0.closeStream(id) }
        }
    }

    private func setSending() {
        nghttp2_session_callbacks_set_on_frame_send_callback(pointer) { _, frame, context in
            guard let frame else { return 0 }
            return HTTP2Connection.with(context) { $0.sent(frame) }
        }
    }
}

extension HTTP2Connection {
    /// The connection that a session belongs to: it is there for as long as the session, so nothing is counted.
    @inline(__always)
    fileprivate static func with(_ context: UnsafeMutableRawPointer?, _ body: (HTTP2Connection) -> Int32) -> Int32 {
        guard let context else { return 0 }
        return Unmanaged<HTTP2Connection>.fromOpaque(context)._withUnsafeGuaranteedRef { body($0) }
    }

    @inline(__always)
    fileprivate static func with(_ context: UnsafeMutableRawPointer?, _ body: (HTTP2Connection) -> Void) -> Int32 {
        with(context) {
            body($0)
            return 0
        }
    }

    /// Not all that begins is told of when it has come.
    fileprivate func begin(_ header: nghttp2_frame_hd) {
        switch UInt32(header.type) {
        case NGHTTP2_HEADERS.rawValue:
            // nghttp2 passes over what comes for a stream that is over. Trailers may, which end it; a request may not.
            if header.stream_id <= lastOpened, UInt32(header.flags) & NGHTTP2_FLAG_END_STREAM.rawValue == 0,
                find(header.stream_id) == nil
            {
                manners.offence = .streamIDReused
            }
        case NGHTTP2_CONTINUATION.rawValue, NGHTTP2_DATA.rawValue: break
        default: manners.noteIdleFrame()
        }
    }

    fileprivate func beginHeaders(_ frame: UnsafePointer<nghttp2_frame>) {
        guard frame.pointee.headers.cat == NGHTTP2_HCAT_REQUEST else { return }
        let stream = Unmanaged.passUnretained(open(frame.header.stream_id))
        nghttp2_session_set_stream_user_data(session, frame.header.stream_id, stream.toOpaque())
        reading = stream
    }

    /// One header field. A list far beyond what was announced is no mistake: the connection ends.
    @inline(__always)
    fileprivate func readField(_ name: nghttp2_vec, _ value: OpaquePointer?) -> Int32 {
        guard let reading else { return 0 }
        return reading._withUnsafeGuaranteedRef { stream in
            if name.len == 5, memcmp(name.base, ":path", 5) == 0 { readPath(value, into: stream) }
            stream.read(name, nghttp2_rcbuf_get_buf(value), maxListBytes: maxListBytes)
            return stream.head.listBytes > 8 &* maxListBytes ? NGHTTP2_ERR_CALLBACK_FAILURE.rawValue : 0
        }
    }

    /// A client that calls one method again and again sends the same entry of HPACK's table: it is looked up once.
    private func readPath(_ value: OpaquePointer?, into stream: HTTP2Stream) {
        if value != lastPath {
            lastMethod = shard.table.index(path: nghttp2_rcbuf_get_buf(value).buffer)
            lastMethodReadsMetadata = lastMethod >= 0 && shard.table.entries[lastMethod].readsMetadata
            keepPath(value)
        }
        if lastMethod < 0 { stream.pagePath = Self.pagePath(nghttp2_rcbuf_get_buf(value).buffer) }
        stream.head.method = lastMethod
        stream.head.readsMetadata = lastMethodReadsMetadata
    }

    /// Held, so that no other entry can have its address.
    private func keepPath(_ value: OpaquePointer?) {
        if let lastPath { nghttp2_rcbuf_decref(lastPath) }
        if let value { nghttp2_rcbuf_incref(value) }
        lastPath = value
    }

    fileprivate func received(_ frame: UnsafePointer<nghttp2_frame>) {
        let header = frame.header
        let flags = UInt32(header.flags)
        switch UInt32(header.type) {
        case NGHTTP2_HEADERS.rawValue:
            if let stream = reading {
                reading = nil
                stream._withUnsafeGuaranteedRef { endHeaders(of: $0) }
            }
            if flags & NGHTTP2_FLAG_END_STREAM.rawValue != 0 { endRequest(header.stream_id) }
        case NGHTTP2_DATA.rawValue:
            if flags & NGHTTP2_FLAG_END_STREAM.rawValue != 0 {
                endRequest(header.stream_id)
            } else if header.length <= frame.pointee.data.padlen {
                manners.noteIdleFrame()
            }
        case NGHTTP2_PING.rawValue: receivedPing(isAck: flags & NGHTTP2_FLAG_ACK.rawValue != 0)
        case NGHTTP2_SETTINGS.rawValue: manners.hasSettings = true
        default: break
        }
    }

    fileprivate func closeStream(_ id: Int32) {
        guard let stream = find(id) else { return }
        close(stream)
    }

    /// A stream whose answer ended before its request has is reset, so that the client sends no more of it.
    fileprivate func sent(_ frame: UnsafePointer<nghttp2_frame>) {
        let header = frame.header
        let type = UInt32(header.type)
        if type == NGHTTP2_HEADERS.rawValue || type == NGHTTP2_DATA.rawValue { manners.noteAnswer() }
        if type == NGHTTP2_RST_STREAM.rawValue, frame.pointee.rst_stream.error_code == NGHTTP2_REFUSED_STREAM.rawValue {
            shard.refusedCalls.note(.tooManyCalls, on: .http2)
        }
        guard earlyEnds > 0, UInt32(header.flags) & NGHTTP2_FLAG_END_STREAM.rawValue != 0,
            let stream = find(header.stream_id), !stream.isRequestWhole
        else { return }
        earlyEnds -= 1
        nghttp2_submit_rst_stream(
            session, UInt8(NGHTTP2_FLAG_NONE.rawValue), header.stream_id, NGHTTP2_NO_ERROR.rawValue)
    }
}

extension UnsafePointer<nghttp2_frame> {
    /// What stands first in each of the union's frames.
    @inline(__always)
    fileprivate var header: nghttp2_frame_hd {
        UnsafeRawPointer(self).assumingMemoryBound(to: nghttp2_frame_hd.self).pointee
    }
}
