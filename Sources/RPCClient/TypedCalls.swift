package import Messages
package import RPC

/// Calls with messages instead of bytes. Whether a call may be repeated is read off its request: what has no `request_id`
/// only reads, and what has one that is set is safe to send twice.
extension Client {
    package func call<Request: Message, Answer: Message>(
        _ method: Method, _ request: Request, as: Answer.Type = Answer.self, options: CallOptions = CallOptions()
    ) async throws(Status) -> Answer {
        let prepared = try TypedCall(method, request, options, answer: Answer.self)
        let result = await call(
            service: prepared.service, method: prepared.method, payload: prepared.payload, options: prepared.options)
        return try Answer.read(try result.get())
    }

    /// The same from a thread that may wait; not from a task.
    package func callBlocking<Request: Message, Answer: Message>(
        _ method: Method, _ request: Request, as: Answer.Type = Answer.self, options: CallOptions = CallOptions()
    ) throws(Status) -> Answer {
        let prepared = try TypedCall(method, request, options, answer: Answer.self)
        let payload = try callBlocking(
            service: prepared.service, method: prepared.method, payload: prepared.payload, options: prepared.options)
        return try Answer.read(payload)
    }

    /// A server stream's messages. Without a deadline of its own it has none.
    package func stream<Request: Message, Answer: Message>(
        _ method: Method, _ request: Request, as: Answer.Type = Answer.self, options: CallOptions = CallOptions()
    ) throws(Status) -> ServerStream<Answer> {
        let prepared = try TypedCall(method, request, options, answer: Answer.self)
        return ServerStream(
            payloads: stream(
                service: prepared.service, method: prepared.method, payload: prepared.payload, options: prepared.options
            ))
    }
}

/// The messages of a server stream. Fails as a `Status`; CANCELLED where the reading task is cancelled.
package struct ServerStream<Answer: Message>: AsyncSequence, Sendable {
    package typealias Element = Answer
    package typealias Failure = Status
    let payloads: AsyncThrowingStream<[UInt8], any Error>

    package func makeAsyncIterator() -> Iterator { Iterator(payloads: payloads.makeAsyncIterator()) }

    package struct Iterator: AsyncIteratorProtocol {
        package typealias Element = Answer
        package typealias Failure = Status
        var payloads: AsyncThrowingStream<[UInt8], any Error>.Iterator

        package mutating func next(isolation actor: isolated (any Actor)?) async throws(Status) -> Answer? {
            let payload: [UInt8]?
            do {
                payload = try await payloads.next(isolation: actor)
            } catch let status as Status {
                throw status
            } catch {
                throw .cancelledByCaller
            }
            if let payload { return try Answer.read(payload) }
            // The stream ends quietly under a task that was cancelled.
            if Task.isCancelled { throw .cancelledByCaller }
            return nil
        }
    }
}

/// A typed call as bytes, its types held against the method's.
private struct TypedCall {
    let service: String
    let method: String
    let payload: [UInt8]
    var options: CallOptions

    init<Request: Message, Answer: Message>(
        _ method: Method, _ request: Request, _ options: CallOptions, answer: Answer.Type
    ) throws(Status) {
        let description = method.description
        guard Request.fullName == description.requestName, Answer.fullName == description.responseName else {
            throw .wrongRequest(
                description.method, takes: "\(description.requestName) → \(description.responseName)",
                not: "\(Request.fullName) → \(Answer.fullName)")
        }
        service = description.service
        self.method = description.method
        payload = request.encodedBytes()
        self.options = options
        if let mutating = request as? any MutatingRequest {
            if !mutating.requestID.isEmpty { self.options.isRepeatable = true }
        } else {
            self.options.isRepeatable = true
        }
    }
}

extension Message {
    fileprivate static func read(_ payload: [UInt8]) throws(Status) -> Self {
        do throws(DecodeFailure) {
            return try decode(payload)
        } catch {
            throw .malformedMessage
        }
    }
}
