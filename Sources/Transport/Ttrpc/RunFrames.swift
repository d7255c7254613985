import RPC

// ttrpc's face (containerd/ttrpc, PROTOCOL.md): what a frame does.
extension Shard {
    /// Runs every whole frame at the front of `bytes`; answers go to `output`, in the order of their requests. Says how many
    /// bytes they took.
    func runFrames(_ connection: Connection, _ bytes: RawSpan) -> Int {
        var position = 0
        var before = RepeatedRequest()
        while true {
            let gathered = gather(connection, bytes, from: position, like: &before)
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
        _ connection: Connection, _ bytes: RawSpan, from start: Int, like before: inout RepeatedRequest
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
            // Data belongs to client streams, which no method has here; other types are a later protocol's.
            if header.type == FrameType.request {
                if !repeated(header.stream, bytes, begin..<begin + length, like: before, into: count) {
                    gather(connection, header.stream, bytes, begin..<begin + length, like: &before, into: count)
                }
                count += 1
            } else if header.type == FrameType.cancel || header.type == FrameType.ping {
                // Calls that came before it are run before it.
                guard count == 0 else { return (count, position, .groupIsFull) }
                runExtra(connection, header, bytes.extracting(begin..<begin + length))
                guard !connection.isClosed else { return (0, position, .incomplete) }
            }
            position = begin + length
        }
        return (count, position, .incomplete)
    }

    /// A request like the one before it, which was found to be good: its service, method and metadata are good as well.
    @inline(__always)
    private func repeated(
        _ stream: UInt32, _ bytes: RawSpan, _ range: Range<Int>, like before: RepeatedRequest, into index: Int
    ) -> Bool {
        guard index > 0, case .run(let method) = group.tasks[index - 1], stream & 1 == 1,
            let request = before.match(bytes, range)
        else { return false }
        let deadline = Deadline(timeoutNanoseconds: request.timeoutNanoseconds, now: now)
        (group.calls + index).initialize(
            to: BatchedCall(stream: stream, deadline: deadline, parts: request.parts, repeatsMetadata: true))
        (group.tasks + index).initialize(to: deadline.isPast(now) ? .refuse(.deadlineExceeded) : .run(method))
        return true
    }

    private func gather(
        _ connection: Connection, _ stream: UInt32, _ bytes: RawSpan, _ range: Range<Int>,
        like before: inout RepeatedRequest, into index: Int
    ) {
        before.forget()
        var parts = CallParts()
        var deadline = Deadline.none
        var task = CallGroup.Task.refuse(.badRequest)
        if stream & 1 == 0 {
            task = .refuse(.evenStream)
        } else if let envelope = RequestEnvelope(reading: bytes.extracting(range)) {
            deadline = Deadline(timeoutNanoseconds: envelope.timeoutNanoseconds, now: now)
            parts = CallParts(envelope, in: bytes)
            if envelope.hasExtraFrames { connection.hasExtraFrames = true }
            task = judge(envelope, deadline)
            if case .run = task { before.remember(envelope, parts, at: range) }
        }
        (group.calls + index).initialize(to: BatchedCall(stream: stream, deadline: deadline, parts: parts))
        (group.tasks + index).initialize(to: task)
    }

    @inline(__always)
    private func judge(_ envelope: borrowing RequestEnvelope, _ deadline: Deadline) -> CallGroup.Task {
        guard envelope.metadataCount <= options.maxMetadataEntries, envelope.metadataBytes <= options.maxMetadataBytes
        else {
            return .refuse(.metadataTooLong)
        }
        if isDraining { return .refuse(.draining) }
        guard let index = table.index(service: envelope.service, method: envelope.method) else {
            return .refuse(.unknownMethod)
        }
        return deadline.isPast(now) ? .refuse(.deadlineExceeded) : .run(index)
    }

    private func run(_ connection: Connection, _ bytes: RawSpan, count: Int) {
        var index = 0
        while index < count {
            switch group.tasks[index] {
            case .refuse(let refusal):
                refuse(group.calls[index].stream, refusal.status)
                index += 1
            case .run(let method):
                guard case .batched(let handler) = table.entries[method].handler, connection.calls.isEmpty else {
                    run(group.calls[index], method, connection, bytes)
                    index += 1
                    continue
                }
                var end = index + 1
                while end < count, group.tasks[end] == .run(method) { end += 1 }
                let calls = UnsafeBufferPointer(start: group.calls + index, count: end - index)
                handler.run(CallBatch(calls.span, in: bytes, connection: connection.state, output: output))
                index = end
            }
        }
    }

    private func run(_ call: BatchedCall, _ method: Int, _ connection: Connection, _ bytes: RawSpan) {
        if connection.calls[call.stream] != nil { return refuse(call.stream, .streamInUse) }
        switch table.entries[method].handler {
        case .inline(let handler):
            var reply = Reply(stream: call.stream, output: output)
            handler(Call(call.parts, in: bytes, deadline: call.deadline, connection: connection.state), &reply)
            if !reply.isAnswered { reply.fail(.unanswered) }
        case .batched(let handler):
            withUnsafePointer(to: call) { one in
                let calls = UnsafeBufferPointer(start: one, count: 1)
                handler.run(CallBatch(calls.span, in: bytes, connection: connection.state, output: output))
            }
        case .deferred(let handler): begin(call, method, connection, bytes, handler)
        case .gated(let gate, let handler):
            if let refusal = gate() { return fail(call.stream, refusal) }
            begin(call, method, connection, bytes, handler)
        case .streaming: refuse(call.stream, .notOverTtrpc)
        }
    }

    private func begin(
        _ call: BatchedCall, _ method: Int, _ connection: Connection, _ bytes: RawSpan,
        _ handler: (OwnedCall, any Responder) -> Void
    ) {
        let begun = begin(
            connection, stream: call.stream, deadline: call.deadline, method: method,
            payloadBytes: call.parts.payloadBytes)
        switch begun {
        case .failure(let status): refuse(call.stream, status)
        case .success(let deferred):
            let call = Call(call.parts, in: bytes, deadline: call.deadline, connection: connection.state)
            handler(call.owned, CallResponder(deferred))
        }
    }

    /// Answers a frame that is too long, and has the rest of it thrown away. Says where the next one begins.
    private func refuseLongFrame(_ connection: Connection, _ header: FrameHeader, _ byteCount: Int, at position: Int)
        -> Int
    {
        if header.type == FrameType.request { refuse(header.stream, .frameTooLong) }
        let begin = position + FrameHeader.byteCount
        let here = min(Int(header.length), byteCount - begin)
        connection.skip = Int(header.length) - here
        return begin + here
    }

    /// Answers a call that doesn't come to its method.
    func refuse(_ stream: UInt32, _ status: Status) {
        refusedCalls.note(RefusedCall(status), on: .ttrpc)
        fail(stream, status)
    }

    private func fail(_ stream: UInt32, _ status: Status) {
        output.append(ResponseEnvelope.frame(stream: stream, status))
    }
}
