import Messages
import RPC
import Testing

@testable import RPCClient

@Suite(.timeLimit(.minutes(5))) struct RetryTests {
    /// The first connections are dropped after one request; later ones answer.
    private func dropping(_ connections: Int) throws -> ScriptedServer {
        try ScriptedServer { peer, number in
            while let request = peer.next() {
                if number <= connections { return }
                peer.answer(request)
            }
        }
    }

    @Test func aCallThatMayHaveRunIsNotSentAgain() async throws {
        let server = try dropping(1)
        defer { server.stop() }
        let client = Client(server.endpoint, options: .quick)
        let status = await client.echo().status
        #expect(status?.code == .unavailable)
        #expect(status?.reason == "CONNECTION_LOST")
        #expect(server.requests.count == 1)
        #expect(await client.echo() == .success([]), "the next call connects again")
    }

    @Test func aRepeatableCallOutlivesItsConnection() async throws {
        let server = try dropping(2)
        defer { server.stop() }
        let call = CallOptions(isRepeatable: true)
        #expect(await Client(server.endpoint, options: .quick).echo([1], call) == .success([]))
        #expect(server.connections == 3)
    }

    @Test func triesAreCounted() async throws {
        let server = try dropping(100)
        defer { server.stop() }
        let call = CallOptions(isRepeatable: true)
        #expect(await Client(server.endpoint, options: .quick).echo([1], call).status?.code == .unavailable)
        #expect(server.requests.count == 4)
    }

    @Test func aTypedCallIsRepeatedWhereItOnlyReadsOrNamesItsRequest() async throws {
        for (request, tries) in [("", 1), ("6f1c", 4)] {
            let server = try dropping(100)
            defer { server.stop() }
            let client = Client(server.endpoint, options: .quick)
            await #expect(throws: Status.self) {
                let _: SignOutResponse = try await client.call(.signOut, SignOutRequest(requestID: request))
            }
            #expect(server.requests.count == tries)
            #expect(server.requests.first?.service == "account.v1.SessionsService")
        }
        let server = try dropping(1)
        defer { server.stop() }
        let client = Client(server.endpoint, options: .quick)
        let answer: GetAccountResponse = try await client.call(.getAccount, GetAccountRequest())
        #expect(answer == GetAccountResponse())
    }

    @Test func typesThatAreNotTheMethodsAreRefused() async throws {
        let server = try ScriptedServer.echo()
        defer { server.stop() }
        let client = Client(server.endpoint)
        await #expect(throws: Status.self) {
            let _: SignUpResponse = try await client.call(.signOut, SignOutRequest())
        }
        #expect(server.requests.isEmpty)
    }

    @Test func anAnswerThatIsNoMessageFails() async throws {
        let server = try ScriptedServer { peer, _ in
            while let request = peer.next() { peer.answer(request, [0xFF, 0xFF]) }
        }
        defer { server.stop() }
        let client = Client(server.endpoint)
        await #expect(throws: Status.malformedMessage) {
            let _: GetAccountResponse = try await client.call(.getAccount, GetAccountRequest())
        }
    }

    @Test func theServersRetryDelayIsKept() async throws {
        let busy = Status(.resourceExhausted, "Later.", retryDelayMs: 60)
        let server = try ScriptedServer { peer, _ in
            guard let first = peer.next() else { return }
            peer.fail(first, busy)
            while let request = peer.next() { peer.answer(request) }
        }
        defer { server.stop() }
        let clock = ContinuousClock()
        let began = clock.now
        let call = CallOptions(isRepeatable: true)
        #expect(await Client(server.endpoint, options: .quick).echo([1], call) == .success([]))
        #expect(clock.now - began >= .milliseconds(60))
    }

    @Test(arguments: [(false, Int64(10)), (true, 60_000)])
    func aFailureIsTheCallersWhereTheCallCantWait(isRepeatable: Bool, delayMs: Int64) async throws {
        let busy = Status(.resourceExhausted, "Later.", retryDelayMs: delayMs)
        let server = try ScriptedServer { peer, _ in
            while let request = peer.next() { peer.fail(request, busy) }
        }
        defer { server.stop() }
        let call = CallOptions(deadline: .seconds(100), isRepeatable: isRepeatable)
        #expect(await Client(server.endpoint, options: .quick).echo([1], call).status == busy)
        #expect(server.requests.count == 1)
    }

    @Test func otherFailuresAreNotRepeated() async throws {
        let server = try ScriptedServer { peer, _ in
            while let request = peer.next() { peer.fail(request, Status(.notFound, "Not here.")) }
        }
        defer { server.stop() }
        let call = CallOptions(isRepeatable: true)
        #expect(await Client(server.endpoint).echo([1], call).status?.code == .notFound)
        #expect(server.requests.count == 1)
    }

    @Test func backoffDoublesUpToItsCeiling() {
        let backoff = Backoff(firstMs: 50, maxMs: 5_000)
        #expect([1, 2, 3, 7, 8, 1_000].map(backoff.ceilingMs) == [50, 100, 200, 3_200, 5_000, 5_000])
        #expect(backoff.delayMs(afterFailures: 3, random: 0) == 0)
        #expect(backoff.delayMs(afterFailures: 3, random: 0.5) == 100)
    }
}
