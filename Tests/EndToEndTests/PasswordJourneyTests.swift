import Foundation
import Messages
import RPC
import RPCClient
import TestSupport
import Testing

@Suite(.serialized)
struct PasswordJourneyTests {
    let server: ServerProcess
    private static let next = "Velvet bramble quartz 19"

    init() throws { server = try SuiteServer.sessions.get() }

    @Test func aMailedLinkSetsANewPasswordOnce() async throws {
        var customer = try await Customer.signUp(on: server)
        let token = try await customer.resetToken()
        #expect(isToken(token, "lnk_"))
        let answer = try await reset(customer, ResetPasswordRequest(token: token, newPassword: Self.next))
        #expect(answer.sessionsSignedOut == 0)
        // Old sessions stay signed in unless asked otherwise.
        _ = try await customer.call(.getAccount, GetAccountRequest(), as: GetAccountResponse.self)
        try await expectStatus(.unauthenticated, reason: "BAD_CREDENTIALS") { try await customer.signedInAgain() }
        customer.password = Self.next
        _ = try await customer.signedInAgain()
        _ = try await server.mailFolder.wait(to: customer.email, subject: "Your password was changed")
        try await expectStatus(.notFound, reason: "LINK_INVALID") {
            try await reset(customer, ResetPasswordRequest(token: token, newPassword: "Another lantern 5 oak"))
        }
    }

    @Test func oldSessionsEndWhenAsked() async throws {
        let customer = try await Customer.signUp(on: server)
        let other = try await customer.signedInAgain()
        let token = try await customer.resetToken()
        let answer = try await reset(
            customer, ResetPasswordRequest(token: token, newPassword: Self.next, signOutOtherSessions: true))
        #expect(answer.sessionsSignedOut == 2)
        for session in [customer, other] {
            try await expectStatus(.unauthenticated, reason: "SESSION_INVALID") {
                try await session.call(.getAccount, GetAccountRequest(), as: GetAccountResponse.self)
            }
        }
    }

    @Test func withTwoFactorTheLinkAloneSetsNothingAndIsNotUsedUp() async throws {
        var customer = try await Customer.signUp(on: server)
        let (authenticator, codes) = try await customer.enableTwoFactor()
        let token = try await customer.resetToken()
        for _ in 0..<3 {
            try await expectStatus(.failedPrecondition, reason: "TWO_FACTOR_REQUIRED") {
                try await reset(customer, ResetPasswordRequest(token: token, newPassword: Self.next))
            }
        }
        try await expectStatus(.unauthenticated, reason: "BAD_CREDENTIALS") {
            try await reset(
                customer,
                ResetPasswordRequest(token: token, newPassword: Self.next, recoveryCode: "0000-0000-0000-0000"))
        }
        _ = try await customer.challenge()
        _ = try await reset(
            customer,
            ResetPasswordRequest(
                token: token, newPassword: Self.next, totpCode: try authenticator.code(step: Authenticator.step)))
        customer.password = Self.next
        _ = try await customer.challenge()

        let second = try await customer.resetToken()
        // Eight characters are enough where a second factor stands behind them.
        _ = try await reset(
            customer, ResetPasswordRequest(token: second, newPassword: "vq7-Lx2k", recoveryCode: codes[9]))
        let state = try await customer.call(.getSecurity, GetSecurityRequest(), as: GetSecurityResponse.self)
        #expect(state.security?.recoveryCodesLeft == 9)
    }

    @Test func aSignedInCustomerGetsTheSameLink() async throws {
        let customer = try await Customer.signUp(on: server)
        let answer = try await customer.call(
            .requestPasswordChange, RequestPasswordChangeRequest(), as: RequestPasswordChangeResponse.self)
        #expect(!answer.message.isEmpty)
        let token = try await server.mailFolder.token(to: customer.email, subject: "Set a new password")
        _ = try await reset(customer, ResetPasswordRequest(token: token, newPassword: Self.next))
    }

    @Test func onlyTheNewestLinkOpens() async throws {
        let customer = try await Customer.signUp(on: server)
        let first = try await customer.resetToken()
        let second = try await customer.resetToken()
        try await expectStatus(.notFound, reason: "LINK_INVALID") {
            try await reset(customer, ResetPasswordRequest(token: first, newPassword: Self.next))
        }
        _ = try await reset(customer, ResetPasswordRequest(token: second, newPassword: Self.next))
    }

    @Test(arguments: [
        ("Short 7 words", "PASSWORD_TOO_SHORT"), ("passwordpassword", "PASSWORD_COMMON"),
        ("robin vale 2026 !", "PASSWORD_OWN_WORDS"), (String(repeating: "ä", count: 513), "PASSWORD_TOO_LONG"),
        ("", "PASSWORD_REQUIRED"),
    ])
    func aBadPasswordIsRefusedWithItsReasonAndTheLinkStays(_ password: String, _ reason: String) async throws {
        let customer = try await Customer.signUp(on: server)
        let token = try await customer.resetToken()
        let refused = try await expectStatus(.invalidArgument) {
            try await reset(customer, ResetPasswordRequest(token: token, newPassword: password))
        }
        #expect(refused.fieldViolations.map(\.field) == ["new_password"])
        #expect(refused.fieldViolations.map(\.reason) == [reason])
        #expect(password.isEmpty || !refused.message.contains(password))
        _ = try await reset(customer, ResetPasswordRequest(token: token, newPassword: Self.next))
    }

    @Test func aPasswordIsTheSameInEitherUnicodeForm() async throws {
        let composed = "Caf\u{E9} tangerine orbit 7"
        let decomposed = "Cafe\u{301} tangerine orbit 7"
        var customer = try await Customer.signUp(on: server, password: composed)
        customer.password = decomposed
        _ = try await customer.signedInAgain()
    }

    private func reset(
        _ customer: Customer, _ request: ResetPasswordRequest
    ) async throws -> ResetPasswordResponse {
        try await customer.client.call(.resetPassword, request, options: server.asService())
    }
}
