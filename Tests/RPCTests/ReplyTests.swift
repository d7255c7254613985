import RPC
import Testing

@Suite struct ReplyTests {
    /// What one reply of `count` bytes, written into room for `maximum`, puts on the wire.
    private func reply(count: Int, maximum: Int, after earlier: [UInt8] = []) -> [UInt8] {
        let output = OutputBuffer(capacity: 64)
        output.append(earlier)
        var reply = Reply(stream: 7, output: output)
        reply.succeed(maximumBytes: maximum) { span in
            for offset in 0..<count {
                span.storeBytes(of: UInt8(truncatingIfNeeded: offset &* 7), toByteOffset: offset, as: UInt8.self)
            }
            return count
        }
        let isAnswered = reply.isAnswered
        #expect(isAnswered)
        return [UInt8](output.bytes)
    }

    private func payload(_ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) } }

    private static let counts = [0, 1, 126, 127, 128, 129, 16_382, 16_383, 16_384, 100_000]

    @Test(arguments: counts)
    func `a reply is the frame that the other encoder writes, whatever room it was given`(count: Int) {
        let expected = ResponseEnvelope.frame(stream: 7, payload: payload(count))
        for maximum in Self.counts + [FrameHeader.maximumLength - 8] where maximum >= count {
            #expect(reply(count: count, maximum: maximum) == expected, "room for \(maximum)")
        }
    }

    @Test func `the longest reply fills a frame`() {
        let longest = FrameHeader.maximumLength - 8
        #expect(reply(count: longest, maximum: longest) == ResponseEnvelope.frame(stream: 7, payload: payload(longest)))
    }

    @Test func `replies stand one after the other`() {
        let first = reply(count: 300, maximum: 1_000)
        #expect(
            reply(count: 5, maximum: 5, after: first) == first + ResponseEnvelope.frame(stream: 7, payload: payload(5)))
    }

    @Test func `what does not fit leaves nothing behind but a failure`() {
        let impossible: [(maximum: Int, said: Int?)] = [
            (100, nil), (100, 101), (100, -1), (FrameHeader.maximumLength - 7, 1), (.max, 1),
        ]
        for (maximum, said) in impossible {
            let output = OutputBuffer(capacity: 64)
            var reply = Reply(stream: 9, output: output)
            reply.succeed(maximumBytes: maximum) { _ in said }
            let frame = [UInt8](output.bytes)
            let header = FrameHeader(reading: frame.span.bytes, at: 0)
            #expect(header.stream == 9 && Int(header.length) == frame.count - FrameHeader.byteCount)
            let data = Array(frame.dropFirst(FrameHeader.byteCount))
            #expect(throws: Status.self) { try ResponseEnvelope.decode(data.span.bytes).get() }
        }
    }

    @Test func `the first answer counts`() {
        let output = OutputBuffer(capacity: 64)
        var reply = Reply(stream: 1, output: output)
        reply.fail(Status(.notFound, "no"))
        let frame = [UInt8](output.bytes)
        reply.fail(Status(.aborted, "later"))
        reply.succeed(maximumBytes: 10) { _ in 0 }
        #expect([UInt8](output.bytes) == frame)
    }
}
