import RPC
import Testing

@testable import RPCClient

@Suite(.timeLimit(.minutes(5))) struct CallTests {
    @Test func aCallBringsItsNamesItsPayloadItsMetadataAndTheTimeThatIsLeft() async throws {
        let server = try ScriptedServer.echo()
        defer { server.stop() }
        var options = ClientOptions.quick
        options.metadata = [.serviceAuthorization("dashboard"), .authorization("nobody")]
        let client = Client(server.endpoint, options: options)
        let call = CallOptions(deadline: .seconds(5), metadata: [.authorization("customer")])
        #expect(await client.echo([1, 2, 3], call) == .success([1, 2, 3]))
        let request = try #require(server.requests.first)
        #expect(request.service == "test.v1.Echo")
        #expect(request.method == "Say")
        #expect(request.serviceAuthorization == "Bearer dashboard")
        #expect(request.authorization == "Bearer customer")
        #expect((4_000_000_000...5_000_000_000).contains(request.timeoutNanoseconds))
        #expect(request.flags == 0)
    }

    @Test func streamIdsAreOddAndRise() async throws {
        let server = try ScriptedServer.echo()
        defer { server.stop() }
        let client = Client(server.endpoint)
        for _ in 0..<3 { _ = await client.echo() }
        #expect(server.requests.map(\.stream) == [1, 3, 5])
        #expect(server.connections == 1)
    }

    @Test func aThousandCallsShareOneConnectionAndAreAnsweredInAnyOrder() async throws {
        let server = try ScriptedServer { peer, _ in
            var held: [SeenRequest] = []
            while held.count < 1_000, let request = peer.next() { held.append(request) }
            for request in held.reversed() { peer.answer(request, request.payload) }
            _ = peer.next()
        }
        defer { server.stop() }
        let client = Client(server.endpoint)
        let right = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<1_000 {
                let payload = [UInt8(number & 0xFF), UInt8(number >> 8)]
                group.addTask { await client.echo(payload) == .success(payload) }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(right == 1_000)
        #expect(server.connections == 1)
    }

    @Test func aFailureArrivesWithItsDetails() async throws {
        let status = Status(
            .invalidArgument, "Mend the request.", reason: "BAD",
            fieldViolations: [FieldViolation(field: "email", description: "No address.", reason: "EMAIL_INVALID")])
        let server = try ScriptedServer { peer, _ in
            while let request = peer.next() { peer.fail(request, status) }
        }
        defer { server.stop() }
        #expect(await Client(server.endpoint).echo().status == status)
    }

    @Test func aThreadCanWaitForACall() async throws {
        let server = try ScriptedServer.echo()
        defer { server.stop() }
        let client = Client(server.endpoint)
        let answer: [UInt8] = await withCheckedContinuation { continuation in
            onThread {
                let answer = try? client.callBlocking(service: "test.v1.Echo", method: "Say", payload: [7])
                continuation.resume(returning: answer ?? [])
            }
        }
        #expect(answer == [7])
    }

    @Test func anAnswerAsLongAsAFrameMayBeArrivesWhole() async throws {
        let long = [UInt8](repeating: 0xA5, count: (4 << 20) - 16)
        let server = try ScriptedServer { peer, _ in
            while let request = peer.next() { peer.answer(request, request.payload.count == 1 ? long : [9]) }
        }
        defer { server.stop() }
        let client = Client(server.endpoint)
        #expect(await client.echo() == .success(long))
        #expect(await client.echo([1, 2]) == .success([9]))
        #expect(server.connections == 1)
    }

    @Test func anAnswerThatComesByteByByteArrives() async throws {
        let server = try ScriptedServer { peer, _ in
            while let request = peer.next() {
                for byte in ResponseEnvelope.frame(stream: request.stream, payload: request.payload) {
                    peer.send([byte])
                    pause(milliseconds: 1)
                }
            }
        }
        defer { server.stop() }
        #expect(await Client(server.endpoint).echo([1, 2, 3]) == .success([1, 2, 3]))
    }

    @Test func aRequestTooLongForAFrameIsRefusedBeforeItIsSent() async throws {
        let server = try ScriptedServer.echo()
        defer { server.stop() }
        let client = Client(server.endpoint)
        for count in [(4 << 20) - 4, 5 << 20] {
            let status = await client.echo([UInt8](repeating: 0, count: count)).status
            #expect(status?.code == .resourceExhausted)
            #expect(status?.reason == "REQUEST_TOO_LONG")
        }
        #expect(server.requests.isEmpty)
        #expect(await client.echo() == .success([1]))
    }

    @Test func aCallThatIsGivenUpEndsAsCancelled() async throws {
        let server = try ScriptedServer { peer, _ in while peer.next() != nil {} }
        defer { server.stop() }
        let client = Client(server.endpoint)
        let task = Task { await client.echo() }
        while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(1)) }
        task.cancel()
        #expect(await task.value.status?.code == .cancelled)
    }

    @Test func closingEndsCallsInFlightAndRefusesLaterOnes() async throws {
        let server = try ScriptedServer { peer, _ in while peer.next() != nil {} }
        defer { server.stop() }
        let client = Client(server.endpoint)
        let task = Task { await client.echo() }
        while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(1)) }
        client.close()
        #expect(await task.value.status?.code == .cancelled)
        #expect(await client.echo().status?.reason == "CLIENT_CLOSED")
        client.close()
        let unused = Client(server.endpoint)
        unused.close()
        #expect(await unused.echo().status?.reason == "CLIENT_CLOSED")
    }

    @Test func moreCallsThanMayWaitAreRefused() async throws {
        let server = try ScriptedServer { peer, _ in while peer.next() != nil {} }
        defer { server.stop() }
        var options = ClientOptions.quick
        options.maxCalls = 1
        let client = Client(server.endpoint, options: options)
        let first = Task { await client.echo() }
        while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(1)) }
        #expect(await client.echo().status?.reason == "TOO_MANY_CALLS")
        first.cancel()
        _ = await first.value
    }
}
