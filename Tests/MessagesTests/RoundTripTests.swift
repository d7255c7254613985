import Testing

@testable import Messages

@Suite struct RoundTripTests {
    @Test func everyMessageSurvivesDecodingAndEncodingByteForByte() throws {
        let arena = Arena()
        for type in MessageCatalog.all {
            try roundTrip(type, arena: arena)
        }
    }

    private func roundTrip<Whole: Message>(_ type: Whole.Type, arena: Arena) throws {
        for round in 0..<40 {
            var builder = WireBuilder(
                numbers: SeededNumbers(seed: runSeed &+ UInt64(round)), density: [100, 60, 20][round % 3])
            let bytes = builder.message(type.wire.descriptor)
            let value = try type.decode(bytes, arena: arena)
            #expect(value.encodedBytes(arena: arena) == bytes, "\(type.fullName)")
            #expect(try type.decode(value.encodedBytes()) == value, "\(type.fullName)")
            arena.reset()
        }
    }

    @Test func anEmptyMessageIsNoBytesAtAll() throws {
        for type in MessageCatalog.all {
            #expect(type.init().encodedBytes().isEmpty)
            try decodesEmpty(type)
        }
    }

    private func decodesEmpty<Whole: Message>(_ type: Whole.Type) throws {
        #expect(try type.decode([]) == Whole())
    }

    @Test func aFieldOfALaterVersionIsSkipped() throws {
        let bytes = SignOutRequest(requestID: "r").encodedBytes()
        let later = Wire.field(900, Array("new".utf8)) + bytes + Wire.field(901, 7)
        #expect(try SignOutRequest.decode(later) == SignOutRequest(requestID: "r"))
    }

    @Test func anEnumNumberWithoutANameIsKept() throws {
        let value = try Account.decode(Wire.field(8, 77))
        #expect(value.state == .unrecognized(77))
        #expect(try Account.decode(value.encodedBytes()) == value)
        let negative = Account(state: .unrecognized(-3))
        #expect(try Account.decode(negative.encodedBytes()) == negative)
    }

    @Test func nestedTimesAndListsComeThrough() throws {
        let request = SendEmailRequest(
            accountID: "acc_1", category: "billing_failure", template: "failed",
            variables: [
                EmailVariable(name: "amount", value: "12.50 EUR"),
                EmailVariable(name: "due", time: Timestamp(seconds: -1, nanos: 999_999_999)),
            ],
            requestID: "r1")
        #expect(try SendEmailRequest.decode(request.encodedBytes()) == request)
    }

    @Test func packingNeedsExactlyTheSizeItSays() {
        let arena = Arena()
        let encoded = SignUpResponse(message: "Look into your mail.").encode(arena: arena)
        var output = [UInt8](repeating: 0xEE, count: encoded.sizeBytes)
        #expect(output.withUnsafeMutableBytes { encoded.pack(into: $0) } == encoded.sizeBytes)
        #expect(output == SignUpResponse(message: "Look into your mail.").encodedBytes())
        var short = [UInt8](repeating: 0xEE, count: encoded.sizeBytes - 1)
        #expect(short.withUnsafeMutableBytes { encoded.pack(into: $0) } == nil)
        #expect(short.allSatisfy { $0 == 0xEE })
    }
}
