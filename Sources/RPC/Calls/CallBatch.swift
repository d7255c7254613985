/// Calls of one method that came together on one connection, borrowed from its input.
package struct CallBatch: ~Escapable {
    /// No batch is larger: enough for memory to come in time, few enough to stay in the first-level cache.
    package static let capacity = 32

    package let connection: ConnectionState
    private let calls: Span<BatchedCall>
    private let bytes: RawSpan
    private let framing: ReplyFraming
    private let output: OutputBuffer

    /// `bytes` is what the calls' parts lie in; answers go to `output`.
    @_lifetime(copy calls, copy bytes)
    @inline(__always)
    package init(
        _ calls: Span<BatchedCall>, in bytes: RawSpan, connection: ConnectionState, framing: ReplyFraming = .ttrpc,
        output: OutputBuffer
    ) {
        self.calls = calls
        self.bytes = bytes
        self.connection = connection
        self.framing = framing
        self.output = output
    }

    package var count: Int {
        @inline(__always) get { calls.count }
    }

    @_lifetime(copy self)
    @inline(__always)
    package func payload(_ index: Int) -> RawSpan { calls[index].parts.payload.span(in: bytes) }

    @_lifetime(copy self)
    @inline(__always)
    package func serviceAuthorization(_ index: Int) -> RawSpan {
        calls[index].parts.serviceAuthorization.span(in: bytes)
    }

    /// Whether it carries the very credential of the call before it in the batch.
    @inline(__always)
    package func repeatsCredential(_ index: Int) -> Bool { index > 0 && calls[index].repeatsMetadata }

    /// Answers one call; where `body` doesn't, it fails as INTERNAL.
    @inline(__always)
    package func answer(_ index: Int, _ body: (inout Reply) -> Void) {
        var reply = Reply(stream: calls[index].stream, framing: framing, output: output)
        body(&reply)
        if !reply.isAnswered { reply.fail(.unanswered) }
    }
}

/// What is kept of a call between reading and running it.
package struct BatchedCall: Sendable {
    /// As its face knows it: answers carry it.
    package let stream: UInt32
    package let deadline: Deadline
    package let parts: CallParts
    /// Its metadata is byte for byte that of the call before it.
    package let repeatsMetadata: Bool

    @inline(__always)
    package init(stream: UInt32, deadline: Deadline, parts: CallParts, repeatsMetadata: Bool = false) {
        self.repeatsMetadata = repeatsMetadata
        self.stream = stream
        self.deadline = deadline
        self.parts = parts
    }
}

extension Status {
    package static let unanswered = Status(.internalError, "The method gave no answer.", reason: "UNANSWERED")
}
