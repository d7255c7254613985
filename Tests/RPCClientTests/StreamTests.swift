import RPC
import Testing

@testable import RPCClient

@Suite(.timeLimit(.minutes(5))) struct StreamTests {
    private func collect(_ client: Client) async -> (messages: [[UInt8]], status: Status?) {
        var messages: [[UInt8]] = []
        do {
            for try await message in client.stream(service: "test.v1.Echo", method: "Watch", payload: []) {
                messages.append(message)
            }
        } catch {
            return (messages, error as? Status)
        }
        return (messages, nil)
    }

    @Test func messagesComeInOrderUntilTheEnd() async throws {
        let server = try ScriptedServer { peer, _ in
            while let request = peer.next() {
                for number in 0..<100 { peer.message(request, [UInt8(number)]) }
                peer.message(request, [])
                peer.endStream(request)
            }
        }
        defer { server.stop() }
        let client = Client(server.endpoint)
        let (messages, status) = await collect(client)
        #expect(messages == (0..<100).map { [UInt8($0)] } + [[]])
        #expect(status == nil)
        #expect(server.requests.first?.flags == FrameFlag.remoteClosed)
        #expect(server.requests.first?.timeoutNanoseconds == 0)
    }

    @Test func aFailureEndsTheStreamAfterItsMessages() async throws {
        let server = try ScriptedServer { peer, _ in
            while let request = peer.next() {
                peer.message(request, [1])
                peer.fail(request, Status(.permissionDenied, "No more."))
            }
        }
        defer { server.stop() }
        let (messages, status) = await collect(Client(server.endpoint))
        #expect(messages == [[1]])
        #expect(status?.code == .permissionDenied)
    }

    @Test func aLostConnectionEndsTheStream() async throws {
        let server = try ScriptedServer { peer, _ in
            if let request = peer.next() { peer.message(request, [1]) }
        }
        defer { server.stop() }
        let (messages, status) = await collect(Client(server.endpoint))
        #expect(messages == [[1]])
        #expect(status?.code == .unavailable)
    }

    @Test func aReaderThatIsTooSlowIsToldInsteadOfFillingMemory() async throws {
        let server = try ScriptedServer { peer, _ in
            while let request = peer.next() {
                for _ in 0..<50 { peer.message(request, [1]) }
                peer.endStream(request)
            }
        }
        defer { server.stop() }
        var options = ClientOptions.quick
        options.maxWaitingMessages = 10
        let client = Client(server.endpoint, options: options)
        let stream = client.stream(service: "test.v1.Echo", method: "Watch", payload: [])
        // A call behind the messages: when it is answered, they have all arrived.
        while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(1)) }
        try await Task.sleep(for: .milliseconds(100))
        var count = 0
        await #expect(throws: Status.readerTooSlow) {
            for try await _ in stream { count += 1 }
        }
        #expect(count == 10)
    }

    @Test func aStreamThatNobodyReadsAnyMoreIsForgotten() async throws {
        let server = try ScriptedServer { peer, _ in
            guard let watch = peer.next() else { return }
            peer.message(watch, [1])
            while let request = peer.next() {
                peer.message(watch, [2])
                peer.answer(request, request.payload)
            }
        }
        defer { server.stop() }
        let client = Client(server.endpoint)
        for try await _ in client.stream(service: "test.v1.Echo", method: "Watch", payload: []) { break }
        #expect(await client.echo([3]) == .success([3]))
        #expect(server.connections == 1)
    }

    @Test func aStreamWhereOneAnswerIsDueFailsTheCall() async throws {
        let server = try ScriptedServer { peer, _ in
            while let request = peer.next() { peer.message(request, [1]) }
        }
        defer { server.stop() }
        #expect(await Client(server.endpoint).echo().status?.code == .internalError)
    }
}
