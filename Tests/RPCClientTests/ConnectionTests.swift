import RPC
import Testing

@testable import RPCClient

@Suite(.timeLimit(.minutes(5))) struct ConnectionTests {
    @Test func withoutAServerACallFailsAndSaysWhere() async throws {
        let server = try ScriptedServer.echo()
        server.stop()
        let status = await Client(server.endpoint, options: .quick).echo().status
        #expect(status?.code == .unavailable)
        #expect(status?.reason == "SERVER_UNREACHABLE")
        #expect(status?.message == "\(server.endpoint) refused the connection.")
    }

    @Test func aCallWaitsForAServerThatComesLate() async throws {
        let gone = try ScriptedServer.echo()
        gone.stop()
        var options = ClientOptions.quick
        options.maxAttempts = 10_000
        let client = Client(gone.endpoint, options: options)
        let task = Task { await client.echo([5], CallOptions(deadline: .seconds(10))) }
        try await Task.sleep(for: .milliseconds(50))
        let server = try ScriptedServer(port: gone.endpoint.port) { peer, _ in
            while let request = peer.next() { peer.answer(request, request.payload) }
        }
        defer { server.stop() }
        #expect(await task.value == .success([5]))
    }

    @Test func anIdleConnectionThatWasLostIsReplaced() async throws {
        let server = try ScriptedServer { peer, _ in
            if let request = peer.next() { peer.answer(request) }
        }
        defer { server.stop() }
        let client = Client(server.endpoint, options: .quick)
        for _ in 0..<3 {
            #expect(await client.echo() == .success([]))
            try await Task.sleep(for: .milliseconds(20))
        }
        #expect(server.connections == 3)
    }

    @Test func aLostConnectionFailsAllItsCalls() async throws {
        let server = try ScriptedServer { peer, _ in
            for _ in 0..<50 { _ = peer.next() }
        }
        defer { server.stop() }
        let client = Client(server.endpoint, options: .quick)
        let codes = await withTaskGroup(of: StatusCode?.self) { group in
            for _ in 0..<50 { group.addTask { await client.echo().status?.code } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(codes == Array(repeating: .unavailable, count: 50))
    }

    @Test(arguments: ["a frame too long", "an answer to no call", "an even stream"])
    func aServerThatBreaksTheProtocolIsDropped(how: String) async throws {
        let server = try ScriptedServer { peer, number in
            while let request = peer.next() {
                guard number == 1 else {
                    peer.answer(request)
                    continue
                }
                switch how {
                case "a frame too long":
                    peer.send(FrameHeader(length: (4 << 20) + 1, stream: 1, type: FrameType.response, flags: 0).bytes)
                case "an answer to no call": peer.send(ResponseEnvelope.frame(stream: 99, payload: []))
                default: peer.send(ResponseEnvelope.frame(stream: 2, payload: []))
                }
            }
        }
        defer { server.stop() }
        let client = Client(server.endpoint, options: .quick)
        #expect(await client.echo().status?.code == .unavailable)
        #expect(await client.echo() == .success([]))
        #expect(server.connections == 2)
    }

    @Test func framesOfUnknownTypesArePassedOver() async throws {
        let server = try ScriptedServer { peer, _ in
            while let request = peer.next() {
                peer.send(FrameHeader.frame(stream: request.stream, type: 77, [1, 2, 3]))
                peer.answer(request, [4])
            }
        }
        defer { server.stop() }
        #expect(await Client(server.endpoint).echo() == .success([4]))
    }

    @Test func garbageInAnAnswerFailsThatCallOnly() async throws {
        let server = try ScriptedServer { peer, _ in
            if let request = peer.next() {
                peer.send(FrameHeader.frame(stream: request.stream, type: FrameType.response, [0xFF, 0xFF, 0xFF]))
            }
            while let request = peer.next() { peer.answer(request) }
        }
        defer { server.stop() }
        let client = Client(server.endpoint)
        #expect(await client.echo().status?.reason == "ANSWER_MALFORMED")
        #expect(await client.echo() == .success([]))
        #expect(server.connections == 1)
    }

    @Test func anyBytesAtAllAreSurvived() async throws {
        var random = SystemRandomNumberGenerator()
        let noise = (0..<40).map { _ in (0..<64).map { _ in UInt8.random(in: 0...255, using: &random) } }
        let server = try ScriptedServer { peer, number in
            while let request = peer.next() {
                guard number <= noise.count else {
                    peer.answer(request)
                    continue
                }
                peer.send(noise[number - 1])
                return
            }
        }
        defer { server.stop() }
        var options = ClientOptions.quick
        options.maxAttempts = 100
        let call = CallOptions(deadline: .seconds(20), isRepeatable: true)
        #expect(await Client(server.endpoint, options: options).echo([1], call) == .success([]))
    }

    @Test func anotherConnectionIsOpenedBeforeStreamIdsRunOut() async throws {
        let server = try ScriptedServer.echo()
        defer { server.stop() }
        var options = ClientOptions.quick
        options.lastStream = 5
        let client = Client(server.endpoint, options: options)
        for _ in 0..<7 { #expect(await client.echo() == .success([1])) }
        #expect(server.requests.map(\.stream) == [1, 3, 5, 1, 3, 5, 1])
        #expect(server.connections == 3)
    }

    @Test func aServerThatDoesNotReadDelaysOnlyWhatFollows() async throws {
        let server = try ScriptedServer { peer, _ in
            pause(milliseconds: 100)
            while let request = peer.next() { peer.answer(request, [UInt8(request.payload.count & 0xFF)]) }
        }
        defer { server.stop() }
        let client = Client(server.endpoint)
        let right = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<64 {
                let payload = [UInt8](repeating: 1, count: 300_000 + number)
                group.addTask { await client.echo(payload) == .success([UInt8((300_000 + number) & 0xFF)]) }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(right == 64)
    }

    @Test func endpointsAreReadAsTheyAreWritten() {
        #expect(Endpoint("localhost:7443")?.description == "localhost:7443")
        #expect(Endpoint("[::1]:7443")?.description == "[::1]:7443")
        for wrong in ["", "localhost", ":7443", "localhost:", "localhost:0", "localhost:65536", "[]:1"] {
            #expect(Endpoint(wrong) == nil, "\(wrong)")
        }
    }
}
