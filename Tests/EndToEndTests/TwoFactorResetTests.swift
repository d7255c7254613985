import Foundation
import Messages
import RPC
import RPCClient
import TestSupport
import Testing

/// The customer whose telephone fell into the sea, and the stranger who says so.
@Suite(.serialized)
struct TwoFactorResetTests {
    private static let subject = "Two-factor authentication is about to be turned off"

    private func ask(_ customer: Customer, requestID: String = "") async throws -> ResetTwoFactorResponse {
        try await customer.client.call(
            .resetTwoFactor, ResetTwoFactorRequest(email: customer.email, requestID: requestID),
            options: customer.server.asService())
    }

    private func security(_ customer: Customer) async throws -> Security {
        let answer = try await customer.call(.getSecurity, GetSecurityRequest(), as: GetSecurityResponse.self)
        return try #require(answer.security)
    }

    private func kinds(_ customer: Customer) async throws -> [String] {
        let list = try await customer.call(
            .listActivity,
            ListActivityRequest(kinds: [
                "two_factor.disabled", "two_factor.reset_requested", "two_factor.reset_cancelled",
            ]), as: ListActivityResponse.self)
        return list.activities.map { "\($0.kind) \($0.actor)" }
    }

    @Test func theOwnerIsToldAndStopsItByLinkByHandAndByCode() async throws {
        let server = try SuiteServer.sessions.get()
        let customer = try await Customer.signUp(on: server, timeZone: "Asia/Tokyo")
        let (authenticator, codes) = try await customer.enableTwoFactor()
        let answer = try await ask(customer, requestID: "reset-1")
        #expect(answer.accountID == customer.accountID && !answer.alreadyPending && answer.lastCancelledAt == nil)
        #expect(try await ask(customer, requestID: "reset-1") == answer)
        let requested = try #require(answer.requestedAt)
        let due = try #require(answer.takesEffectAt)
        #expect(due.seconds - requested.seconds == 86_400)
        let shown = try await security(customer)
        #expect(shown.twoFactorResetAt == due && shown.twoFactorEnabled)
        #expect(shown.twoFactorResetText.hasSuffix(" JST, as our support was asked to"))
        // Nothing is easier for a stranger meanwhile.
        let challenge = try await customer.challenge()
        try await expectStatus(.unauthenticated, reason: "BAD_CREDENTIALS") {
            try await customer.client.call(
                .completeSignIn, CompleteSignInRequest(challengeToken: challenge, totpCode: "000000"),
                as: CompleteSignInResponse.self, options: server.asService())
        }

        let mail = try await server.mailFolder.wait(to: customer.email, subject: Self.subject)
        let token = try #require(mail.token)
        let byLink: CancelTwoFactorResetResponse = try await customer.client.call(
            .cancelTwoFactorReset, CancelTwoFactorResetRequest(token: token), options: server.asService())
        #expect(byLink == CancelTwoFactorResetResponse())
        try await expectStatus(.notFound, reason: "LINK_INVALID") {
            try await customer.client.call(
                .cancelTwoFactorReset, CancelTwoFactorResetRequest(token: token),
                as: CancelTwoFactorResetResponse.self, options: server.asService())
        }
        #expect(try await security(customer).twoFactorResetAt == nil)
        _ = try await server.mailFolder.wait(to: customer.email, subject: "Two-factor authentication stays on")

        let again = try await ask(customer)
        #expect(!again.alreadyPending && again.lastCancelledAt != nil)
        #expect(try await ask(customer).alreadyPending)
        let _: CancelTwoFactorResetResponse = try await customer.call(
            .cancelTwoFactorReset, CancelTwoFactorResetRequest())
        try await expectStatus(.failedPrecondition, reason: "TWO_FACTOR_RESET_NOT_PENDING") {
            try await customer.call(
                .cancelTwoFactorReset, CancelTwoFactorResetRequest(), as: CancelTwoFactorResetResponse.self)
        }

        _ = try await ask(customer)
        let code = try authenticator.code(step: Authenticator.step)
        let _: StepUpResponse = try await customer.call(.stepUp, StepUpRequest(totpCode: code))
        let signedIn: CompleteSignInResponse = try await customer.client.call(
            .completeSignIn,
            CompleteSignInRequest(challengeToken: try await customer.challenge(), recoveryCode: codes[0]),
            options: server.asService())
        var owner = customer
        owner.sessionToken = signedIn.sessionToken
        #expect(try await security(owner).twoFactorResetAt == nil)
        #expect(
            try await kinds(owner) == [
                "two_factor.reset_cancelled customer", "two_factor.reset_requested support",
                "two_factor.reset_cancelled customer", "two_factor.reset_requested support",
                "two_factor.reset_cancelled customer", "two_factor.reset_requested support",
            ])
        _ = try await server.mailFolder.wait(to: customer.email, subject: "Your identity was confirmed again")
    }

    /// The server's own clock and worker; a day goes by in the store.
    @Test func aDayLaterThePasswordAloneSignsIn() async throws {
        let server = try ServerProcess()
        defer { server.discard() }
        let customer = try await Customer.signUp(on: server)
        _ = try await customer.enableTwoFactor()
        _ = try await ask(customer)
        _ = try await server.mailFolder.wait(to: customer.email, subject: Self.subject)
        server.stop()
        let day = 86_400_000_000 as Int64
        try editStore(
            of: server,
            "UPDATE two_factor_resets SET requested_at = requested_at - \(day), takes_effect_at = takes_effect_at - \(day)"
        )
        try editStore(
            of: server, "UPDATE outbox SET due_at = due_at - \(day), ready_at = ready_at - \(day) WHERE kind = 6")
        try server.start()
        let moved = try customer.moved(to: server)
        _ = try await server.mailFolder.wait(
            to: customer.email, subject: "Two-factor authentication was turned off")
        let again = try await moved.signedInAgain()
        let shown = try await security(again)
        #expect(!shown.twoFactorEnabled && shown.twoFactorResetAt == nil && shown.recoveryCodesLeft == 0)
        #expect(
            try await kinds(again) == ["two_factor.disabled support", "two_factor.reset_requested support"])
    }
}
