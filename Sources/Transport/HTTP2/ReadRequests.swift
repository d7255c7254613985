import CNghttp2
import RPC

// A request on its way in.
extension HTTP2Connection {
    /// All header fields of a request have come.
    func endHeaders(of stream: HTTP2Stream) {
        manners.noteRequest()
        stream.bodyStart = stream.inbound.count
        if stream.head.timeout >= 0 { stream.deadline = Deadline(grpcTimeout: stream.head.timeout, now: shard.now) }
        if let refusal = refusal(of: stream.head, stream.deadline) {
            stream.refusal = refusal
            return take(stream)
        }
        guard case .streaming = shard.table.entries[stream.head.method].handler else { return }
        stream.inbox = MessageInbox()
        take(stream)
    }

    @inline(__always)
    private func refusal(of head: RequestHead, _ deadline: Deadline) -> Status? {
        guard head.isPost else { return .notPost }
        guard head.isSpoken else { return .notGRPC }
        guard head.listBytes <= maxListBytes, head.metadataCount <= shard.options.maxMetadataEntries,
            head.metadataBytes <= shard.options.maxMetadataBytes
        else { return .metadataTooLong }
        switch head.mistake {
        case .none: break
        case .timeout: return .timeoutMalformed
        case .encoding: return .unknownEncoding
        case .metadata: return .metadataMalformed
        }
        if head.method < 0 { return .unknownMethod }
        return deadline.isPast(shard.now) ? .deadlineExceeded : nil
    }

    /// It is run, or refused, at the end of this round.
    private func take(_ stream: HTTP2Stream) {
        guard !stream.isTaken else { return }
        stream.isTaken = true
        stream.isReady = true
        ready.append(stream)
    }

    private func refuse(_ stream: HTTP2Stream, _ status: Status) {
        if stream.isTaken {
            fail(stream, status)
        } else {
            stream.refusal = status
            take(stream)
        }
    }

    func readData(_ id: Int32, _ data: UnsafeRawBufferPointer) {
        guard let stream = find(id) else {
            takenBytes += data.count
            return
        }
        guard stream.refusal == nil, stream.trailers.isNone else {
            // Answered already: the rest of it is taken and thrown away.
            takenBytes += data.count
            return
        }
        guard hasRoom(for: data.count, stream) else {
            takenBytes += data.count
            return refuse(stream, .shortOfMemory)
        }
        manners.noteTaken()
        stream.inbound.append(data)
        stream.gatheredBytes += data.count
        shard.partialBytes += data.count
        stream.heldBytes += data.count
        if stream.inbox != nil { deliver(stream) } else { checkLength(of: stream) }
        release(stream)
    }

    /// The first 16 KiB of a request are always kept.
    private func hasRoom(for count: Int, _ stream: HTTP2Stream) -> Bool {
        stream.gatheredBytes + count <= Shard.headroom || shard.partialBytes + count <= shard.options.inputBudgetBytes
    }

    /// Refuses a message that is too long once its prefix has come, and what comes behind a unary call's one message.
    private func checkLength(of stream: HTTP2Stream) {
        let count = stream.inbound.count - stream.bodyStart
        guard count >= MessagePrefix.byteCount else { return }
        let prefix = MessagePrefix(reading: stream.inbound.bytes.bytes, at: stream.bodyStart)
        if prefix.length > UInt32(MessagePrefix.maximumLength) {
            refuse(stream, .messageTooLong)
        } else if count > MessagePrefix.byteCount + Int(prefix.length) {
            refuse(stream, .notOneMessage)
        }
    }

    /// Lets the client send as much again as was taken, unless messages wait for their handler.
    func release(_ stream: HTTP2Stream) {
        guard stream.heldBytes > 0, stream.inbox?.isEmpty ?? true, let session else { return }
        takenBytes += stream.heldBytes
        // A request that is whole needs no window.
        if !stream.isRequestWhole { nghttp2_session_consume_stream(session, stream.id, stream.heldBytes) }
        stream.heldBytes = 0
    }

    func endRequest(_ id: Int32) {
        guard let stream = find(id), !stream.isRequestWhole else { return }
        stream.isRequestWhole = true
        guard stream.inbox != nil else { return take(stream) }
        guard stream.trailers.isNone else { return }
        if stream.inbound.count > stream.bodyStart { return fail(stream, .messageIncomplete) }
        stream.inbox?.finish()
    }

    /// Hands on the messages of a client's stream that are whole.
    private func deliver(_ stream: HTTP2Stream) {
        var offset = stream.bodyStart
        while let end = wholeMessage(stream, at: offset) {
            let prefix = MessagePrefix(reading: stream.inbound.bytes.bytes, at: offset)
            let body = UnsafeRawBufferPointer(rebasing: stream.inbound.bytes[offset + MessagePrefix.byteCount..<end])
            switch message(body, prefix, stream.head) {
            case .success(let bytes):
                stream.inbox?.push(StreamedMessage(bytes: bytes, wasCompressed: prefix.isCompressed))
            case .failure(let status): return fail(stream, status)
            }
            offset = end
        }
        guard offset > stream.bodyStart else { return }
        let gone = offset - stream.bodyStart
        stream.inbound.remove(stream.bodyStart..<offset)
        stream.gatheredBytes -= gone
        shard.partialBytes -= gone
    }

    /// Where the message that begins at `offset` ends, if all of it is there.
    private func wholeMessage(_ stream: HTTP2Stream, at offset: Int) -> Int? {
        let count = stream.inbound.count - offset
        guard count >= MessagePrefix.byteCount else { return nil }
        let prefix = MessagePrefix(reading: stream.inbound.bytes.bytes, at: offset)
        guard prefix.length <= UInt32(MessagePrefix.maximumLength) else {
            fail(stream, .messageTooLong)
            return nil
        }
        let end = offset + MessagePrefix.byteCount + Int(prefix.length)
        return end <= stream.inbound.count ? end : nil
    }

    /// A message out of its encoding.
    private func message(
        _ body: UnsafeRawBufferPointer, _ prefix: MessagePrefix, _ head: RequestHead
    ) -> Result<[UInt8], Status> {
        guard prefix.isCompressed else { return prefix.isKnown ? .success([UInt8](body)) : .failure(.badPrefix) }
        guard head.isGzip else { return .failure(.badPrefix) }
        do {
            return .success(try Gzip.decompress(body, maximumBytes: MessagePrefix.maximumLength))
        } catch .tooLong {
            return .failure(.messageTooLong)
        } catch {
            return .failure(.badGzip)
        }
    }

    /// The one message of a unary call, in the stream's `inbound`: where it lies.
    func unaryMessage(of stream: HTTP2Stream) -> Result<Range<Int>, Status> {
        let start = stream.bodyStart + MessagePrefix.byteCount
        let end = stream.inbound.count
        guard end > stream.bodyStart else { return .failure(.notOneMessage) }
        guard end >= start else { return .failure(.messageIncomplete) }
        let prefix = MessagePrefix(reading: stream.inbound.bytes.bytes, at: stream.bodyStart)
        guard end - start == Int(prefix.length) else { return .failure(.messageIncomplete) }
        if prefix.flags == 0 { return .success(start..<end) }
        stream.wasCompressed = true
        let body = UnsafeRawBufferPointer(rebasing: stream.inbound.bytes[start..<end])
        return message(body, prefix, stream.head).map { bytes in
            stream.inbound.append(bytes)
            return end..<stream.inbound.count
        }
    }
}

extension HTTP2Stream.Trailers {
    var isNone: Bool {
        if case .none = self { true } else { false }
    }
}

extension Status {
    static let messageTooLong = Status(
        .resourceExhausted, "A message has at most 4 MiB, decompressed too.", reason: "FRAME_TOO_LONG")
    static let notOneMessage = Status(
        .unimplemented, "This method takes exactly one message.", reason: "MESSAGE_COUNT")
    static let messageIncomplete = Status(
        .internalError, "The request ended within a message.", reason: "MESSAGE_MALFORMED")
    static let badPrefix = Status(
        .internalError, "A message's first byte says how it is compressed; grpc-encoding names the same.",
        reason: "MESSAGE_MALFORMED")
    static let badGzip = Status(.internalError, "The message is no gzip.", reason: "MESSAGE_MALFORMED")
}
