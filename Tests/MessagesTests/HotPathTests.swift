import Glibc
import Testing

@testable import Messages

@Suite struct HotPathTests {
    private static let accountID = Array("acc_019a0000-0000-7000-8000-000000000001".utf8)
    private static let sessionID = Array("ses_019a0000-0000-7000-8000-000000000002".utf8)

    @Test func theHotRequestLendsTheTokensBytes() throws {
        let token = "tok_" + String(repeating: "x", count: 43)
        let arena = Arena()
        let validate = ValidateSessionRequest(sessionToken: token).encodedBytes()
        let lent = try HotValidateSession.withToken(validate.span.bytes, arena: arena) { span in
            span.withUnsafeBytes { [UInt8]($0) }
        }
        #expect(lent == Array(token.utf8))
        let verify = VerifyApiKeyRequest(secret: token).encodedBytes()
        let secret = try HotVerifyApiKey.withSecret(verify.span.bytes, arena: arena) { span in
            span.withUnsafeBytes { [UInt8]($0) }
        }
        #expect(secret == Array(token.utf8))
    }

    @Test func anEmptyOrBrokenHotRequestIsNoTrap() throws {
        let arena = Arena()
        let none: [UInt8] = []
        #expect(try HotValidateSession.withToken(none.span.bytes, arena: arena) { $0.byteCount } == 0)
        let broken: [UInt8] = [0x0A, 0x7F, 0x01]
        #expect(throws: DecodeFailure.malformed) {
            try HotValidateSession.withToken(broken.span.bytes, arena: arena) { $0.byteCount }
        }
    }

    @Test func theHotResponseIsTheSameBytesAsTheStructs() {
        var output = [UInt8](repeating: 0, count: 256)
        let written = encode(into: &output, arena: Arena())
        let expected = ValidateSessionResponse(
            accountID: String(decoding: HotPathTests.accountID, as: UTF8.self),
            sessionID: String(decoding: HotPathTests.sessionID, as: UTF8.self),
            authenticatedAt: Timestamp(seconds: 1_776_243_600, nanos: 5_000),
            expiresAt: Timestamp(seconds: 1_776_848_400, nanos: 0), twoFactor: true)
        #expect(Array(output.prefix(written ?? 0)) == expected.encodedBytes())
        var short = [UInt8](repeating: 0, count: 40)
        #expect(encode(into: &short, arena: Arena()) == nil)
    }

    @Test func theHotKeyResponseIsTheSameBytesAsTheStructs() {
        var output = [UInt8](repeating: 0, count: 256)
        var elements = output.mutableSpan
        var span = elements.mutableBytes
        let written = HotVerifyApiKey.encode(
            accountID: HotPathTests.accountID.span.bytes, keyID: HotPathTests.sessionID.span.bytes,
            scopes: ["browsers.read", "browsers.write"], expiresAt: nil, arena: Arena(), into: &span)
        let expected = VerifyApiKeyResponse(
            accountID: String(decoding: HotPathTests.accountID, as: UTF8.self),
            keyID: String(decoding: HotPathTests.sessionID, as: UTF8.self),
            scopes: ["browsers.read", "browsers.write"])
        #expect(Array(output.prefix(written ?? 0)) == expected.encodedBytes())
    }

    @Test func validatingASessionAllocatesNothingOnceWarm() {
        let arena = Arena()
        let request = ValidateSessionRequest(sessionToken: String(repeating: "t", count: 47)).encodedBytes()
        var output = [UInt8](repeating: 0, count: 256)
        var sum = 0
        func call() {
            arena.reset()
            sum &+= (try? HotValidateSession.withToken(request.span.bytes, arena: arena) { $0.byteCount }) ?? -1_000_000
            sum &+= encode(into: &output, arena: arena) ?? -1_000_000
        }
        call()
        #expect(sum > 47)
        #expect(AllocationProbe.allocates { for _ in 0..<1_000 { call() } } == false)
    }

    @Test func theProbeSeesOneBlockTakenAndGivenBack() {
        #expect(AllocationProbe.allocates { free(malloc(40)) } == true)
        #expect(AllocationProbe.allocates {} == false)
    }

    private func encode(into output: inout [UInt8], arena: Arena) -> Int? {
        var elements = output.mutableSpan
        var span = elements.mutableBytes
        return HotValidateSession.encode(
            accountID: HotPathTests.accountID.span.bytes, sessionID: HotPathTests.sessionID.span.bytes,
            authenticatedAt: HotTime(seconds: 1_776_243_600, nanos: 5_000),
            expiresAt: HotTime(seconds: 1_776_848_400, nanos: 0), twoFactor: true, arena: arena, into: &span)
    }
}
