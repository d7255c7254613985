/// ttrpc's Response: `status=1 google.rpc.Status, payload=2`.
package enum ResponseEnvelope {
    /// A failure's Response frame.
    package static func frame(stream: UInt32, _ status: Status) -> [UInt8] {
        var writer = WireWriter()
        writer.write(field: 1, bytes: status.encoded)
        return FrameHeader.frame(stream: stream, type: FrameType.response, writer.bytes)
    }

    /// A success's Response frame. An answer too long for a frame becomes RESOURCE_EXHAUSTED.
    package static func frame(stream: UInt32, payload: [UInt8]) -> [UInt8] {
        var writer = WireWriter(reservingCapacity: payload.count + 6)
        if !payload.isEmpty { writer.write(field: 2, bytes: payload) }
        guard writer.bytes.count <= FrameHeader.maximumLength else {
            return frame(stream: stream, .answerTooLong)
        }
        return FrameHeader.frame(stream: stream, type: FrameType.response, writer.bytes)
    }

    /// What a client reads out of a Response's data: the payload, or the status where the call failed.
    package static func decode(_ data: RawSpan) -> Result<[UInt8], Status> {
        var payload: [UInt8] = []
        var reader = WireReader(data)
        while let field = reader.next() {
            guard field.type == .bytes else { continue }
            if field.number == 1 {
                guard let status = Status(decoding: field.bytes) else { return .failure(.malformedAnswer) }
                if status.code != .ok { return .failure(status) }
            }
            if field.number == 2 { payload = field.bytes.copied }
        }
        return reader.failed ? .failure(.malformedAnswer) : .success(payload)
    }
}

extension Status {
    package static let answerTooLong = Status(
        .resourceExhausted, "The answer is longer than a frame may be; ask for less.", reason: "ANSWER_TOO_LONG")
    static let malformedAnswer = Status(
        .internalError, "The server's answer doesn't parse.", reason: "ANSWER_MALFORMED")
}
