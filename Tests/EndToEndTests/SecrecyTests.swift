import Foundation
import Messages
import RPC
import RPCClient
import TestSupport
import Testing

/// What an answer would give away about whose address it is. Times are held apart elsewhere; here it is the bytes.
@Suite(.serialized)
struct SecrecyTests {
    let server: ServerProcess

    init() throws { server = try SuiteServer.guessing.get() }

    @Test func aSignUpAnswersTheSameForATakenAddress() async throws {
        let known = try await Customer.signUp(on: server)
        func signUp(_ email: String) async throws -> [UInt8] {
            try await known.client.bytes(
                .signUp,
                SignUpRequest(
                    email: email, password: "Some other words 4711", displayName: "Stranger", timeZone: "UTC"),
                server.asService())
        }
        let fresh = Customer.freshAddress()
        let answers = [try await signUp(known.email), try await signUp(fresh), try await signUp(fresh)]
        #expect(Set(answers).count == 1)
        let mail = try await server.mailFolder.wait(to: known.email, subject: "You already have an account")
        #expect(mail.token == nil)
        // The owner's password is still the owner's.
        _ = try await known.signedInAgain()
    }

    @Test func askingForMailAnswersTheSameForAnyAddress() async throws {
        let known = try await Customer.signUp(on: server)
        let waiting = Customer.freshAddress()
        let _: SignUpResponse = try await known.client.call(
            .signUp, SignUpRequest(email: waiting, password: Customer.firstPassword, displayName: "W"),
            options: server.asService())
        let addresses = [known.email, waiting, Customer.freshAddress(), known.email.uppercased()]
        var resends: Set<[UInt8]> = []
        var resets: Set<[UInt8]> = []
        for address in addresses {
            resends.insert(
                try await known.client.bytes(
                    .resendVerification, ResendVerificationRequest(email: address), server.asService()))
            resets.insert(
                try await known.client.bytes(
                    .requestPasswordReset, RequestPasswordResetRequest(email: address), server.asService()))
        }
        #expect(resends.count == 1 && resets.count == 1)
        // More than its share of mails changes nothing in the answer either.
        for _ in 0..<8 {
            for address in addresses.prefix(3) {
                resets.insert(
                    try await known.client.bytes(
                        .requestPasswordReset, RequestPasswordResetRequest(email: address), server.asService()))
            }
        }
        #expect(resets.count == 1)
        let links = server.mailFolder.mails(to: known.email).filter { $0.headers.contains("Set a new password") }
        #expect(links.count <= 5)
    }

    @Test func aRefusedSignInSaysNothingOfTheAddress() async throws {
        let known = try await Customer.signUp(on: server)
        let guarded = try await Customer.signUp(on: server)
        _ = try await guarded.enableTwoFactor()
        let waiting = Customer.freshAddress()
        let _: SignUpResponse = try await known.client.call(
            .signUp, SignUpRequest(email: waiting, password: Customer.firstPassword, displayName: "W"),
            options: server.asService())
        var statuses: [Status] = []
        for email in [known.email, guarded.email, waiting, Customer.freshAddress()] {
            statuses.append(
                try await expectStatus(.unauthenticated, reason: "BAD_CREDENTIALS") {
                    try await known.client.bytes(
                        .signIn, SignInRequest(email: email, password: "Wrong words 12345 x"), server.asService())
                })
        }
        // Not verified yet: the right password opens nothing, and gets no other answer.
        statuses.append(
            try await expectStatus(.unauthenticated) {
                try await known.client.bytes(
                    .signIn, SignInRequest(email: waiting, password: Customer.firstPassword), server.asService())
            })
        #expect(statuses.allSatisfy { $0 == statuses[0] })
    }

    @Test func aDeadLinkIsOneAnswer() async throws {
        let customer = try await Customer.signUp(on: server)
        let token = try await customer.resetToken()
        var statuses: [Status] = []
        for dead in ["lnk_" + String(repeating: "A", count: 43), "x", token] {
            statuses.append(
                try await expectStatus(.notFound, reason: "LINK_INVALID") {
                    try await customer.client.bytes(.verifyEmail, VerifyEmailRequest(token: dead), server.asService())
                })
        }
        let request = ResetPasswordRequest(token: token, newPassword: "Velvet bramble quartz 19")
        _ = try await customer.client.bytes(.resetPassword, request, server.asService())
        statuses.append(
            try await expectStatus(.notFound, reason: "LINK_INVALID") {
                try await customer.client.bytes(.resetPassword, request, server.asService())
            })
        #expect(statuses.allSatisfy { $0 == statuses[0] })
    }
}
