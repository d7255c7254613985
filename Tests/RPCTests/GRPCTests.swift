import RPC
import Testing

@Suite struct GRPCTests {
    private func timeout(_ text: String) -> Int64? { GRPCTimeout.parse(Array(text.utf8).span.bytes) }

    @Test func `a timeout is digits and a unit`() {
        #expect(timeout("1n") == 1)
        #expect(timeout("250u") == 250_000)
        #expect(timeout("100m") == 100_000_000)
        #expect(timeout("0S") == 0)
        #expect(timeout("2M") == 120_000_000_000)
        #expect(timeout("99999H") == 359_996_400_000_000_000)
        // Longer than a clock of nanoseconds goes.
        #expect(timeout("99999999H") == .max)
    }

    @Test(arguments: ["", "n", "1", "1s", "-1n", "+1n", "1.5S", "123456789n", " 1n", "1n ", "1nn"])
    func `what is no timeout is none`(text: String) {
        #expect(timeout(text) == nil)
    }

    @Test func `a deadline of gRPC's never overflows, and none at all is no wait`() {
        #expect(Deadline(grpcTimeout: .max, now: 5).nanoseconds == .max)
        #expect(Deadline(grpcTimeout: 0, now: 5).isPast(5))
    }

    @Test func `a timeout is written rounded up by a hundredth at most, and reads back`() {
        let exact: [Int64: String] = [
            0: "0n", -5: "0n", 1: "1n", 250_000: "250u", 30_000_000_000: "30000m", 2_500_000_000: "2500m",
            29_999_999_000: "30000m", 10_500_000_001: "10600m",
        ]
        for (nanoseconds, text) in exact {
            #expect(String(decoding: GRPCTimeout.encode(nanoseconds), as: UTF8.self) == text, "\(nanoseconds)")
        }
        var generator = Seeded()
        for _ in 0..<2_000 {
            let nanoseconds =
                Int64.random(in: 1...(.max), using: &generator) >> Int64.random(in: 0...62, using: &generator)
            guard nanoseconds > 0 else { continue }
            let text = GRPCTimeout.encode(nanoseconds)
            let read = GRPCTimeout.parse(text.span.bytes)
            #expect(read.map { $0 >= nanoseconds && ($0 == .max || $0 - nanoseconds <= nanoseconds / 100) } == true)
        }
    }

    private func percent(_ text: String, _ maximum: Int = 1_000) -> String {
        String(decoding: PercentEncoding.encode(Array(text.utf8).span.bytes, maximumBytes: maximum), as: UTF8.self)
    }

    @Test func `a message is percent-encoded, and never cut within a byte`() {
        #expect(percent("plain text, ~!") == "plain text, ~!")
        #expect(percent("100%\n") == "100%25%0A")
        #expect(percent("☺") == "%E2%98%BA")
        #expect(percent("ab%", 4) == "ab")
        #expect(percent("abcdef", 4) == "abcd")
        for text in ["plain %", "100%\n☺", ""] {
            let encoded = Array(percent(text).utf8)
            #expect(PercentEncoding.decode(encoded.span.bytes) == Array(text.utf8))
        }
        #expect(PercentEncoding.decode(Array("%zz%4".utf8).span.bytes) == Array("%zz%4".utf8))
    }

    @Test func `base64 is read with padding and without, and written without`() {
        var generator = Seeded()
        for count in 0..<70 {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
            let text = Base64.encode(bytes)
            #expect(decoded(text) == bytes)
            let padded = text + [UInt8](repeating: UInt8(ascii: "="), count: (4 - text.count % 4) % 4)
            #expect(decoded(padded) == bytes)
        }
        #expect(Base64.encode(Array("foob".utf8)) == Array("Zm9vYg".utf8))
    }

    @Test(arguments: ["A", "AAAAA", "A===", "AA=", "AA===", "====", "A A=", "AA-_", "Zm9v\n"])
    func `what is no base64 is none`(text: String) {
        #expect(decoded(Array(text.utf8)) == nil)
    }

    private func isSpoken(_ type: String) -> Bool { GRPCContentType.isSpoken(Array(type.utf8).span.bytes) }
    private func decoded(_ text: [UInt8]) -> [UInt8]? { Base64.decode(text.span.bytes) }

    @Test func `content types of gRPC's are told from others`() {
        let spoken = [
            "application/grpc", "application/grpc+proto", "application/grpc;charset=utf-8",
            "application/grpc+proto; x=1",
        ]
        for type in spoken { #expect(isSpoken(type), "\(type)") }
        let others = [
            "", "application/json", "application/grp", "application/grpc+json", "application/grpc-web",
            "application/grpc+protobuf", "application/grpcx", "text/application/grpc",
        ]
        for type in others { #expect(!isSpoken(type), "\(type)") }
    }

    @Test func `replies as records lie one behind the other, each behind gRPC's prefix`() {
        let output = OutputBuffer(capacity: 64)
        for (stream, count) in [(3 as UInt32, 0), (70_000, 5), (9, 300)] {
            var reply = Reply(stream: stream, framing: .records, output: output)
            reply.succeed(maximumBytes: 400) { span in
                for offset in 0..<count { span.storeBytes(of: 7, toByteOffset: offset, as: UInt8.self) }
                return count
            }
        }
        let status = Status(.notFound, "none", reason: "NONE")
        var failed = Reply(stream: 1, framing: .records, output: output)
        failed.succeed(maximumBytes: 10) { _ in nil }
        failed.fail(status)
        let refused = failed.isAnswered
        #expect(refused)
        var offset = 0
        for (stream, count) in [(3 as UInt32, 0), (70_000, 5), (9, 300)] {
            let record = ReplyRecord(in: output, at: offset)
            #expect(record.stream == stream && !record.isFailure && record.payload.count == count)
            let prefixed = [UInt8](output.bytes[record.prefixed])
            #expect(
                prefixed == MessagePrefix(isCompressed: false, length: count).bytes
                    + [UInt8](repeating: 7, count: count))
            offset = record.payload.upperBound
        }
        let record = ReplyRecord(in: output, at: offset)
        #expect(record.stream == 1 && record.isFailure && record.payload.upperBound == output.count)
        // What did not fit is a failure of its own.
        let told = Status(decoding: [UInt8](output.bytes[record.payload]).span.bytes)
        #expect(told?.code == .resourceExhausted)
    }

    @Test func `trailers are read out of a serialized status`() {
        let parts = StatusParts(of: Status(.aborted, "Später.", reason: "LATER").encoded.span.bytes)
        #expect(parts.code == 10 && parts.message == Array("Später.".utf8) && parts.hasDetails)
        #expect(!StatusParts(of: Status(.aborted, "x").encoded.span.bytes).hasDetails)
    }
}
