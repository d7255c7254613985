import CNghttp2
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
            if let header { HTTP2Connection.from(context)?.begin(UInt32(header.pointee.type)) }
            return 0
        }
        nghttp2_session_callbacks_set_on_begin_headers_callback(pointer) { _, frame, context in
            if let frame { HTTP2Connection.from(context)?.beginHeaders(frame) }
            return 0
        }
        nghttp2_session_callbacks_set_on_header_callback2(pointer) { _, _, name, value, _, context in
            guard let connection = HTTP2Connection.from(context), let stream = connection.reading else { return 0 }
            return connection.readField(nghttp2_rcbuf_get_buf(name), nghttp2_rcbuf_get_buf(value), into: stream)
        }
        nghttp2_session_callbacks_set_on_frame_recv_callback(pointer) { _, frame, context in
            if let frame { HTTP2Connection.from(context)?.received(frame) }
            return 0
        }
        nghttp2_session_callbacks_set_on_data_chunk_recv_callback(pointer) { _, _, id, data, count, context in
            HTTP2Connection.from(context)?.readData(
                UInt32(bitPattern: id), UnsafeRawBufferPointer(start: data, count: count))
            return 0
        }
        nghttp2_session_callbacks_set_on_stream_close_callback(pointer) { _, id, _, context in
            guard let connection = HTTP2Connection.from(context) else { return 0 }
            if let stream = connection.find(UInt32(bitPattern: id)) { connection.close(stream) }
            return 0
        }
    }

    private func setSending() {
        nghttp2_session_callbacks_set_on_frame_send_callback(pointer) { _, frame, context in
            if let frame { HTTP2Connection.from(context)?.sent(frame) }
            return 0
        }
    }
}

extension HTTP2Connection {
    @inline(__always)
    fileprivate static func from(_ context: UnsafeMutableRawPointer?) -> HTTP2Connection? {
        context.map { Unmanaged<HTTP2Connection>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Not all that begins is told of when it has come.
    fileprivate func begin(_ type: UInt32) {
        switch type {
        case NGHTTP2_HEADERS.rawValue, NGHTTP2_CONTINUATION.rawValue: manners.isMidway = true
        case NGHTTP2_DATA.rawValue: manners.isMidway = false
        default:
            manners.isMidway = false
            manners.noteIdleFrame()
        }
    }

    fileprivate func beginHeaders(_ frame: UnsafePointer<nghttp2_frame>) {
        guard frame.pointee.headers.cat == NGHTTP2_HCAT_REQUEST else { return }
        let stream = open(frame.header.stream_id)
        nghttp2_session_set_stream_user_data(
            session, stream.id, Unmanaged.passUnretained(stream).toOpaque())
        reading = stream
    }

    /// One header field. A list far beyond what was announced is no mistake: the connection ends.
    fileprivate func readField(_ name: nghttp2_vec, _ value: nghttp2_vec, into stream: HTTP2Stream) -> Int32 {
        let limit = HTTP2Limits.headerListBytes(shard.options)
        let reader = RequestHeadReader(table: shard.table, maxListBytes: limit)
        reader.read(name.buffer.bytes, value.buffer.bytes, into: stream)
        return stream.head.listBytes > 8 * limit ? NGHTTP2_ERR_CALLBACK_FAILURE.rawValue : 0
    }

    fileprivate func received(_ frame: UnsafePointer<nghttp2_frame>) {
        manners.isMidway = false
        let header = frame.header
        let flags = UInt32(header.flags)
        switch UInt32(header.type) {
        case NGHTTP2_HEADERS.rawValue:
            if let stream = reading, stream.id == header.stream_id {
                reading = nil
                endHeaders(of: stream)
            }
            if flags & NGHTTP2_FLAG_END_STREAM.rawValue != 0 { endRequest(header.stream_id) }
        case NGHTTP2_DATA.rawValue:
            if flags & NGHTTP2_FLAG_END_STREAM.rawValue != 0 {
                manners.noteData()
                endRequest(header.stream_id)
            } else if header.length > 0 {
                manners.noteData()
            } else {
                manners.noteIdleFrame()
            }
        case NGHTTP2_PING.rawValue: receivedPing(isAck: flags & NGHTTP2_FLAG_ACK.rawValue != 0)
        case NGHTTP2_SETTINGS.rawValue: manners.hasSettings = true
        default: break
        }
    }

    /// A stream whose answer ended before its request has is reset, so that the client sends no more of it.
    fileprivate func sent(_ frame: UnsafePointer<nghttp2_frame>) {
        let header = frame.header
        let type = UInt32(header.type)
        if type == NGHTTP2_HEADERS.rawValue || type == NGHTTP2_DATA.rawValue { manners.noteAnswer() }
        guard earlyEnds > 0, UInt32(header.flags) & NGHTTP2_FLAG_END_STREAM.rawValue != 0,
            let stream = find(UInt32(bitPattern: header.stream_id)), !stream.isRequestWhole
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

extension nghttp2_vec {
    @inline(__always)
    fileprivate var buffer: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: len) }
}
