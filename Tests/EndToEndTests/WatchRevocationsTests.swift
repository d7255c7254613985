import Foundation
import Messages
import RPC
import RPCClient
import TestSupport
import Testing

/// WatchRevocations through the wire.
@Suite(.serialized) struct WatchRevocationsTests {
    private static let arguments = ["--watch-heartbeat-seconds", "1"]
    private static let shared = Result { try SuiteServer.make(arguments: arguments) }
    let server: ServerProcess

    init() throws { server = try Self.shared.get() }

    /// What was told of one account, in order: other suites have no part in this server, other tests do.
    private func told(_ watching: Watching<WatchRevocationsResponse>, of customer: Customer) -> [String] {
        watching.revocations.filter { $0.accountID == customer.accountID }.map(\.id)
    }

    @Test func everythingThatIsRevokedIsToldOnce() async throws {
        let customer = try await Customer.signUp(on: server)
        let watching = try await server.watchRevocations().begun()
        defer { watching.close() }
        let first = try #require(watching.answers.first)
        #expect(first.revocations.isEmpty && first.caughtUp && !first.cursor.isEmpty)
        let service = server.asService()
        var expected: [String] = []

        let revoked = try await customer.signedInAgain()
        let _: RevokeSessionResponse = try await customer.call(
            .revokeSession, RevokeSessionRequest(sessionID: revoked.session.id))
        expected.append(revoked.session.id)
        let signedOut = try await customer.signedInAgain()
        let _: SignOutResponse = try await signedOut.call(.signOut, SignOutRequest())
        expected.append(signedOut.session.id)
        var others: [String] = []
        for _ in 0..<3 { others.append(try await customer.signedInAgain().session.id) }
        let _: RevokeOtherSessionsResponse = try await customer.call(.revokeOtherSessions, RevokeOtherSessionsRequest())
        expected += others.sorted(by: >)
        // The session lives on, and so does the key: no revocations.
        let stepped: StepUpResponse = try await customer.call(.stepUp, StepUpRequest(password: customer.password))
        var current = customer
        current.sessionToken = stepped.sessionToken
        let key: MintApiKeyResponse = try await current.call(
            .mintApiKey, MintApiKeyRequest(name: "ci", scopes: ["browsers.read"]))
        let keyID = key.apiKey?.id ?? ""
        let _: RotateApiKeyResponse = try await current.call(
            .rotateApiKey, RotateApiKeyRequest(keyID: keyID, overlap: DurationMessage()))
        let _: RevokeApiKeyResponse = try await current.call(.revokeApiKey, RevokeApiKeyRequest(keyID: keyID))
        expected.append(keyID)
        let profile: CreateBrowserProfileResponse = try await current.call(
            .createBrowserProfile, CreateBrowserProfileRequest(name: "shop"))
        let profileID = profile.browserProfile?.id ?? ""
        let _: DeleteBrowserProfileResponse = try await current.call(
            .deleteBrowserProfile, DeleteBrowserProfileRequest(browserProfileID: profileID))
        expected.append(profileID)
        let endpoint: CreateWebhookEndpointResponse = try await current.call(
            .createWebhookEndpoint, CreateWebhookEndpointRequest(url: "https://hooks.invalid/x", eventTypes: ["a.b"]))
        let endpointID = endpoint.webhookEndpoint?.id ?? ""
        let _: DeleteWebhookEndpointResponse = try await current.call(
            .deleteWebhookEndpoint, DeleteWebhookEndpointRequest(endpointID: endpointID))
        expected.append(endpointID)
        let driver: StartDriverSessionResponse = try await current.client.call(
            .startDriverSession, StartDriverSessionRequest(accountID: current.accountID, label: "run"), options: service
        )
        let driverID = driver.driverSession?.id ?? ""
        for _ in 0..<2 {
            let _: EndDriverSessionResponse = try await current.client.call(
                .endDriverSession,
                EndDriverSessionRequest(accountID: current.accountID, driverSessionID: driverID), options: service)
        }
        expected.append(driverID)
        // The same request again is answered, and revokes nothing.
        let again = try await customer.signedInAgain()
        for _ in 0..<2 {
            let _: RevokeSessionResponse = try await current.call(
                .revokeSession, RevokeSessionRequest(sessionID: again.session.id, requestID: "same"))
        }
        expected.append(again.session.id)
        let token = try await current.resetToken()
        let _: ResetPasswordResponse = try await current.client.call(
            .resetPassword,
            ResetPasswordRequest(token: token, newPassword: "Another lamp orbit 78", signOutOtherSessions: true),
            options: service)
        expected.append(customer.session.id)
        current.password = "Another lamp orbit 78"
        try await watching.wait("all of them") { answers in
            answers.flatMap(\.revocations).contains { $0.id == customer.session.id }
        }
        #expect(told(watching, of: customer) == expected)
        let kinds = watching.revocations.filter { $0.accountID == customer.accountID }.map(\.kind)
        #expect(
            kinds == [.session, .session, .session, .session, .session, .apiKey, .browserProfile, .webhookEndpoint]
                + [.driverSession, .session, .session])
        #expect(watching.revocations.allSatisfy { ($0.revokedAt?.seconds ?? 0) > 1_700_000_000 })
        try await deletion(of: current, watching, behind: expected.count)
    }

    /// Everything that the account still had, then the account.
    private func deletion(
        of customer: Customer, _ watching: Watching<WatchRevocationsResponse>, behind count: Int
    ) async throws {
        let customer = try await customer.signedInAgain()
        let other = try await customer.signedInAgain()
        let key: MintApiKeyResponse = try await customer.call(
            .mintApiKey, MintApiKeyRequest(name: "ci", scopes: ["browsers.read"]))
        let profile: CreateBrowserProfileResponse = try await customer.call(
            .createBrowserProfile, CreateBrowserProfileRequest(name: "shop"))
        let endpoint: CreateWebhookEndpointResponse = try await customer.call(
            .createWebhookEndpoint, CreateWebhookEndpointRequest(url: "https://hooks.invalid/x", eventTypes: ["a.b"]))
        let driver: StartDriverSessionResponse = try await customer.client.call(
            .startDriverSession, StartDriverSessionRequest(accountID: customer.accountID, label: "run"),
            options: server.asService())
        let _: DeleteAccountResponse = try await customer.call(
            .deleteAccount, DeleteAccountRequest(confirmEmail: customer.email))
        try await watching.wait("the account") { answers in
            answers.flatMap(\.revocations).contains { $0.id == customer.accountID }
        }
        let rest = Array(told(watching, of: customer).dropFirst(count))
        let belongings = [
            customer.session.id, other.session.id, key.apiKey?.id ?? "", profile.browserProfile?.id ?? "",
            endpoint.webhookEndpoint?.id ?? "", driver.driverSession?.id ?? "", customer.accountID,
        ]
        #expect(Set(rest) == Set(belongings) && rest.count == belongings.count)
        #expect(rest.last == customer.accountID)
    }

    @Test func aCursorGoesOnBehindWhatWasTold() async throws {
        let customer = try await Customer.signUp(on: server)
        let ids = try await server.driverSessions(8, of: customer)
        let before = try await server.watchRevocations().begun()
        try await server.end(ids[0..<3], of: customer)
        try await before.wait("three") { $0.flatMap(\.revocations).count >= 3 }
        before.close()
        let start = try #require(before.answers.first?.cursor)
        let middle = try #require(before.cursor)
        try await server.end(ids[3..<8], of: customer)
        for (cursor, rest) in [(start, ids[...]), (middle, ids[3...])] {
            let after = try server.watchRevocations(cursor)
            defer { after.close() }
            try await after.wait("the rest") { $0.flatMap(\.revocations).count >= rest.count }
            #expect(told(after, of: customer) == Array(rest))
        }
        // Nothing is new, and that is told at once; and again and again.
        let newest = try #require(try await server.watchRevocations().begun().cursor)
        let idle = try server.watchRevocations(newest)
        defer { idle.close() }
        try await idle.wait("heartbeats") { $0.count >= 3 }
        #expect(idle.answers.allSatisfy { $0.cursor == newest && $0.revocations.isEmpty && $0.caughtUp })
    }

    @Test func whatIsNoCursorIsRefused() async throws {
        let customer = try await Customer.signUp(on: server)
        let activity = try #require(try await customer.watchActivity().begun().cursor)
        let right = try #require(try await server.watchRevocations().begun().cursor)
        var garbage = [
            "x", "0", String(repeating: "A", count: 33), String(repeating: "!", count: 34), right + "A", activity,
        ]
        garbage += [String(right.dropLast()), "\u{1F511}", String(repeating: "z", count: 100_000)]
        for cursor in garbage {
            let status = try await server.watchRevocations(cursor).waitForEnd()
            #expect(status?.code == .invalidArgument && status?.reason == "CURSOR_INVALID", "\(cursor.prefix(40))")
            #expect(status?.fieldViolations.map(\.field) == ["cursor"])
        }
        // The right form, but no row of this log.
        let flipped = right.dropLast() + (right.hasSuffix("A") ? "E" : "A")
        let status = try await server.watchRevocations(String(flipped)).waitForEnd()
        #expect(["CURSOR_EXPIRED", "CURSOR_INVALID"].contains(status?.reason))
    }

    @Test func rowsThatAreGoneAreNoSilentGap() async throws {
        let server = try ServerProcess()
        defer { server.discard() }
        let customer = try await Customer.signUp(on: server)
        let ids = try await server.driverSessions(4, of: customer)
        let watching = try await server.watchRevocations().begun()
        let oldest = try #require(watching.cursor)
        try await server.end(ids[0..<2], of: customer)
        try await watching.wait("two") { $0.flatMap(\.revocations).count >= 2 }
        let kept = try #require(watching.cursor)
        try await server.end(ids[2...], of: customer)
        server.stop()
        try editStore(of: server, "DELETE FROM revocations WHERE sequence < 2")
        try server.start()
        let expired = try await server.watchRevocations(oldest).waitForEnd()
        #expect(expired?.code == .outOfRange && expired?.reason == "CURSOR_EXPIRED")
        let resumed = try server.watchRevocations(kept)
        defer { resumed.close() }
        try await resumed.wait("the rest") { $0.flatMap(\.revocations).count >= 2 }
        #expect(told(resumed, of: customer) == Array(ids[2...]))
    }

    @Test func aServerThatStopsEndsItAtOnce() async throws {
        let server = try ServerProcess(arguments: ["--drain-seconds", "600"])
        defer { server.discard() }
        let customer = try await Customer.signUp(on: server)
        let revocations = try await server.watchRevocations().begun()
        let activity = try await customer.watchActivity().begun()
        // Long before the drain's time is over.
        #expect(await Task.detached { server.stop() }.value == 0)
        for status in [try await revocations.waitForEnd(), try await activity.waitForEnd()] {
            #expect(status?.code == .unavailable && status?.reason == "DRAINING")
        }
    }
}

extension ServerProcess {
    /// Ids of so many fresh driver sessions.
    func driverSessions(_ count: Int, of customer: Customer) async throws -> [String] {
        var ids: [String] = []
        for index in 0..<count {
            let started: StartDriverSessionResponse = try await customer.client.call(
                .startDriverSession, StartDriverSessionRequest(accountID: customer.accountID, label: "\(index)"),
                options: asService())
            ids.append(started.driverSession?.id ?? "")
        }
        return ids
    }

    func end(_ ids: some Sequence<String>, of customer: Customer) async throws {
        for id in ids {
            let _: EndDriverSessionResponse = try await customer.client.call(
                .endDriverSession, EndDriverSessionRequest(accountID: customer.accountID, driverSessionID: id),
                options: asService())
        }
    }
}
