import CNghttp2
import RPC

// Answers on their way out.
extension HTTP2Connection {
    /// Writes answers of calls that ran elsewhere.
    func write(_ answers: [(call: DeferredCall, answer: Answer)], shard: Shard, connection: Connection) {
        for (call, answer) in answers {
            guard let stream = find(Int32(bitPattern: call.stream)), stream.call === call else { continue }
            put(answer, of: call, into: stream)
            if answer.ends { stream.call = nil }
        }
        terminateOffender()
        sendAll()
    }

    private func put(_ answer: Answer, of call: DeferredCall, into stream: HTTP2Stream) {
        switch answer {
        case .payload(let bytes, let compressed):
            guard bytes.count <= MessagePrefix.maximumLength else { return fail(stream, .answerTooLong) }
            put(bytes, compressed, of: call, into: stream)
            end(stream, .success, call)
        case .message(let bytes, let compressed): put(bytes, compressed, of: call, into: stream)
        case .finished: end(stream, .success, call)
        case .failure(let status): end(stream, .failure(status.encoded), call)
        }
    }

    private func put(_ bytes: [UInt8], _ compressed: Bool, of call: DeferredCall, into stream: HTTP2Stream) {
        var body = bytes
        var isCompressed = false
        if compressed, stream.head.takesGzip, let smaller = Gzip.compress(bytes) {
            body = smaller
            isCompressed = true
        }
        stream.put(MessagePrefix(isCompressed: isCompressed, length: body.count).bytes, body)
        stream.costs.append((Answer.cost(of: bytes), stream.putBytes))
        waitingBytes += MessagePrefix.byteCount + body.count
        if waitingBytes > shard.options.outputLimitBytes { manners.offence = .takesNothing }
        begin(stream, call)
    }

    /// The header fields of an answer that has messages, if they are not on their way yet.
    private func begin(_ stream: HTTP2Stream, _ call: DeferredCall) {
        guard !stream.hasHeaders else { return resume(stream) }
        let extras = call.answerExtras
        guard extras.initial.entries.isEmpty else {
            var block = HeaderBlock()
            block.append(":status", "200")
            block.append("content-type", "application/grpc")
            if stream.head.takesGzip { block.append("grpc-encoding", "gzip") }
            block.append(extras.initial)
            return block.withFields { submit(stream, $0, $1) }
        }
        let fields = stream.head.takesGzip ? shard.http2.fields.gzipHeaders : shard.http2.fields.headers
        submit(stream, fields.start, fields.count)
    }

    private func end(_ stream: HTTP2Stream, _ trailers: HTTP2Stream.Trailers, _ call: DeferredCall) {
        stream.trailing = call.answerExtras.trailing
        if case .failure(let encoded) = trailers { return fail(stream, encoded: encoded) }
        stream.trailers = trailers
        begin(stream, call)
    }

    // MARK: Failures

    func fail(_ stream: HTTP2Stream, _ status: Status) {
        fail(stream, encoded: status.encoded, http: HTTP2Connection.httpStatus(of: status))
    }

    /// Answers a call that doesn't come to its method.
    func refuseCall(_ stream: HTTP2Stream, _ status: Status) {
        shard.refusedCalls.note(RefusedCall(status), on: .http2)
        fail(stream, status)
    }

    /// HTTP's own for what is no gRPC; all else is 200.
    private static func httpStatus(of status: Status) -> String {
        if status == .notPost { return "405" }
        return status == .notGRPC ? "415" : "200"
    }

    /// Ends the call with a status: after the messages that were sent before, or alone.
    func fail(_ stream: HTTP2Stream, encoded: [UInt8], http: String = "200") {
        guard stream.trailers.isNone, !stream.isClosed else { return }
        stream.trailers = .failure(encoded)
        if let call = stream.call {
            stream.call = nil
            if connection.calls[call.stream] === call { shard.cancel(call, of: connection) }
        }
        forgetInput(of: stream)
        guard !stream.hasHeaders else { return resume(stream) }
        var block = HeaderBlock()
        block.append(":status", http)
        block.append("content-type", "application/grpc")
        if http == "405" { block.append("allow", "POST") }
        // What may be used instead of an encoding that was refused.
        block.append("grpc-accept-encoding", "identity,gzip")
        block.append(status: encoded)
        block.append(stream.trailing)
        block.withFields { fields, count in
            noteEarlyEnd(of: stream)
            nghttp2_submit_response(session, stream.id, fields, count, nil)
        }
        stream.hasHeaders = true
    }

    private func noteEarlyEnd(of stream: HTTP2Stream) { if !stream.isRequestWhole { earlyEnds += 1 } }

    func put(page body: [UInt8], into stream: HTTP2Stream) {
        stream.put(body, [])
        waitingBytes += body.count
        if waitingBytes > shard.options.outputLimitBytes { manners.offence = .takesNothing }
    }

    // MARK: nghttp2

    /// An answer whose messages and trailers are there.
    @inline(__always)
    func submit(_ stream: HTTP2Stream) {
        let fields = shard.http2.fields.headers
        submit(stream, fields.start, fields.count)
    }

    func submit(_ stream: HTTP2Stream, _ fields: UnsafePointer<nghttp2_nv>, _ count: Int) {
        stream.hasHeaders = true
        stream.lastSent = shard.now
        var provider = nghttp2_data_provider()
        provider.source.ptr = Unmanaged.passUnretained(stream).toOpaque()
        provider.read_callback = { session, _, room, count, flags, source, context in
            guard let pointer = source?.pointee.ptr, let room, let flags, let context else { return 0 }
            let stream = Unmanaged<HTTP2Stream>.fromOpaque(pointer).takeUnretainedValue()
            let connection = Unmanaged<HTTP2Connection>.fromOpaque(context).takeUnretainedValue()
            return connection.fill(UnsafeMutableRawBufferPointer(start: room, count: count), from: stream, flags)
        }
        nghttp2_submit_response(session, stream.id, fields, count, &provider)
    }

    private func resume(_ stream: HTTP2Stream) {
        guard stream.isDeferred else { return }
        stream.isDeferred = false
        nghttp2_session_resume_data(session, stream.id)
    }

    /// Puts the next of an answer into a DATA frame. Behind the last of it come the trailers.
    private func fill(
        _ room: UnsafeMutableRawBufferPointer, from stream: HTTP2Stream, _ flags: UnsafeMutablePointer<UInt32>
    ) -> Int {
        var count = 0
        if !stream.answer.isEmpty {
            count = min(stream.answer.count, room.count)
            let end = stream.answer.lowerBound + count
            room.copyMemory(
                from: UnsafeRawBufferPointer(rebasing: shard.http2.answers.bytes[stream.answer.lowerBound..<end]))
            stream.answer = end..<stream.answer.upperBound
        } else if let waiting = stream.waiting {
            count = min(waiting.count, room.count)
            room.copyMemory(from: UnsafeRawBufferPointer(rebasing: waiting.bytes[..<count]))
            waitingBytes -= stream.drop(count)
        }
        if count > 0 { stream.lastSent = shard.now }
        if stream.answer.isEmpty, stream.waiting == nil {
            if !stream.trailers.isNone {
                flags.pointee |= NGHTTP2_DATA_FLAG_EOF.rawValue
                if case .unneeded = stream.trailers { return count }
                flags.pointee |= NGHTTP2_DATA_FLAG_NO_END_STREAM.rawValue
                submitTrailers(of: stream)
            } else if count == 0 {
                stream.isDeferred = true
                return Int(NGHTTP2_ERR_DEFERRED.rawValue)
            }
        }
        return count
    }

    private func submitTrailers(of stream: HTTP2Stream) {
        noteEarlyEnd(of: stream)
        if case .success = stream.trailers, stream.trailing.entries.isEmpty {
            let fields = shard.http2.fields.success
            nghttp2_submit_trailer(session, stream.id, fields.start, fields.count)
            return
        }
        var block = HeaderBlock()
        if case .failure(let encoded) = stream.trailers {
            block.append(status: encoded)
        } else {
            block.append("grpc-status", "0")
        }
        block.append(stream.trailing)
        _ = block.withFields { nghttp2_submit_trailer(session, stream.id, $0, $1) }
    }

    /// The handler of a client's stream has taken all that had come.
    func openWindow(of call: DeferredCall, shard: Shard, connection: Connection) {
        guard let stream = find(Int32(bitPattern: call.stream)), stream.call === call else { return }
        release(stream)
        consumeTaken()
        sendAll()
    }
}

extension HTTP2Stream {
    /// Appends a message with its prefix to what waits.
    fileprivate func put(_ prefix: [UInt8], _ body: [UInt8]) {
        append(prefix)
        append(body)
        putBytes += prefix.count + body.count
    }

    private func append(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { append($0) }
    }

    private func append(_ bytes: UnsafeRawBufferPointer) {
        if waiting == nil { waiting = PendingOutput(bytes) } else { waiting?.append(bytes) }
    }

    /// What of an answer could not be sent in its round.
    func keepAnswer(of answers: OutputBuffer) {
        append(UnsafeRawBufferPointer(rebasing: answers.bytes[answer]))
        answer = 0..<0
    }

    /// nghttp2 has taken `count` bytes of what waits.
    fileprivate func drop(_ count: Int) -> Int {
        waiting?.drop(count)
        if waiting?.count == 0 { waiting = nil }
        guard let call, !costs.isEmpty else { return count }
        sentBytes += count
        while let first = costs.first, first.end <= sentBytes {
            costs.removeFirst()
            call.noteSent(first.cost)
        }
        if costs.isEmpty { costs = [] }
        return count
    }
}
