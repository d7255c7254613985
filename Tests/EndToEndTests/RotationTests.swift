import Messages
import RPC
import RPCClient
import TestSupport
import Testing

/// RotateApiKey: programs are moved to a new secret without a gap.
@Suite(.serialized)
struct RotationTests {
    let server: ServerProcess

    init() throws { server = try SuiteServer.journeys.get() }

    private func verify(_ secret: String, _ customer: Customer) async throws -> VerifyApiKeyResponse {
        try await customer.client.call(
            .verifyApiKey, VerifyApiKeyRequest(secret: secret), options: server.asService())
    }

    @Test func bothSecretsAreGoodForTheOverlapAndTheOwnerIsTold() async throws {
        let customer = try await Customer.signUp(on: server, timeZone: "Asia/Tokyo")
        let minted: MintApiKeyResponse = try await customer.call(
            .mintApiKey, MintApiKeyRequest(name: "Crawl", scopes: ["a", "b"]))
        let id = try #require(minted.apiKey?.id)
        let request = RotateApiKeyRequest(
            keyID: id, overlap: DurationMessage(seconds: 7 * 86_400), requestID: "rotate-1")
        let rotated: RotateApiKeyResponse = try await customer.call(.rotateApiKey, request)
        let again: RotateApiKeyResponse = try await customer.call(.rotateApiKey, request)
        #expect(again == rotated && rotated.secret != minted.secret && rotated.secret.hasPrefix("ak_"))
        let key = try #require(rotated.apiKey)
        #expect(key.id == id && rotated.secret.hasPrefix(key.prefix) && key.name == "Crawl")
        let ends = try #require(key.oldSecretEndsAt)
        #expect(try key.oldSecretEndsText == pageText(ends, "Asia/Tokyo"))
        let (old, new) = (try await verify(minted.secret, customer), try await verify(rotated.secret, customer))
        #expect(old.keyID == id && new.keyID == id && old.accountID == customer.accountID && old.scopes == ["a", "b"])
        #expect(old.expiresAt == ends && new.expiresAt == nil)
        _ = try await server.mailFolder.wait(to: customer.email, subject: "An API key has a new secret")
        let listed: ListActivityResponse = try await customer.call(
            .listActivity, ListActivityRequest(kinds: ["api_key.rotated"]))
        #expect(listed.activities.count == 1 && listed.activities[0].details.contains { $0.value == "Crawl" })
        let _: RevokeApiKeyResponse = try await customer.call(.revokeApiKey, RevokeApiKeyRequest(keyID: id))
        for secret in [minted.secret, rotated.secret] {
            try await expectStatus(.unauthenticated, reason: "BAD_CREDENTIALS") { try await verify(secret, customer) }
        }
        try await expectStatus(.notFound) {
            try await customer.call(
                .rotateApiKey, RotateApiKeyRequest(keyID: id), as: RotateApiKeyResponse.self)
        }
    }

    @Test func anOverlapEndsByItselfAndNoneAtOnce() async throws {
        let customer = try await Customer.signUp(on: server)
        let minted: MintApiKeyResponse = try await customer.call(
            .mintApiKey, MintApiKeyRequest(name: "k", scopes: ["a"]))
        let id = minted.apiKey?.id ?? ""
        let second: RotateApiKeyResponse = try await customer.call(.rotateApiKey, RotateApiKeyRequest(keyID: id))
        try await expectStatus(.unauthenticated, reason: "BAD_CREDENTIALS") {
            try await verify(minted.secret, customer)
        }
        let third: RotateApiKeyResponse = try await customer.call(
            .rotateApiKey, RotateApiKeyRequest(keyID: id, overlap: DurationMessage(seconds: 2)))
        _ = try await verify(second.secret, customer)
        try await Task.sleep(for: .seconds(2.1))
        try await expectStatus(.unauthenticated, reason: "BAD_CREDENTIALS") {
            try await verify(second.secret, customer)
        }
        _ = try await verify(third.secret, customer)
        let listed: ListApiKeysResponse = try await customer.call(.listApiKeys, ListApiKeysRequest())
        #expect(listed.apiKeys.first?.oldSecretEndsAt == nil && listed.apiKeys.first?.oldSecretEndsText == "")
    }

    private static let refused: [(Int64, Int32)] = [
        (-1, 0), (604_800, 1_000), (604_801, 0), (0, -1_000), (1, -1), (Int64.max, 0),
    ]

    @Test(arguments: refused)
    func overlapsOutsideOfSevenDaysAreRefused(_ seconds: Int64, _ nanos: Int32) async throws {
        let customer = try await Customer.signUp(on: server)
        let minted: MintApiKeyResponse = try await customer.call(
            .mintApiKey, MintApiKeyRequest(name: "k", scopes: ["a"]))
        let status = try await expectStatus(.invalidArgument, reason: "OVERLAP_INVALID") {
            try await customer.call(
                .rotateApiKey,
                RotateApiKeyRequest(
                    keyID: minted.apiKey?.id ?? "", overlap: DurationMessage(seconds: seconds, nanos: nanos)),
                as: RotateApiKeyResponse.self)
        }
        #expect(status.fieldViolations.map(\.field) == ["overlap"])
        _ = try await verify(minted.secret, customer)
    }
}
