import Foundation
import Messages
import RPC
import RPCClient
import TestSupport
import Testing

/// SIGTERM: what runs is finished, what comes is refused, and the process ends well.
@Suite(.serialized) struct DrainTests {
    private static let slow = ["--argon2-memory-kib", "262144", "--argon2-passes", "4", "--hash-threads", "2"]

    @Test func runningSignInsAreAnsweredAndNewCallsRefused() async throws {
        let data = FileManager.default.temporaryDirectory.appendingPathComponent("accountd-drain-\(UUID().uuidString)")
        let quick = try ServerProcess(data: data)
        let customer = try await Customer.signUp(on: quick)
        quick.stop()
        let server = try ServerProcess(data: data, arguments: Self.slow + ["--drain-seconds", "60"])
        defer { server.discard() }
        let client = try server.client()
        let service = server.asService()
        let idle = try server.client()
        let _: ListCategoriesResponse = try await idle.call(.listCategories, ListCategoriesRequest(), options: service)

        // A known address, whose hash is made stronger, and an unknown one, which costs the same.
        let known = Task {
            try await client.call(
                .signIn, SignInRequest(email: customer.email, password: customer.password), as: SignInResponse.self,
                options: service)
        }
        let unknown = Task {
            await client.status(
                .signIn, SignInRequest(email: Customer.freshAddress(), password: "Whatever it may be 5"),
                SignInResponse.self, service)
        }
        try await Task.sleep(for: .milliseconds(100))
        let end = Task.detached { server.stop() }
        try await Task.sleep(for: .milliseconds(100))
        let refused = await idle.status(.listCategories, ListCategoriesRequest(), ListCategoriesResponse.self, service)
        #expect(refused == .unavailable)
        let late = await client.status(
            .signIn, SignInRequest(email: customer.email, password: customer.password), SignInResponse.self, service)
        #expect(late == .unavailable)
        let stranger = await (try server.client()).status(
            .listCategories, ListCategoriesRequest(), ListCategoriesResponse.self, service)
        #expect(stranger == .unavailable)
        let opened = try await known.value
        #expect(!opened.sessionToken.isEmpty)
        #expect(await unknown.value == .unauthenticated)
        #expect(await end.value == 0)

        // What was answered while draining is kept.
        try server.start()
        let validated: ValidateSessionResponse = try await server.client().call(
            .validateSession, ValidateSessionRequest(sessionToken: opened.sessionToken), options: server.asService())
        #expect(validated.accountID == customer.accountID)
    }

    @Test func whatIsLeftAfterDrainSecondsIsCutOff() async throws {
        let endless = ["--argon2-memory-kib", "262144", "--argon2-passes", "64", "--drain-seconds", "1"]
        let server = try ServerProcess(arguments: endless)
        defer { server.discard() }
        let client = try server.client()
        let call = Task {
            await client.status(
                .signIn, SignInRequest(email: Customer.freshAddress(), password: "Whatever it may be 5"),
                SignInResponse.self, server.asService())
        }
        try await Task.sleep(for: .milliseconds(200))
        let began = Date()
        let status = await Task.detached { server.stop() }.value
        let took = Date().timeIntervalSince(began)
        #expect(status == 0)
        #expect(took >= 0.9 && took < 6, "\(took) s")
        #expect(await call.value == .unavailable)
        #expect(server.log.contains("cut off"), "\(server.log)")
    }

    @Test func anIdleServerEndsAtOnce() async throws {
        let server = try ServerProcess(arguments: ["--drain-seconds", "30"])
        defer { server.discard() }
        let client = try server.client()
        let _: ListCategoriesResponse = try await client.call(
            .listCategories, ListCategoriesRequest(), options: server.asService())
        let began = Date()
        #expect(server.stop() == 0)
        #expect(Date().timeIntervalSince(began) < 5)
        #expect(server.log.contains("stopped"))
    }
}
