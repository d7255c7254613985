import RPC

// ttrpc's face (containerd/ttrpc, PROTOCOL.md): what a frame does.
extension Shard {
    /// Runs every whole frame at the front of `bytes`; answers go to `output`, in the order of their requests. Says how many
    /// bytes they took.
    func runFrames(_ connection: Connection, _ bytes: RawSpan) -> Int {
        var position = 0
        while true {
            let gathered = gather(connection, bytes, from: position)
            run(connection, bytes, count: gathered.count)
            position = gathered.end
            switch gathered.stop {
            case .incomplete: return position
            case .groupIsFull: continue
            case .tooLong(let header): position = refuseLongFrame(connection, header, bytes.byteCount, at: position)
            }
        }
    }

    private enum Stop {
        case incomplete
        case groupIsFull
        case tooLong(FrameHeader)
    }

    /// Reads frames into the group until it is full or no whole frame is left.
    private func gather(
        _ connection: Connection, _ bytes: RawSpan, from start: Int
    ) -> (count: Int, end: Int, stop: Stop) {
        var count = 0
        var position = start
        while bytes.byteCount - position >= FrameHeader.byteCount {
            guard count < CallGroup.capacity else { return (count, position, .groupIsFull) }
            let header = FrameHeader(reading: bytes, at: position)
            let length = Int(header.length)
            guard length <= FrameHeader.maximumLength else { return (count, position, .tooLong(header)) }
            let begin = position + FrameHeader.byteCount
            guard bytes.byteCount - begin >= length else { break }
            // Data belongs to client streams, which no method has; other types are a later protocol's.
            if header.type == FrameType.request {
                let call = gathered(connection, header.stream, bytes, begin..<begin + length)
                (group.calls + count).initialize(to: call)
                count += 1
            }
            position = begin + length
        }
        return (count, position, .incomplete)
    }

    private func gathered(
        _ connection: Connection, _ stream: UInt32, _ bytes: RawSpan, _ range: Range<Int>
    ) -> GatheredCall {
        guard stream & 1 == 1 else { return GatheredCall(stream: stream, refusal: .evenStream) }
        guard let envelope = RequestEnvelope(reading: bytes.extracting(range)) else {
            return GatheredCall(stream: stream, refusal: .badRequest)
        }
        guard envelope.metadataCount <= options.maxMetadataEntries, envelope.metadataBytes <= options.maxMetadataBytes else {
            return GatheredCall(stream: stream, refusal: .metadataTooLong)
        }
        if isDraining { return GatheredCall(stream: stream, refusal: .draining) }
        guard let index = table.index(service: envelope.service, method: envelope.method) else {
            return GatheredCall(stream: stream, refusal: .unknownMethod)
        }
        let deadline = Deadline(timeoutNanoseconds: envelope.timeoutNanoseconds, now: now)
        if deadline.isPast(now) { return GatheredCall(stream: stream, refusal: .deadlineExceeded) }
        var call = GatheredCall(
            stream: stream, method: index, deadline: deadline, parts: CallParts(envelope, in: bytes))
        if let handler = staged[index] {
            call.note = handler.prepare(Call(envelope, deadline: deadline, connection: connection.state))
        }
        return call
    }

    private func run(_ connection: Connection, _ bytes: RawSpan, count: Int) {
        for index in 0..<count where group.calls[index].note.kind != 0 {
            staged[group.calls[index].method]?.approach(group.calls[index].note)
        }
        for index in 0..<count { run(group.calls[index], connection, bytes) }
    }

    @inline(__always)
    private func run(_ gathered: GatheredCall, _ connection: Connection, _ bytes: RawSpan) {
        let stream = gathered.stream
        if let refusal = gathered.refusal { return refuse(stream, refusal.status) }
        if !connection.calls.isEmpty, connection.calls[stream] != nil { return refuse(stream, .streamInUse) }
        let call = Call(gathered.parts, in: bytes, deadline: gathered.deadline, connection: connection.state)
        if let handler = staged[gathered.method] {
            var reply = Reply(stream: stream, output: output)
            handler.run(call, gathered.note, &reply)
            if !reply.isAnswered { reply.fail(.unanswered) }
            return
        }
        switch table.entries[gathered.method].handler {
        case .inline(let handler):
            var reply = Reply(stream: stream, output: output)
            handler(call, &reply)
            if !reply.isAnswered { reply.fail(.unanswered) }
        case .deferred(let handler):
            guard let responder = begin(connection, gathered) else { return }
            handler(call.owned, responder)
        case .staged: refuse(stream, .unanswered)
        }
    }

    private func begin(_ connection: Connection, _ gathered: GatheredCall) -> DeferredCall? {
        guard connection.calls.count < options.maxCallsPerConnection else {
            refuse(gathered.stream, .tooManyCalls)
            return nil
        }
        let call = DeferredCall(
            stream: gathered.stream, deadline: gathered.deadline,
            isServerStreaming: table.entries[gathered.method].isServerStreaming, connection: connection.id,
            mailbox: mailbox)
        connection.calls[gathered.stream] = call
        callsInFlight += 1
        if gathered.deadline != .none {
            deadlines.insert(
                .init(deadline: gathered.deadline.nanoseconds, connection: connection.id, call: call))
        }
        return call
    }

    /// Answers a frame that is too long, and has the rest of it thrown away. Says where the next one begins.
    private func refuseLongFrame(_ connection: Connection, _ header: FrameHeader, _ byteCount: Int, at position: Int) -> Int {
        if header.type == FrameType.request { refuse(header.stream, .frameTooLong) }
        let begin = position + FrameHeader.byteCount
        let here = min(Int(header.length), byteCount - begin)
        connection.skip = Int(header.length) - here
        return begin + here
    }

    private func refuse(_ stream: UInt32, _ status: Status) {
        output.append(ResponseEnvelope.frame(stream: stream, status))
    }
}
