internal import CNghttp2
internal import RPC

/// What nghttp2 calls while it reads and writes: the same for all sessions.
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
        nghttp2_option_set_no_closed_streams(option, 1)
        set()
    }

    private func set() {
        nghttp2_session_callbacks_set_on_begin_headers_callback(pointer) { _, frame, context in
            guard let frame else { return 0 }
            return HTTP2Session.with(context) { $0.beginHeaders(frame.header.stream_id) }
        }
        nghttp2_session_callbacks_set_on_header_callback2(pointer) { _, _, name, value, _, context in
            HTTP2Session.with(context) { session in
                session.readField(nghttp2_rcbuf_get_buf(name), nghttp2_rcbuf_get_buf(value))
            }
        }
        nghttp2_session_callbacks_set_on_frame_recv_callback(pointer) { _, frame, context in
            guard let frame else { return 0 }
            return HTTP2Session.with(context) { $0.received(frame) }
        }
        nghttp2_session_callbacks_set_on_data_chunk_recv_callback(pointer) { _, _, id, data, count, context in
            HTTP2Session.with(context) { $0.readData(id, UnsafeRawBufferPointer(start: data, count: count)) }
        }
        nghttp2_session_callbacks_set_on_stream_close_callback(pointer) { _, id, error, context in
            HTTP2Session.with(context) { $0.close(id, error: error) }
        }
    }

    /// Puts the next of a request into a DATA frame.
    static let readRequest: nghttp2_data_source_read_callback = { _, _, room, count, flags, source, _ in
        guard let pointer = source?.pointee.ptr, let room, let flags else { return 0 }
        return Unmanaged<HTTP2Call>.fromOpaque(pointer)._withUnsafeGuaranteedRef { call in
            let taken = min(call.outbound.count - call.sent, count)
            if taken > 0 {
                let part = call.outbound.bytes[call.sent..<call.sent + taken]
                UnsafeMutableRawPointer(room).copyMemory(
                    from: UnsafeRawBufferPointer(rebasing: part).baseAddress ?? UnsafeRawPointer(room), byteCount: taken
                )
                call.sent += taken
            }
            if call.sent == call.outbound.count {
                if call.isRequestWhole {
                    flags.pointee |= NGHTTP2_DATA_FLAG_EOF.rawValue
                } else if taken == 0 {
                    call.isDeferred = true
                    return Int(NGHTTP2_ERR_DEFERRED.rawValue)
                }
            }
            return taken
        }
    }
}

extension HTTP2Session {
    /// The session that is told: it is there for as long as nghttp2's, so nothing is counted.
    @inline(__always)
    fileprivate static func with(_ context: UnsafeMutableRawPointer?, _ body: (HTTP2Session) -> Void) -> Int32 {
        guard let context else { return 0 }
        Unmanaged<HTTP2Session>.fromOpaque(context)._withUnsafeGuaranteedRef { body($0) }
        return 0
    }
}

extension UnsafePointer<nghttp2_frame> {
    /// What stands first in each of the union's frames.
    @inline(__always)
    var header: nghttp2_frame_hd {
        UnsafeRawPointer(self).assumingMemoryBound(to: nghttp2_frame_hd.self).pointee
    }
}
