import Foundation
import Messages
import RPC
import RPCClient
import TestSupport
import Testing

/// WatchActivity through the wire.
@Suite(.serialized) struct WatchActivityTests {
    private static let shared = Result { try SuiteServer.make(arguments: ["--watch-heartbeat-seconds", "1"]) }
    let server: ServerProcess

    init() throws { server = try Self.shared.get() }

    private func rename(_ customer: Customer, _ names: [String]) async throws {
        for name in names {
            let _: UpdateProfileResponse = try await customer.call(
                .updateProfile, UpdateProfileRequest(displayName: name))
        }
    }

    @Test func whatIsNewComesAsListActivityTellsIt() async throws {
        let customer = try await Customer.signUp(on: server, timeZone: "Asia/Kathmandu")
        let watching = try await customer.watchActivity().begun()
        defer { watching.close() }
        let first = try #require(watching.answers.first)
        #expect(first.activities.isEmpty && first.caughtUp && !first.cursor.isEmpty)
        let other = try await Customer.signUp(on: server)
        try await rename(other, ["Not for them"])
        try await rename(customer, ["One", "Two", "Three"])
        try await watching.wait("three") { $0.flatMap(\.activities).count >= 3 }
        let listed: ListActivityResponse = try await customer.call(.listActivity, ListActivityRequest(pageSize: 3))
        let told = watching.answers.flatMap(\.activities)
        #expect(told.map { $0.encodedBytes() } == listed.activities.reversed().map { $0.encodedBytes() })
        #expect(told.allSatisfy { $0.occurredText.hasSuffix("+0545") || !$0.occurredText.isEmpty })

        // From before the first one, and from behind it: what came meanwhile comes.
        watching.close()
        try await rename(customer, ["Four"])
        let resumed = try customer.watchActivity(first.cursor)
        let behind = try customer.watchActivity(try #require(watching.cursor))
        defer {
            resumed.close()
            behind.close()
        }
        try await resumed.wait("all four") { $0.flatMap(\.activities).count >= 4 }
        try await behind.wait("the fourth") { $0.flatMap(\.activities).count >= 1 }
        let fourth = try #require(resumed.answers.flatMap(\.activities).last)
        #expect(resumed.answers.flatMap(\.activities).map(\.id) == told.map(\.id) + [fourth.id])
        #expect(behind.answers.flatMap(\.activities).map(\.id) == [fourth.id])
    }

    @Test func aCursorIsItsAccountsOwn() async throws {
        let customer = try await Customer.signUp(on: server)
        let other = try await Customer.signUp(on: server)
        let theirs = try #require(try await other.watchActivity().begun().cursor)
        let status = try await customer.watchActivity(theirs).waitForEnd()
        #expect(status?.code == .outOfRange && status?.reason == "CURSOR_EXPIRED")
        let revocations = try #require(try await server.watchRevocations().begun().cursor)
        for cursor in [revocations, "x", String(repeating: "_", count: 34)] {
            let status = try await customer.watchActivity(cursor).waitForEnd()
            #expect(status?.code == .invalidArgument && status?.reason == "CURSOR_INVALID")
        }
    }

    @Test func itEndsWithItsSessionAndNoOther() async throws {
        var customer = try await Customer.signUp(on: server)
        let second = try await customer.signedInAgain()
        let third = try await customer.signedInAgain()
        let own = try await customer.watchActivity().begun()
        defer { own.close() }
        let revoked = try await second.watchActivity().begun()
        let signedOut = try await third.watchActivity().begun()
        // The token dies, the session lives on: so does its stream.
        let stepped: StepUpResponse = try await customer.call(.stepUp, StepUpRequest(password: customer.password))
        customer.sessionToken = stepped.sessionToken
        let _: RevokeSessionResponse = try await customer.call(
            .revokeSession, RevokeSessionRequest(sessionID: second.session.id))
        let _: SignOutResponse = try await third.call(.signOut, SignOutRequest())
        for ended in [revoked, signedOut] {
            let status = try await ended.waitForEnd()
            #expect(status?.code == .unauthenticated && status?.reason == "SESSION_INVALID")
        }
        #expect(!revoked.kinds.contains("session.revoked") && !signedOut.kinds.contains("session.signed_out"))
        try await own.wait("both ends") { answers in
            Set(answers.flatMap(\.activities).map(\.kind)).isSuperset(of: ["session.revoked", "session.signed_out"])
        }
        #expect(own.kinds == ["session.stepped_up", "session.revoked", "session.signed_out"])
        #expect(!own.isOver)
        let _: DeleteAccountResponse = try await customer.call(
            .deleteAccount, DeleteAccountRequest(confirmEmail: customer.email))
        #expect(try await own.waitForEnd()?.reason == "SESSION_INVALID")
    }

    @Test func aDeadlineEndsIt() async throws {
        let customer = try await Customer.signUp(on: server)
        let watching: Watching<WatchActivityResponse> = try Watching(
            .watchActivity, WatchActivityRequest(), at: server, customer.options(.milliseconds(300)))
        #expect(try await watching.waitForEnd()?.code == .deadlineExceeded)
    }
}
