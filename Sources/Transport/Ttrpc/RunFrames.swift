import RPC

// ttrpc's face (containerd/ttrpc, PROTOCOL.md): what a frame does.
extension Shard {
    /// Runs every whole frame at the front of `bytes`; answers go to `output`. Says how many bytes they took.
    func runFrames(_ connection: Connection, _ bytes: RawSpan) -> Int {
        var position = 0
        while bytes.byteCount - position >= FrameHeader.byteCount {
            let header = FrameHeader(reading: bytes, at: position)
            let length = Int(header.length)
            let start = position + FrameHeader.byteCount
            guard length <= FrameHeader.maximumLength else {
                if header.type == FrameType.request {
                    output.append(ResponseEnvelope.frame(stream: header.stream, .frameTooLong))
                }
                let here = min(length, bytes.byteCount - start)
                connection.skip = length - here
                position = start + here
                continue
            }
            guard bytes.byteCount - start >= length else { break }
            // Data belongs to client streams, which no method has; other types are a later protocol's.
            if header.type == FrameType.request {
                runRequest(connection, header.stream, bytes.extracting(start..<start + length))
            }
            position = start + length
        }
        return position
    }

    @inline(__always)
    private func runRequest(_ connection: Connection, _ stream: UInt32, _ data: RawSpan) {
        guard stream & 1 == 1 else { return refuse(stream, .evenStream) }
        if !connection.calls.isEmpty, connection.calls[stream] != nil { return refuse(stream, .streamInUse) }
        guard let envelope = RequestEnvelope(reading: data) else { return refuse(stream, .badRequest) }
        guard envelope.metadataCount <= options.maxMetadataEntries, envelope.metadataBytes <= options.maxMetadataBytes
        else {
            return refuse(stream, .metadataTooLong)
        }
        if isDraining { return refuse(stream, .draining) }
        guard let index = table.index(service: envelope.service, method: envelope.method) else {
            return refuse(stream, .unknownMethod)
        }
        let deadline = Deadline(timeoutNanoseconds: envelope.timeoutNanoseconds, now: now)
        if deadline.isPast(now) { return refuse(stream, .deadlineExceeded) }
        let call = Call(envelope, deadline: deadline, connection: connection.state)
        switch table.entries[index].handler {
        case .inline(let handler):
            var reply = Reply(stream: stream, output: output)
            handler(call, &reply)
            if !reply.isAnswered { reply.fail(.unanswered) }
        case .deferred(let handler):
            guard let responder = begin(connection, stream, deadline, index) else { return }
            handler(call.owned, responder)
        }
    }

    private func begin(
        _ connection: Connection, _ stream: UInt32, _ deadline: Deadline, _ index: Int
    ) -> DeferredCall? {
        guard connection.calls.count < options.maxCallsPerConnection else {
            refuse(stream, .tooManyCalls)
            return nil
        }
        let call = DeferredCall(
            stream: stream, deadline: deadline, isServerStreaming: table.entries[index].isServerStreaming,
            connection: connection.id, mailbox: mailbox)
        connection.calls[stream] = call
        callsInFlight += 1
        if deadline != .none {
            deadlines.insert(.init(deadline: deadline.nanoseconds, connection: connection.id, call: call))
        }
        return call
    }

    private func refuse(_ stream: UInt32, _ status: Status) {
        output.append(ResponseEnvelope.frame(stream: stream, status))
    }
}

extension Status {
    static let evenStream = Status(.invalidArgument, "A client's stream ids are odd.", reason: "STREAM_ID_EVEN")
    static let streamInUse = Status(
        .invalidArgument, "This stream id's call is still running.", reason: "STREAM_ID_IN_USE")
    static let badRequest = Status(
        .invalidArgument, "The frame's bytes are no ttrpc Request.", reason: "REQUEST_MALFORMED")
    static let metadataTooLong = Status(.resourceExhausted, "Send less metadata.", reason: "METADATA_TOO_LONG")
    static let draining = Status(
        .unavailable, "The server is about to stop; ask another, or this address again shortly.", reason: "DRAINING",
        retryDelayMs: 500)
    static let unknownMethod = Status(.unimplemented, "There is no such service or method.", reason: "METHOD_UNKNOWN")
    static let deadlineExceeded = Status(
        .deadlineExceeded, "The deadline passed before the answer was there.", reason: "DEADLINE_EXCEEDED")
    static let tooManyCalls = Status(
        .resourceExhausted, "Too many calls run on this connection; wait for some of them.", reason: "TOO_MANY_CALLS",
        retryDelayMs: 50)
    static let frameTooLong = Status(.resourceExhausted, "A frame carries at most 4 MiB.", reason: "FRAME_TOO_LONG")
    static let shortOfMemory = Status(
        .resourceExhausted, "Too many long requests at once; try again shortly.", reason: "OVERLOADED",
        retryDelayMs: 200)
    static let unanswered = Status(.internalError, "The method gave no answer.", reason: "UNANSWERED")
}
