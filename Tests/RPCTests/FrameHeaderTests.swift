import RPC
import Testing

@Suite struct FrameHeaderTests {
    @Test func `a header is ten bytes, big endian`() {
        let header = FrameHeader(length: 0x0102_0304, stream: 0x0506_0708, type: 9, flags: 10)
        #expect(header.bytes == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
        let padded = [0xFF] + header.bytes
        let read = FrameHeader(reading: padded.span.bytes, at: 1)
        #expect(read == header)
    }

    @Test func `extremes come back`() {
        for header in [
            FrameHeader(length: 0, stream: 0, type: 0, flags: 0),
            FrameHeader(length: .max, stream: .max, type: .max, flags: .max),
        ] {
            let bytes = header.bytes
            let read = FrameHeader(reading: bytes.span.bytes, at: 0)
            #expect(read == header)
        }
    }

    @Test func `a frame is its header and its data`() {
        let frame = FrameHeader.frame(stream: 3, type: FrameType.data, flags: FrameFlag.remoteClosed, [7, 8])
        #expect(frame == [0, 0, 0, 2, 0, 0, 0, 3, 3, 1, 7, 8])
    }
}

@Suite struct DeadlineTests {
    @Test func `zero is none, negative has passed, and the far future does not wrap`() {
        #expect(Deadline(timeoutNanoseconds: 0, now: 5) == .none)
        #expect(Deadline(timeoutNanoseconds: -1, now: 5).isPast(5))
        #expect(Deadline(timeoutNanoseconds: .min, now: .max).isPast(0))
        #expect(Deadline(timeoutNanoseconds: .max, now: .max).nanoseconds == .max)
        let deadline = Deadline(timeoutNanoseconds: 10, now: 5)
        #expect(!deadline.isPast(14))
        #expect(deadline.isPast(15))
    }
}
