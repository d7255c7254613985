import CNghttp2
import RPC

// Requests that are whole: what runs them.
extension HTTP2Connection {
    /// Runs all that came in this round; those of one batched method that came one behind the other together.
    func runReady() {
        var index = 0
        // Running one may end others, but adds none.
        while index < ready.count {
            let stream = ready[index]
            if !stream.isClosed, let handler = batchHandler(of: stream) {
                index = runBatch(handler, from: index)
            } else {
                if !stream.isClosed { run(stream, at: index) }
                index += 1
            }
        }
    }

    @inline(__always)
    private func batchHandler(of stream: HTTP2Stream) -> (any BatchHandler)? {
        guard stream.refusal == nil, stream.head.method >= 0,
            case .batched(let handler) = shard.table.entries[stream.head.method].handler
        else { return nil }
        return handler
    }

    /// Requests of more than this are not gathered with others.
    private static let gatheredBytes = 4 << 10

    private func runBatch(_ handler: any BatchHandler, from start: Int) -> Int {
        let method = ready[start].head.method
        let workspace = shard.http2
        workspace.gathered.removeAll()
        var count = 0
        var index = start
        while index < ready.count, count < CallGroup.capacity {
            let stream = ready[index]
            guard !stream.isClosed, stream.refusal == nil, stream.head.method == method else { break }
            if count > 0, workspace.gathered.count + stream.inbound.count > CallGroup.capacity * Self.gatheredBytes {
                break
            }
            if gather(stream, as: index, into: count) { count += 1 }
            index += 1
        }
        guard count > 0 else { return index }
        let calls = UnsafeBufferPointer(start: shard.group.calls, count: count)
        let before = workspace.answers.count
        handler.run(
            CallBatch(
                calls.span, in: workspace.gathered.bytes.bytes, connection: connection.state, framing: .records,
                output: workspace.answers))
        sendReplies(from: before)
        return index
    }

    /// False where there is no message to run: the call has failed.
    @inline(__always)
    private func gather(_ stream: HTTP2Stream, as index: Int, into slot: Int) -> Bool {
        switch unaryMessage(of: stream) {
        case .failure(let status):
            refuseCall(stream, status)
            return false
        case .success(let payload):
            let gathered = shard.http2.gathered
            let parts = stream.parts(payload: payload, movedBy: gathered.count)
            gathered.append(stream.inbound.bytes)
            (shard.group.calls + slot).initialize(
                to: BatchedCall(stream: UInt32(truncatingIfNeeded: index), deadline: stream.deadline, parts: parts))
            return true
        }
    }

    private func run(_ stream: HTTP2Stream, at index: Int) {
        if stream.refusal == .notPost, answerPage(stream) { return }
        if let refusal = stream.refusal { return refuseCall(stream, refusal) }
        let method = stream.head.method
        if case .streaming(let handler) = shard.table.entries[method].handler {
            return runStreaming(stream, method, handler)
        }
        switch unaryMessage(of: stream) {
        case .failure(let status): refuseCall(stream, status)
        case .success(let payload): run(stream, method, payload, at: index)
        }
    }

    private func run(_ stream: HTTP2Stream, _ method: Int, _ payload: Range<Int>, at index: Int) {
        let parts = stream.parts(payload: payload, movedBy: 0)
        switch shard.table.entries[method].handler {
        case .inline(let handler):
            let answers = shard.http2.answers
            let before = answers.count
            var reply = Reply(stream: UInt32(truncatingIfNeeded: index), framing: .records, output: answers)
            handler(call(stream, parts), &reply)
            if !reply.isAnswered { reply.fail(.unanswered) }
            sendReplies(from: before)
        case .deferred(let handler): begin(stream, method, parts, payload, handler)
        case .gated(let gate, let handler):
            if let refusal = gate() { return fail(stream, refusal) }
            begin(stream, method, parts, payload, handler)
        case .batched, .streaming: break
        }
    }

    private func begin(
        _ stream: HTTP2Stream, _ method: Int, _ parts: CallParts, _ payload: Range<Int>,
        _ handler: (OwnedCall, any Responder) -> Void
    ) {
        guard let deferred = begin(stream, method, payloadBytes: payload.count) else { return }
        var owned = call(stream, parts).owned
        owned.metadata = stream.metadata
        owned.wasCompressed = stream.wasCompressed
        stream.letGoOfInput()
        forgetInput(of: stream)
        handler(owned, CallResponder(deferred))
    }

    private func runStreaming(
        _ stream: HTTP2Stream, _ method: Int, _ handler: (OwnedCall, any MessageSource, any Responder) -> Void
    ) {
        guard let deferred = begin(stream, method, payloadBytes: 0) else { return }
        let none = stream.bodyStart..<stream.bodyStart
        var owned = call(stream, stream.parts(payload: none, movedBy: 0)).owned
        owned.metadata = stream.metadata
        let responder = CallResponder(deferred)
        handler(owned, responder, responder)
    }

    @_lifetime(borrow stream)
    private func call(_ stream: HTTP2Stream, _ parts: CallParts) -> Call {
        let bytes = stream.inbound.bytes.bytes
        return _overrideLifetime(
            Call(parts, in: bytes, deadline: stream.deadline, connection: connection.state), borrowing: stream)
    }

    private func begin(_ stream: HTTP2Stream, _ method: Int, payloadBytes: Int) -> DeferredCall? {
        let begun = shard.begin(
            connection, stream: UInt32(bitPattern: stream.id), deadline: stream.deadline, method: method,
            payloadBytes: payloadBytes, inbox: stream.inbox)
        switch begun {
        case .success(let call):
            stream.call = call
            return call
        case .failure(let status):
            refuseCall(stream, status)
            return nil
        }
    }

    /// Sends what replies wrote from `offset` on; each names its stream by its place in `ready`.
    private func sendReplies(from offset: Int) {
        let answers = shard.http2.answers
        var offset = offset
        while offset < answers.count {
            let record = ReplyRecord(in: answers, at: offset)
            offset = record.payload.upperBound
            let stream = ready[Int(record.stream)]
            if record.isFailure {
                fail(stream, encoded: [UInt8](answers.bytes[record.payload]))
            } else {
                stream.answer = record.prefixed
                stream.trailers = .success
                submit(stream)
            }
        }
    }
}

extension HTTP2Stream {
    @inline(__always)
    fileprivate func parts(payload: Range<Int>, movedBy distance: Int) -> CallParts {
        CallParts(
            payload: payload.lowerBound + distance..<payload.upperBound + distance,
            authorization: head.authorization.range(movedBy: distance),
            serviceAuthorization: head.serviceAuthorization.range(movedBy: distance),
            traceparent: head.traceparent.range(movedBy: distance))
    }

    /// Its handler has a copy.
    fileprivate func letGoOfInput() { inbound.removeAll() }
}
