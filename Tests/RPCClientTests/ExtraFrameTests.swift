import RPC
import Synchronization
import Testing
import Transport

@testable import RPCClient

/// What a server of ours was asked, and still holds.
private final class Held: Sendable {
    private let responders = Mutex<[any Responder]>([])

    func keep(_ responder: any Responder) { responders.withLock { $0.append(responder) } }
    var all: [any Responder] { responders.withLock { $0 } }

    var table: MethodTable {
        MethodTable([
            MethodEntry(
                service: "test.v1.Echo", method: "Say",
                handler: .deferred { call, responder in
                    call.payload == [0] ? self.keep(responder) : responder.respond(call.payload)
                }),
            MethodEntry(
                service: "test.v1.Echo", method: "Watch", isServerStreaming: true,
                handler: .deferred { _, responder in
                    self.keep(responder)
                    _ = responder.send([1])
                }),
        ])
    }

    func serve() throws -> (server: Server, endpoint: Endpoint) {
        let server = try Server(
            listen: ListenAddress(host: "127.0.0.1", port: 0), options: Transport.ServerOptions(), table: table)
        guard let endpoint = Endpoint(server.address.text) else { throw SetupFailure() }
        return (server, endpoint)
    }
}

private func eventually(_ condition: () -> Bool) async throws {
    for _ in 0..<3_000 where !condition() { try await Task.sleep(for: .milliseconds(10)) }
    #expect(condition())
}

/// accountd's cancel and ping, from the client's side.
@Suite(.timeLimit(.minutes(5))) struct ExtraFrameTests {
    @Test func aCallThatIsGivenUpEndsAtTheServerToo() async throws {
        let held = Held()
        let (server, endpoint) = try held.serve()
        defer { server.stop(drainSeconds: 0) }
        let client = Client(endpoint)
        #expect(await client.echo([1]) == .success([1]))
        let task = Task { await client.echo([0]) }
        try await eventually { held.all.count == 1 }
        #expect(!held.all[0].isCancelled)
        task.cancel()
        #expect(await task.value.status?.code == .cancelled)
        try await eventually { held.all[0].isCancelled }
        // Nobody else suffers.
        held.all[0].respond([9])
        #expect(await client.echo([2]) == .success([2]))
    }

    @Test func aStreamThatNobodyReadsAnyMoreEndsAtTheServerToo() async throws {
        let held = Held()
        let (server, endpoint) = try held.serve()
        defer { server.stop(drainSeconds: 0) }
        let client = Client(endpoint)
        #expect(await client.echo([1]) == .success([1]))
        for try await message in client.stream(service: "test.v1.Echo", method: "Watch", payload: []) {
            #expect(message == [1])
            break
        }
        try await eventually { held.all.first?.isCancelled == true }
    }

    @Test func aServerThatVanishedIsFound() async throws {
        let server = try ScriptedServer { peer, number in
            guard let first = peer.next() else { return }
            peer.answer(first)
            peer.answerPing()
            // From now on it reads, and says nothing.
            while peer.nextFrame() != nil {}
            _ = number
        }
        defer { server.stop() }
        var options = ClientOptions.quick
        options.keepAliveMs = 200
        let client = Client(server.endpoint, options: options)
        #expect(await client.echo() == .success([]))
        let status = await client.echo([1], CallOptions(deadline: .seconds(60))).status
        #expect(status?.code == .unavailable)
        #expect(status?.message.contains("gave no sign of life") == true, "\(String(describing: status))")
    }

    @Test func aServerThatOnlyAnswersPingsIsWaitedFor() async throws {
        let held = Held()
        let (server, endpoint) = try held.serve()
        defer { server.stop(drainSeconds: 0) }
        var options = ClientOptions.quick
        // Long enough for a busy machine to answer a ping.
        options.keepAliveMs = 4_000
        let client = Client(endpoint, options: options)
        #expect(await client.echo([1]) == .success([1]))
        let task = Task { await client.echo([0]) }
        try await eventually { held.all.count == 1 }
        try await Task.sleep(for: .seconds(9))
        held.all[0].respond([5])
        #expect(await task.value == .success([5]))
    }

    @Test func aServerThatDoesNotSpeakThemIsToldOfThemOnceAndNeverUsesThem() async throws {
        let types = Mutex<[UInt8]>([])
        let server = try ScriptedServer { peer, _ in
            while let frame = peer.nextFrame() {
                types.withLock { $0.append(frame.header.type) }
                guard frame.header.type == FrameType.request else { continue }
                let request = RequestEnvelope(reading: frame.data.span.bytes)
                if request?.payload.copied != [0] {
                    peer.send(ResponseEnvelope.frame(stream: frame.header.stream, payload: []))
                }
            }
        }
        defer { server.stop() }
        var options = ClientOptions.quick
        options.keepAliveMs = 50
        let client = Client(server.endpoint, options: options)
        #expect(await client.echo() == .success([]))
        let task = Task { await client.echo([0]) }
        try await Task.sleep(for: .milliseconds(300))
        task.cancel()
        _ = await task.value
        #expect(await client.echo() == .success([]))
        #expect(types.withLock { $0 } == [1, FrameType.ping, 1, 1])
    }
}
