import Foundation
import Messages
import RPC
import RPCClient
import TestSupport
import Testing

/// Everything that is good once, asked for 64 times at the same moment over eight connections: one gets it.
/// `ACCOUNTD_RACE_ROUNDS` says how often each.
@Suite(.serialized)
struct RaceTests {
    private static let parallel = 64
    private static let rounds = ProcessInfo.processInfo.environment["ACCOUNTD_RACE_ROUNDS"].flatMap { Int($0) } ?? 10
    private static let next = "Velvet bramble quartz 19"

    let server: ServerProcess
    let clients: [Client]

    init() throws {
        let server = try SuiteServer.races.get()
        self.server = server
        clients = try (0..<8).map { _ in try server.client() }
    }

    @Test func aVerificationLinkOpensOnce() async throws {
        try await run("verification link") {
            let email = Customer.freshAddress()
            let _: SignUpResponse = try await clients[0].call(
                .signUp, SignUpRequest(email: email, password: Customer.firstPassword, displayName: "Race"),
                options: server.asService())
            let token = try await server.mailFolder.token(to: email, subject: "Verify your email address")
            return Race(.verifyEmail, VerifyEmailRequest(token: token), lost: [.notFound])
        }
    }

    @Test func aLinkToANewAddressOpensOnce() async throws {
        try await run("change-of-address link") {
            let customer = try await Customer.signUp(on: server, client: clients[0])
            let email = Customer.freshAddress()
            let _: ChangeEmailResponse = try await customer.call(.changeEmail, ChangeEmailRequest(newEmail: email))
            let token = try await server.mailFolder.token(to: email, subject: "Verify your new email address")
            return Race(.verifyEmail, VerifyEmailRequest(token: token), lost: [.notFound])
        }
    }

    @Test func ofManyCancellationsOfAResetOneCounts() async throws {
        try await run("cancelled reset of two-factor") {
            let customer = try await Customer.signUp(on: server, client: clients[0])
            _ = try await customer.enableTwoFactor()
            let _: ResetTwoFactorResponse = try await customer.client.call(
                .resetTwoFactor, ResetTwoFactorRequest(email: customer.email), options: server.asService())
            let token = try await server.mailFolder.token(
                to: customer.email, subject: "Two-factor authentication is about to be turned off")
            return Race(.cancelTwoFactorReset, CancelTwoFactorResetRequest(token: token), lost: [.notFound])
        }
    }

    @Test func aResetLinkSetsOnePassword() async throws {
        try await run("reset link") {
            let customer = try await Customer.signUp(on: server, client: clients[0])
            let token = try await customer.resetToken()
            // Each with a password of its own: the one that won is the one that opens.
            return Race(lost: [.notFound]) { index in
                (.resetPassword, ResetPasswordRequest(token: token, newPassword: "\(Self.next) \(index)"))
            } check: { winner in
                var changed = customer
                changed.password = "\(Self.next) \(winner)"
                _ = try await changed.signedInAgain()
            }
        }
    }

    @Test func aRecoveryCodeSignsInOnce() async throws {
        try await run("recovery code at sign-in") {
            let (customer, _, codes) = try await guarded()
            var challenges: [String] = []
            for _ in 0..<Self.parallel { challenges.append(try await customer.challenge()) }
            let all = challenges
            return Race(lost: [.unauthenticated, .resourceExhausted]) { index in
                (.completeSignIn, CompleteSignInRequest(challengeToken: all[index], recoveryCode: codes[0]))
            } check: { _ in
                let state = try await customer.call(.getSecurity, GetSecurityRequest(), as: GetSecurityResponse.self)
                #expect(state.security?.recoveryCodesLeft == 9)
            }
        }
    }

    @Test func aRecoveryCodeResetsOnce() async throws {
        try await run("recovery code at a reset") {
            let (customer, _, codes) = try await guarded()
            let token = try await customer.resetToken()
            let request = ResetPasswordRequest(token: token, newPassword: Self.next, recoveryCode: codes[0])
            return Race(.resetPassword, request, lost: [.notFound, .unauthenticated, .resourceExhausted])
        }
    }

    /// Half of them at sign-in, half at a reset: the code is one, whichever door it opens.
    @Test func aRecoveryCodeOpensOneDoor() async throws {
        try await run("recovery code at two doors") {
            let (customer, _, codes) = try await guarded()
            let token = try await customer.resetToken()
            var challenges: [String] = []
            for _ in 0..<Self.parallel / 2 { challenges.append(try await customer.challenge()) }
            let all = challenges
            return Race(lost: [.notFound, .unauthenticated, .resourceExhausted]) { index in
                index < all.count
                    ? (.completeSignIn, CompleteSignInRequest(challengeToken: all[index], recoveryCode: codes[0]))
                    : (
                        .resetPassword,
                        ResetPasswordRequest(token: token, newPassword: Self.next, recoveryCode: codes[0])
                    )
            }
        }
    }

    @Test func aCodeOfTheAuthenticatorIsTakenOnce() async throws {
        try await run("TOTP code") {
            let (customer, authenticator, _) = try await guarded()
            var challenges: [String] = []
            for _ in 0..<Self.parallel { challenges.append(try await customer.challenge()) }
            let all = challenges
            // Signing in that often took a while: the code must still be one that nobody used.
            try await Authenticator.awayFromStepsEnd(seconds: 6)
            let code = try authenticator.code(step: Authenticator.step)
            return Race(lost: [.unauthenticated, .resourceExhausted]) { index in
                (.completeSignIn, CompleteSignInRequest(challengeToken: all[index], totpCode: code))
            }
        }
    }

    /// Ten codes, each right, on one challenge: it opens one session, and the other nine codes stay good.
    @Test func aChallengeOpensOneSession() async throws {
        try await run("challenge") {
            let (customer, _, codes) = try await guarded()
            let challenge = try await customer.challenge()
            return Race(lost: [.unauthenticated, .resourceExhausted]) { index in
                (
                    .completeSignIn,
                    CompleteSignInRequest(challengeToken: challenge, recoveryCode: codes[index % codes.count])
                )
            } check: { _ in
                let state = try await customer.call(.getSecurity, GetSecurityRequest(), as: GetSecurityResponse.self)
                #expect(state.security?.recoveryCodesLeft == 9)
            }
        }
    }

    @Test func aTokenIsReplacedOnceByStepUp() async throws {
        try await run("step-up") {
            let customer = try await Customer.signUp(on: server, client: clients[0])
            return Race(
                .stepUp, StepUpRequest(password: customer.password), lost: [.unauthenticated, .resourceExhausted],
                customer: customer)
        }
    }

    @Test func anAccountIsDeletedOnce() async throws {
        try await run("deletion") {
            let customer = try await Customer.signUp(on: server, client: clients[0])
            return Race(
                .deleteAccount, DeleteAccountRequest(confirmEmail: customer.email), lost: [.unauthenticated],
                customer: customer)
        }
    }

    private func guarded() async throws -> (Customer, Authenticator, [String]) {
        let customer = try await Customer.signUp(on: server, client: clients[0])
        let (authenticator, codes) = try await customer.enableTwoFactor()
        return (customer, authenticator, codes)
    }

    private func run(_ name: String, _ prepare: () async throws -> Race) async throws {
        for round in 1...max(1, Self.rounds) {
            let race = try await prepare()
            let outcomes = try await fire(race)
            let winners = outcomes.indices.filter { outcomes[$0] == .ok }
            #expect(winners.count == 1, "round \(round) of \(name): \(winners.count) winners")
            let others = Set(outcomes).subtracting(race.lost).subtracting([.ok])
            #expect(others.isEmpty, "round \(round) of \(name): \(others)")
            if let winner = winners.first { try await race.check(winner) }
        }
        print("\(name): \(Self.rounds) rounds of \(Self.parallel)")
    }

    private func fire(_ race: Race) async throws -> [StatusCode] {
        let payloads = (0..<Self.parallel).map { index in
            let (method, request) = race.request(index)
            return (method.description, request.encodedBytes())
        }
        let options = race.customer?.options() ?? server.asService()
        return await withTaskGroup(of: (Int, StatusCode).self) { group in
            for (index, (method, payload)) in payloads.enumerated() {
                let client = clients[index % clients.count]
                group.addTask {
                    let result = await client.call(
                        service: method.service, method: method.method, payload: payload, options: options)
                    switch result {
                    case .success: return (index, .ok)
                    case .failure(let status): return (index, status.code)
                    }
                }
            }
            return await group.reduce(into: Array(repeating: StatusCode.unknown, count: Self.parallel)) {
                $0[$1.0] = $1.1
            }
        }
    }
}

/// What is asked for in parallel, and how those that lose may be told.
private struct Race: Sendable {
    let lost: Set<StatusCode>
    let customer: Customer?
    let request: @Sendable (Int) -> (Messages.Method, any Message)
    let check: @Sendable (Int) async throws -> Void

    init(
        lost: Set<StatusCode>, customer: Customer? = nil,
        request: @escaping @Sendable (Int) -> (Messages.Method, any Message),
        check: @escaping @Sendable (Int) async throws -> Void = { _ in }
    ) {
        self.lost = lost
        self.customer = customer
        self.request = request
        self.check = check
    }

    init(_ method: Messages.Method, _ request: any Message, lost: Set<StatusCode>, customer: Customer? = nil) {
        self.init(lost: lost, customer: customer, request: { _ in (method, request) })
    }
}
