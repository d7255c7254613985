import Foundation
import Messages
import RPC
import RPCClient
import TestSupport
import Testing

@Suite(.serialized)
struct ThrottlingTests {
    let server: ServerProcess

    init() throws { server = try SuiteServer.guessing.get() }

    @Test func guessingAtAPasswordHasToWaitLongerAndLongerKnownAddressOrNot() async throws {
        var known = try await Customer.signUp(on: server)
        while try await !guessTooOften(known.email) { known = try await Customer.signUp(on: server) }
        while try await !guessTooOften(Customer.freshAddress()) {}
        // The owner, who is signed in, is not locked out of anything by it: their own budget is another.
        _ = try await known.call(.stepUp, StepUpRequest(password: known.password), as: StepUpResponse.self)
        // And once the wait is over the right password opens.
        _ = try await known.signedInAgain()
    }

    @Test func parallelGuessesDoNotRunPastTheBudget() async throws {
        let known = try await Customer.signUp(on: server)
        let clients = try (0..<4).map { _ in try server.client() }
        let start = ContinuousClock.now
        let checked = try await withThrowingTaskGroup(of: StatusCode.self) { group in
            for index in 0..<40 {
                group.addTask {
                    try await expectStatusOf {
                        try await clients[index % 4].bytes(
                            .signIn, SignInRequest(email: known.email, password: "Wrong words 12345 \(index)"),
                            known.server.asService())
                    }.code
                }
            }
            return try await group.reduce(into: 0) { $0 += $1 == .unauthenticated ? 1 : 0 }
        }
        // Five cost nothing, the sixth begins a wait of a second, the one after it of two: a slow run sees some more.
        let seconds = Int((ContinuousClock.now - start).components.seconds)
        #expect((6...7 + seconds).contains(checked))
    }

    @Test func wrongPasswordsDoNotUseUpTheCodesBudget() async throws {
        let customer = try await Customer.signUp(on: server)
        let (authenticator, _) = try await customer.enableTwoFactor()
        let challenge = try await customer.challenge()
        for _ in 0..<7 { _ = try await guess(customer.email) }
        let opened: CompleteSignInResponse = try await customer.client.call(
            .completeSignIn,
            CompleteSignInRequest(
                challengeToken: challenge, totpCode: try authenticator.code(step: Authenticator.step)),
            options: server.asService())
        #expect(isToken(opened.sessionToken, "ast_"))
    }

    @Test func wrongCodesHaveToWaitToo() async throws {
        let customer = try await Customer.signUp(on: server)
        let (_, _) = try await customer.enableTwoFactor()
        var reasons: [String] = []
        for _ in 0..<8 {
            reasons.append(
                try await expectStatusOf {
                    try await customer.call(.stepUp, StepUpRequest(totpCode: "000000"), as: StepUpResponse.self)
                }.reason)
        }
        #expect(reasons.prefix(6).allSatisfy { $0 == "BAD_CREDENTIALS" } && reasons.last == "THROTTLED")
    }

    /// False: the machine was too busy to be early, and another address is needed.
    private func guessTooOften(_ email: String) async throws -> Bool {
        for _ in 0..<5 { #expect(try await guess(email).reason == "BAD_CREDENTIALS") }
        // The sixth is answered, and the seventh has to wait a second; the one after it two.
        for wait in [1_000, 2_000] as [Int64] {
            let start = ContinuousClock.now
            #expect(try await guess(email).reason == "BAD_CREDENTIALS")
            let early = try await guess(email)
            guard ContinuousClock.now - start < .milliseconds(wait - 100) else { return false }
            #expect(early.reason == "THROTTLED")
            let left = Int64(early.retryDelayMs ?? 0)
            #expect((wait - 1_000 + 1...wait).contains(left))
            try await Task.sleep(for: .milliseconds(left + 20))
        }
        return true
    }

    private func guess(_ email: String) async throws -> Status {
        try await expectStatusOf {
            try await server.client().bytes(
                .signIn, SignInRequest(email: email, password: "Wrong words 12345 x"), server.asService())
        }
    }
}

/// The status of a call that has to fail, whichever it is.
func expectStatusOf(_ call: () async throws -> some Any) async throws -> Status {
    do {
        _ = try await call()
    } catch let status as Status {
        return status
    }
    throw TestFailure("an answer where a refusal was due")
}
