internal import CNghttp2
internal import Glibc
internal import RPC

// Answers on their way in.
extension HTTP2Session {
    func beginHeaders(_ id: Int32) {
        reading = find(id).map { Unmanaged.passUnretained($0) }
    }

    /// One header field, of the answer's beginning or of its end.
    @inline(__always)
    func readField(_ name: nghttp2_vec, _ value: nghttp2_vec) {
        guard let reading else { return }
        reading._withUnsafeGuaranteedRef { call in
            call.listBytes &+= name.len &+ value.len &+ 32
            guard call.listBytes <= options.maxHeaderListBytes else { return end(call, .headersTooLong) }
            call.read(name, value)
        }
    }

    func received(_ frame: UnsafePointer<nghttp2_frame>) {
        let header = frame.header
        switch UInt32(header.type) {
        case NGHTTP2_HEADERS.rawValue:
            if let call = reading {
                reading = nil
                call._withUnsafeGuaranteedRef { endHeaders(of: $0, isLast: header.isLast) }
            }
        case NGHTTP2_SETTINGS.rawValue: isSettled = true
        case NGHTTP2_PING.rawValue:
            if UInt32(header.flags) & NGHTTP2_FLAG_ACK.rawValue != 0 { events.append(HTTP2Event(.pong)) }
        case NGHTTP2_GOAWAY.rawValue:
            isGoingAway = true
            events.append(HTTP2Event(.goAway, code: Int32(bitPattern: frame.pointee.goaway.error_code)))
        default: break
        }
    }

    private func endHeaders(of call: HTTP2Call, isLast: Bool) {
        // 1xx is followed by what counts.
        guard call.http >= 200 else { return }
        if !call.hasHeaders, !isLast, call.wantsMetadata {
            extras.append(EventExtra(metadata: call.metadata))
            events.append(HTTP2Event(.headers, stream: call.id, tag: call.tag, extra: extras.count - 1))
            call.metadata = CallMetadata()
        }
        call.hasHeaders = true
        call.listBytes = 0
    }

    /// Messages may be cut anywhere. Most come whole.
    @inline(__always)
    func readData(_ id: Int32, _ data: UnsafeRawBufferPointer) {
        guard let call = find(id), call.failure == nil, call.isGRPC else { return }
        var rest = data
        if call.partial.count > 0 {
            rest = fill(call, rest)
            guard call.partial.count == 0 else { return }
        }
        while rest.count >= MessagePrefix.byteCount, call.failure == nil {
            let prefix = MessagePrefix(reading: rest.bytes, at: 0)
            guard check(prefix, call) else { return }
            let end = MessagePrefix.byteCount + Int(prefix.length)
            guard rest.count >= end else { break }
            tell(call, UnsafeRawBufferPointer(rebasing: rest[MessagePrefix.byteCount..<end]))
            rest = UnsafeRawBufferPointer(rebasing: rest[end...])
        }
        call.partial.append(rest)
    }

    /// Adds to the message that was begun; tells of it where it is whole now. Answers what lies behind it.
    private func fill(_ call: HTTP2Call, _ data: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        var rest = take(MessagePrefix.byteCount - call.partial.count, of: data, into: call)
        guard call.partial.count >= MessagePrefix.byteCount else { return rest }
        let prefix = MessagePrefix(reading: call.partial.bytes.bytes, at: 0)
        guard check(prefix, call) else { return rest }
        let end = MessagePrefix.byteCount + Int(prefix.length)
        rest = take(end - call.partial.count, of: rest, into: call)
        guard call.partial.count == end else { return rest }
        tell(call, UnsafeRawBufferPointer(rebasing: call.partial.bytes[MessagePrefix.byteCount...]))
        call.partial.removeAll()
        return rest
    }

    private func take(
        _ wanted: Int, of data: UnsafeRawBufferPointer, into call: HTTP2Call
    ) -> UnsafeRawBufferPointer {
        guard wanted > 0, data.count > 0 else { return data }
        let count = min(wanted, data.count)
        call.partial.append(UnsafeRawBufferPointer(rebasing: data[..<count]))
        return UnsafeRawBufferPointer(rebasing: data[count...])
    }

    @inline(__always)
    private func check(_ prefix: MessagePrefix, _ call: HTTP2Call) -> Bool {
        if prefix.flags == 0, Int(prefix.length) <= options.maxMessageBytes { return true }
        end(call, prefix.flags == 0 ? .messageTooLong : .messageCompressed)
        return false
    }

    private func tell(_ call: HTTP2Call, _ message: UnsafeRawBufferPointer) {
        let start = inbound.count
        inbound.append(message)
        events.append(HTTP2Event(.message, stream: call.id, tag: call.tag, start: start, count: message.count))
    }

    /// The call is over; `error` is HTTP/2's.
    func tellEnd(of call: HTTP2Call, error: UInt32) {
        let isRefused = call.failure == nil && error == NGHTTP2_REFUSED_STREAM.rawValue
        guard let status = call.failed(error: error) else {
            let extra = call.metadata.entries.isEmpty ? -1 : keep(EventExtra(metadata: call.metadata))
            return events.append(HTTP2Event(.ended, stream: call.id, tag: call.tag, extra: extra))
        }
        let extra = keep(EventExtra(status: status, metadata: call.metadata))
        events.append(
            HTTP2Event(
                .ended, stream: call.id, tag: call.tag, code: status.code.rawValue, wasRefused: isRefused, extra: extra)
        )
    }

    private func keep(_ extra: EventExtra) -> Int {
        extras.append(extra)
        return extras.count - 1
    }
}

extension nghttp2_frame_hd {
    fileprivate var isLast: Bool { UInt32(flags) & NGHTTP2_FLAG_END_STREAM.rawValue != 0 }
}

extension HTTP2Call {
    @inline(__always)
    fileprivate func read(_ name: nghttp2_vec, _ value: nghttp2_vec) {
        switch name.len {
        case 7 where name.isEqual(to: ":status"): http = value.number ?? 0
        case 12 where name.isEqual(to: "content-type"):
            isGRPC =
                value.isEqual(to: "application/grpc")
                || GRPCContentType.isSpoken(UnsafeRawBufferPointer(start: value.base, count: value.len).bytes)
        case 11 where name.isEqual(to: "grpc-status"):
            // A status that is no number, or none of gRPC's, is still a failure.
            code = value.number ?? StatusCode.unknown.rawValue
        case 12 where name.isEqual(to: "grpc-message"): message = PercentEncoding.decode(value.span)
        case 23 where name.isEqual(to: "grpc-status-details-bin"): details = Base64.decode(value.span) ?? []
        default: if wantsMetadata { note(name, value) }
        }
    }

    /// A binary value's base64 is undone; several may stand in one field, between commas.
    private func note(_ name: nghttp2_vec, _ value: nghttp2_vec) {
        let text = String(
            decoding: UnsafeRawBufferPointer(start: name.base, count: name.len), as: UTF8.self)
        let bytes = UnsafeRawBufferPointer(start: value.base, count: value.len)
        guard text.hasSuffix("-bin") else { return metadata.append(text, [UInt8](bytes)) }
        for part in bytes.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
            let part = [UInt8](part)
            if let decoded = Base64.decode(part.span.bytes) { metadata.append(text, decoded) }
        }
    }

    /// Why the call failed; nil where it didn't. `error` is HTTP/2's.
    fileprivate func failed(error: UInt32) -> Status? {
        if let failure { return failure }
        // The answer may end before the request does: then its stream is reset without an error.
        if code >= 0 {
            guard partial.count == 0 else { return .messageIncomplete }
            return code == 0 ? nil : Status(grpc: code, message, details)
        }
        if error != NGHTTP2_NO_ERROR.rawValue { return .reset(error) }
        if http != 200 || !isGRPC { return .notGRPC(http: http) }
        return .statusMissing
    }
}

extension nghttp2_vec {
    fileprivate var span: RawSpan {
        @_lifetime(borrow self)
        get { unsafe _overrideLifetime(UnsafeRawBufferPointer(start: base, count: len).bytes, borrowing: self) }
    }

    @inline(__always)
    fileprivate func isEqual(to literal: StaticString) -> Bool {
        len == literal.utf8CodeUnitCount && memcmp(base, literal.utf8Start, len) == 0
    }

    /// One to four digits.
    fileprivate var number: Int32? {
        guard let base, len > 0, len <= 4 else { return nil }
        var number: Int32 = 0
        for offset in 0..<len {
            let digit = base[offset] &- UInt8(ascii: "0")
            guard digit <= 9 else { return nil }
            number = number * 10 + Int32(digit)
        }
        return number
    }
}
