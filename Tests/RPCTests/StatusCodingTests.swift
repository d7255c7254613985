import RPC
import Testing

private func decode(_ bytes: [UInt8]) -> Status? { Status(decoding: bytes.span.bytes) }

@Suite struct StatusCodingTests {
    @Test(arguments: StatusCode.allCases)
    func `every code comes back`(code: StatusCode) {
        #expect(decode(Status(code, "why").encoded) == Status(code, "why"))
    }

    @Test func `all details come back`() {
        let status = Status(
            .invalidArgument, "Fix “two” fields.", reason: "NAME_TOO_LONG",
            fieldViolations: [
                FieldViolation(field: "display_name", description: "at most 100", reason: "NAME_TOO_LONG"),
                FieldViolation(field: "preferences[2].category", description: "unknown", reason: "CATEGORY_UNKNOWN"),
            ], retryDelayMs: 61_234)
        #expect(decode(status.encoded) == status)
    }

    @Test(arguments: [0, 1, 999, 1_000, 1_001, 86_400_000] as [Int64])
    func `a retry delay keeps its milliseconds`(delay: Int64) {
        let status = Status(.resourceExhausted, "wait", reason: "THROTTLED", retryDelayMs: delay)
        #expect(decode(status.encoded)?.retryDelayMs == delay)
    }

    @Test func `a code that gRPC does not have is UNKNOWN`() {
        for code in [17, 99, UInt64.max] {
            var writer = WireWriter()
            writer.write(field: 1, varint: code)
            #expect(decode(writer.bytes)?.code == .unknown)
        }
        #expect(decode([])?.code == .ok)
    }

    @Test func `details of other types are passed over, and a detail's fields may come in any order`() {
        var info = WireWriter()
        info.write(field: 2, text: "accountd")
        info.write(field: 1, text: "LINK_INVALID")
        var other = WireWriter()
        other.write(field: 1, text: "type.googleapis.com/google.rpc.Help")
        other.write(field: 2, bytes: [1, 2, 3])
        var turned = WireWriter()
        turned.write(field: 2, bytes: info.bytes)
        turned.write(field: 1, text: "type.googleapis.com/google.rpc.ErrorInfo")
        var status = WireWriter()
        status.write(field: 3, bytes: other.bytes)
        status.write(field: 3, bytes: turned.bytes)
        status.write(field: 1, varint: 5)
        #expect(decode(status.bytes) == Status(.notFound, "", reason: "LINK_INVALID"))
    }

    @Test func `hostile durations and texts are bounded`() {
        var delay = WireWriter()
        delay.write(field: 1, varint: UInt64(Int64.max))
        delay.write(field: 2, varint: .max)
        var retry = WireWriter()
        retry.write(field: 1, bytes: delay.bytes)
        var any = WireWriter()
        any.write(field: 1, text: "type.googleapis.com/google.rpc.RetryInfo")
        any.write(field: 2, bytes: retry.bytes)
        var status = WireWriter()
        status.write(field: 1, varint: 8)
        status.write(field: 2, bytes: [0xFF, 0xFE, 0x41])
        status.write(field: 3, bytes: any.bytes)
        let read = decode(status.bytes)
        #expect(read?.retryDelayMs == Int64(4_294_967_296_000))
        #expect(read?.message.hasSuffix("A") == true)
    }

    @Test func `truncations and random bytes never trap`() {
        var random = Seeded()
        let whole = Status(
            .aborted, "m", reason: "R", fieldViolations: [.init(field: "f", description: "d", reason: "r")],
            retryDelayMs: 5
        ).encoded
        for count in 0..<whole.count { _ = decode(Array(whole.prefix(count))) }
        for _ in 0..<30_000 {
            var bytes = whole
            bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            _ = decode(bytes)
            _ = decode(random.bytes(upTo: 64))
        }
    }
}

@Suite struct ResponseEnvelopeTests {
    private func decode(_ frame: [UInt8]) -> Result<[UInt8], Status> {
        let data = Array(frame.dropFirst(FrameHeader.byteCount))
        return ResponseEnvelope.decode(data.span.bytes)
    }

    @Test(arguments: [0, 1, 127, 128, 16_384, 1 << 20])
    func `a payload comes back`(count: Int) throws {
        let payload = [UInt8](repeating: 0xA5, count: count)
        #expect(try decode(ResponseEnvelope.frame(stream: 1, payload: payload)).get() == payload)
    }

    @Test func `a failure comes back as its status`() {
        let status = Status(.notFound, "gone", reason: "NOT_FOUND")
        #expect(throws: status) { try decode(ResponseEnvelope.frame(stream: 1, status)).get() }
    }

    @Test func `a status of OK is no failure`() throws {
        var writer = WireWriter()
        writer.write(field: 1, bytes: Status(.ok, "").encoded)
        writer.write(field: 2, bytes: [4, 2])
        #expect(try ResponseEnvelope.decode(writer.bytes.span.bytes).get() == [4, 2])
    }

    @Test func `an answer longer than a frame becomes RESOURCE_EXHAUSTED`() {
        // One byte of key and four of length stand before the payload.
        let fits = ResponseEnvelope.frame(
            stream: 1, payload: [UInt8](repeating: 0, count: FrameHeader.maximumLength - 5))
        #expect(fits.count == FrameHeader.byteCount + FrameHeader.maximumLength)
        let tooLong = [UInt8](repeating: 0, count: FrameHeader.maximumLength - 4)
        guard case .failure(let status) = decode(ResponseEnvelope.frame(stream: 1, payload: tooLong)) else {
            Issue.record("it was sent")
            return
        }
        #expect(status.code == .resourceExhausted)
        #expect(status.reason == "ANSWER_TOO_LONG")
    }

    @Test func `bytes that are no Response are INTERNAL`() {
        let bytes: [UInt8] = [0x12, 50, 1]
        guard case .failure(let status) = ResponseEnvelope.decode(bytes.span.bytes) else {
            Issue.record("it was taken")
            return
        }
        #expect(status.code == .internalError)
    }
}
