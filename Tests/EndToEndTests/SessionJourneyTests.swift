import Foundation
import Messages
import RPC
import RPCClient
import TestSupport
import Testing

@Suite(.serialized)
struct SessionJourneyTests {
    let server: ServerProcess

    init() throws { server = try SuiteServer.sessions.get() }

    @Test func aFirstSignInSaysEverythingOfItsSession() async throws {
        let customer = try await Customer.signUp(on: server, timeZone: "Europe/Zurich")
        let session = customer.session
        #expect(isID(session.id, "ses_") && isToken(customer.sessionToken, "ast_"))
        #expect(session.deviceLabel == "Firefox on Linux" && session.current && !session.twoFactor)
        #expect(isRecent(session.createdAt) && isRecent(session.lastSeenAt) && isRecent(session.authenticatedAt))
        let idle = (session.expiresAt?.seconds ?? 0) - (session.lastSeenAt?.seconds ?? 0)
        #expect(idle == 7 * 86_400)
        #expect(try session.createdText == pageText(session.createdAt, "Europe/Zurich"))
        #expect(try session.lastSeenText == pageText(session.lastSeenAt, "Europe/Zurich"))

        let live = try await validate(customer.sessionToken)
        #expect(live.accountID == customer.accountID && live.sessionID == session.id && !live.twoFactor)
        #expect(live.authenticatedAt == session.authenticatedAt && isSoon(live.expiresAt, 7 * 86_400))
        // The first sign-in of all is no news; a second is.
        #expect(server.mailFolder.mails(to: customer.email).count == 1)
        _ = try await customer.signedInAgain()
        let mail = try await server.mailFolder.wait(to: customer.email, subject: "New sign-in to your account")
        #expect(mail.text.contains("Firefox on Linux"))
    }

    @Test func theListKnowsTheSessionThatAsks() async throws {
        let first = try await Customer.signUp(on: server)
        let second = try await first.signedInAgain(userAgent: "curl/8.5.0")
        for (asking, other) in [(first, second), (second, first)] {
            let list = try await asking.call(.listSessions, ListSessionsRequest(), as: ListSessionsResponse.self)
            #expect(list.sessions.map(\.id) == [second.session.id, first.session.id])
            #expect(list.sessions.map(\.deviceLabel) == ["curl", "Firefox on Linux"])
            #expect(list.sessions.filter(\.current).map(\.id) == [asking.session.id])
            #expect(list.sessions.filter { !$0.current }.map(\.id) == [other.session.id])
        }
        let page = try await first.call(
            .listSessions, ListSessionsRequest(pageSize: 1), as: ListSessionsResponse.self)
        let rest = try await first.call(
            .listSessions, ListSessionsRequest(pageSize: 1, pageToken: page.nextPageToken),
            as: ListSessionsResponse.self)
        #expect(page.sessions.map(\.id) == [second.session.id] && rest.sessions.map(\.id) == [first.session.id])
        #expect(rest.nextPageToken.isEmpty)
    }

    @Test func theCurrentSessionIsSignedOutNotRevoked() async throws {
        let customer = try await Customer.signUp(on: server)
        let other = try await customer.signedInAgain()
        func revoke(_ id: String) async throws -> RevokeSessionResponse {
            try await customer.call(.revokeSession, RevokeSessionRequest(sessionID: id))
        }
        try await expectStatus(.failedPrecondition, reason: "CURRENT_SESSION") { try await revoke(customer.session.id) }
        _ = try await revoke(other.session.id)
        try await expectDead(other)
        try await expectStatus(.notFound) { try await revoke(other.session.id) }
        let stranger = try await Customer.signUp(on: server)
        try await expectStatus(.notFound) { try await revoke(stranger.session.id) }
        _ = try await validate(stranger.sessionToken)

        let _: SignOutResponse = try await customer.call(.signOut, SignOutRequest())
        try await expectDead(customer)
    }

    @Test func allOtherSessionsEndAtOnce() async throws {
        let customer = try await Customer.signUp(on: server)
        let others = [try await customer.signedInAgain(), try await customer.signedInAgain()]
        let answer = try await customer.call(
            .revokeOtherSessions, RevokeOtherSessionsRequest(), as: RevokeOtherSessionsResponse.self)
        #expect(answer.sessionsRevoked == 2)
        for other in others { try await expectDead(other) }
        _ = try await validate(customer.sessionToken)
        let again = try await customer.call(
            .revokeOtherSessions, RevokeOtherSessionsRequest(), as: RevokeOtherSessionsResponse.self)
        #expect(again.sessionsRevoked == 0)
    }

    @Test func steppingUpReplacesTheToken() async throws {
        var customer = try await Customer.signUp(on: server)
        let old = customer
        let answer = try await customer.call(
            .stepUp, StepUpRequest(password: customer.password), as: StepUpResponse.self)
        #expect(answer.session?.id == customer.session.id && answer.session?.current == true)
        #expect(answer.session?.twoFactor == false && isRecent(answer.session?.authenticatedAt))
        #expect(isToken(answer.sessionToken, "ast_") && answer.sessionToken != old.sessionToken)
        try await expectDead(old)
        customer.sessionToken = answer.sessionToken
        #expect(try await validate(customer.sessionToken).sessionID == customer.session.id)
        try await expectStatus(.unauthenticated, reason: "BAD_CREDENTIALS") {
            try await customer.call(.stepUp, StepUpRequest(password: "Not the password 1"), as: StepUpResponse.self)
        }
        _ = try await validate(customer.sessionToken)
    }

    @Test func aCodeStepsUpAndProvesTheSecondFactor() async throws {
        var customer = try await Customer.signUp(on: server)
        try await expectStatus(.failedPrecondition, reason: "TWO_FACTOR_OFF") {
            try await customer.call(.stepUp, StepUpRequest(totpCode: "123456"), as: StepUpResponse.self)
        }
        let (authenticator, _) = try await customer.enableTwoFactor()
        let code = try authenticator.code(step: Authenticator.step)
        let answer = try await customer.call(.stepUp, StepUpRequest(totpCode: code), as: StepUpResponse.self)
        customer.sessionToken = answer.sessionToken
        #expect(answer.session?.twoFactor == true)
        #expect(try await validate(customer.sessionToken).twoFactor)
        // The step only rises, on every path.
        try await expectStatus(.unauthenticated, reason: "BAD_CREDENTIALS") {
            try await customer.call(.stepUp, StepUpRequest(totpCode: code), as: StepUpResponse.self)
        }
        let challenge = try await customer.challenge()
        try await expectStatus(.unauthenticated, reason: "BAD_CREDENTIALS") {
            try await customer.client.call(
                .completeSignIn, CompleteSignInRequest(challengeToken: challenge, totpCode: code),
                as: CompleteSignInResponse.self, options: server.asService())
        }
    }

    @Test func aChallengeTakesFiveWrongCodesAndNoMore() async throws {
        let customer = try await Customer.signUp(on: server)
        let (_, codes) = try await customer.enableTwoFactor()
        let challenge = try await customer.challenge()
        func answer(_ code: String) async throws -> CompleteSignInResponse {
            try await customer.client.call(
                .completeSignIn, CompleteSignInRequest(challengeToken: challenge, recoveryCode: code),
                options: server.asService())
        }
        for _ in 0..<5 {
            try await expectStatus(.unauthenticated, reason: "BAD_CREDENTIALS") {
                try await answer("0000-0000-0000-0000")
            }
        }
        try await expectStatus(.unauthenticated, reason: "BAD_CREDENTIALS") { try await answer(codes[0]) }
        // The code was not used up by the dead challenge. The waits that guessing earned are short, and end.
        let second = try await customer.challenge()
        let right = CompleteSignInRequest(challengeToken: second, recoveryCode: codes[0])
        for _ in 0..<50 {
            let description = Messages.Method.completeSignIn.description
            let result = await customer.client.call(
                service: description.service, method: description.method, payload: right.encodedBytes(),
                options: server.asService())
            guard case .failure(let status) = result else { return }
            #expect(status.code == .resourceExhausted)
            try await Task.sleep(for: .milliseconds(status.retryDelayMs ?? 100))
        }
        Issue.record("the right code was never taken")
    }

    private func validate(_ token: String) async throws -> ValidateSessionResponse {
        try await server.client().call(
            .validateSession, ValidateSessionRequest(sessionToken: token), options: server.asService())
    }

    /// By the hot path and by the owner's.
    private func expectDead(_ customer: Customer) async throws {
        try await expectStatus(.unauthenticated, reason: "BAD_CREDENTIALS") {
            try await validate(customer.sessionToken)
        }
        try await expectStatus(.unauthenticated, reason: "SESSION_INVALID") {
            try await customer.call(.getAccount, GetAccountRequest(), as: GetAccountResponse.self)
        }
    }

    private func isSoon(_ time: Timestamp?, _ seconds: Int64) -> Bool {
        abs((time?.seconds ?? 0) - Timestamp.fromNow(seconds).seconds) < 120
    }
}
