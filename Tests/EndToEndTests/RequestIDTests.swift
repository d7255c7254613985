import Foundation
import Messages
import RPC
import RPCClient
import TestSupport
import Testing

@Suite(.serialized)
struct RequestIDTests {
    let server: ServerProcess

    init() throws { server = try SuiteServer.sessions.get() }

    @Test func theSameRequestGetsTheFirstAnswerByteForByte() async throws {
        let customer = try await Customer.signUp(on: server)
        let request = MintApiKeyRequest(name: "once", scopes: ["a"], requestID: UUID().uuidString)
        let first = try await raw(customer, .mintApiKey, request)
        #expect(try await raw(customer, .mintApiKey, request) == first)
        let list = try await customer.call(.listApiKeys, ListApiKeysRequest(), as: ListApiKeysResponse.self)
        #expect(list.apiKeys.count == 1)
    }

    @Test func anotherBodyUnderTheSameIdIsRefused() async throws {
        let customer = try await Customer.signUp(on: server)
        let id = UUID().uuidString
        _ = try await raw(customer, .createBrowserProfile, CreateBrowserProfileRequest(name: "one", requestID: id))
        try await expectStatus(.alreadyExists, reason: "REQUEST_ID_REUSED") {
            try await raw(customer, .createBrowserProfile, CreateBrowserProfileRequest(name: "two", requestID: id))
        }
    }

    @Test func anIdIsItsCallersOwn() async throws {
        let one = try await Customer.signUp(on: server)
        let other = try await Customer.signUp(on: server)
        let request = CreateBrowserProfileRequest(name: "mine", requestID: "fixed")
        #expect(try await raw(one, .createBrowserProfile, request) != raw(other, .createBrowserProfile, request))
    }

    @Test func aRepeatedSignInOpensOneSession() async throws {
        let customer = try await Customer.signUp(on: server)
        let request = SignInRequest(
            email: customer.email, password: customer.password, userAgent: "curl/8", requestID: UUID().uuidString)
        let first = try await raw(customer, .signIn, request, server.asService())
        #expect(try await raw(customer, .signIn, request, server.asService()) == first)
        let list = try await customer.call(.listSessions, ListSessionsRequest(), as: ListSessionsResponse.self)
        #expect(list.sessions.count == 2)
    }

    /// Their success makes the caller's token worthless; a lost answer can be had again all the same.
    @Test func whatEndsTheSessionCanBeAskedAgain() async throws {
        let customer = try await Customer.signUp(on: server)
        let stepUp = StepUpRequest(password: customer.password, requestID: UUID().uuidString)
        let stepped = try await raw(customer, .stepUp, stepUp)
        #expect(try await raw(customer, .stepUp, stepUp) == stepped)

        let leaving = try await customer.signedInAgain()
        let signOut = SignOutRequest(requestID: UUID().uuidString)
        #expect(try await raw(leaving, .signOut, signOut) == raw(leaving, .signOut, signOut))

        let deleted = try await customer.signedInAgain()
        let delete = DeleteAccountRequest(confirmEmail: customer.email, requestID: UUID().uuidString)
        let receipt = try await raw(deleted, .deleteAccount, delete)
        #expect(try await raw(deleted, .deleteAccount, delete) == receipt)
        try await expectStatus(.unauthenticated) {
            try await raw(deleted, .deleteAccount, DeleteAccountRequest(confirmEmail: customer.email))
        }
    }

    @Test func aRefusalIsNoAnswerToKeep() async throws {
        let customer = try await Customer.signUp(on: server)
        let id = UUID().uuidString
        let wrong = SignInRequest(email: customer.email, password: "Wrong lantern 88 x", requestID: id)
        try await expectStatus(.unauthenticated, reason: "BAD_CREDENTIALS") {
            try await raw(customer, .signIn, wrong, server.asService())
        }
        let right = SignInRequest(email: customer.email, password: customer.password, requestID: id)
        _ = try await raw(customer, .signIn, right, server.asService())
    }

    @Test func parallelRepeatsMakeOneThing() async throws {
        let customer = try await Customer.signUp(on: server)
        let request = CreateBrowserProfileRequest(name: "parallel", requestID: UUID().uuidString)
        let clients = try (0..<8).map { _ in try server.client() }
        let answers = try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for index in 0..<64 {
                group.addTask {
                    try await clients[index % 8].bytes(.createBrowserProfile, request, customer.options())
                }
            }
            return try await group.reduce(into: Set<[UInt8]>()) { $0.insert($1) }
        }
        #expect(answers.count == 1)
    }

    @Test func anEndlessIdIsRefused() async throws {
        let customer = try await Customer.signUp(on: server)
        let refused = try await expectStatus(.invalidArgument, reason: "REQUEST_ID_TOO_LONG") {
            try await raw(customer, .signOut, SignOutRequest(requestID: String(repeating: "x", count: 129)))
        }
        #expect(refused.fieldViolations.map(\.field) == ["request_id"])
    }

    private func raw(
        _ customer: Customer, _ method: Messages.Method, _ request: some Message, _ options: CallOptions? = nil
    ) async throws -> [UInt8] {
        try await customer.client.bytes(method, request, options ?? customer.options())
    }
}
