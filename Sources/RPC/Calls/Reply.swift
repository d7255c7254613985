/// The answer to an inline call, written straight into its face's output.
@safe
package struct Reply: ~Copyable {
    // A reply lives shorter than the batch whose output this is: counting its references would cost more than the rest.
    private let output: Unmanaged<OutputBuffer>
    private let framing: ReplyFraming
    private let stream: UInt32
    /// Whether an answer was written. The first one counts.
    package private(set) var isAnswered = false
    /// The code that it failed with; nil where it succeeded, or isn't answered yet.
    package private(set) var failure: StatusCode?

    @inline(__always)
    package init(stream: UInt32, framing: ReplyFraming = .ttrpc, output: OutputBuffer) {
        self.stream = stream
        self.framing = framing
        unsafe self.output = .passUnretained(output)
    }

    /// Answers with the payload that `fill` writes into a span of `maximumBytes`, saying how many it wrote; where it says nil,
    /// it did not fit, and the call fails as RESOURCE_EXHAUSTED.
    @inline(__always)
    package mutating func succeed(maximumBytes: Int, _ fill: (inout MutableRawSpan) -> Int?) {
        guard !isAnswered else { return }
        guard maximumBytes <= FrameHeader.maximumLength - 8,
            unsafe output._withUnsafeGuaranteedRef({
                $0.appendSuccess(framing, stream: stream, maximumBytes: maximumBytes, fill)
            })
        else { return fail(.answerTooLong) }
        isAnswered = true
    }

    package mutating func fail(_ status: Status) {
        guard !isAnswered else { return }
        unsafe output._withUnsafeGuaranteedRef { $0.appendFailure(framing, stream: stream, status) }
        isAnswered = true
        failure = status.code
    }
}
