import RPC
import Testing

@testable import RPCClient

@Suite(.timeLimit(.minutes(5))) struct DeadlineTests {
    @Test func aCallEndsAtItsDeadlineAndALateAnswerIsPassedOver() async throws {
        let server = try ScriptedServer { peer, _ in
            guard let slow = peer.next() else { return }
            pause(milliseconds: 700)
            peer.answer(slow, [9])
            while let request = peer.next() { peer.answer(request, request.payload) }
        }
        defer { server.stop() }
        let client = Client(server.endpoint)
        let clock = ContinuousClock()
        let began = clock.now
        let late = await client.echo([1], CallOptions(deadline: .milliseconds(50)))
        #expect(late.status?.code == .deadlineExceeded)
        #expect((.milliseconds(50) ..< .seconds(240)).contains(clock.now - began))
        #expect(await client.echo([2]) == .success([2]))
        #expect(server.connections == 1)
    }

    @Test func aDeadlineAlreadyPastSendsNothing() async throws {
        let server = try ScriptedServer.echo()
        defer { server.stop() }
        let client = Client(server.endpoint)
        #expect(await client.echo([1], CallOptions(deadline: .zero)).status?.code == .deadlineExceeded)
        #expect(server.requests.isEmpty)
    }

    @Test func retriesEndWithTheDeadline() async throws {
        let server = try ScriptedServer { peer, _ in
            while let request = peer.next() { peer.fail(request, Status(.unavailable, "Starting.")) }
        }
        defer { server.stop() }
        var options = ClientOptions()
        options.maxAttempts = 1_000_000
        options.backoff = Backoff(firstMs: 10, maxMs: 10)
        let clock = ContinuousClock()
        let began = clock.now
        let call = CallOptions(deadline: .milliseconds(100), isRepeatable: true)
        let status = await Client(server.endpoint, options: options).echo([1], call).status
        #expect(status?.code == .unavailable || status?.code == .deadlineExceeded)
        #expect(clock.now - began < .seconds(240))
        #expect(server.requests.count > 1)
        let times = server.requests.map(\.timeoutNanoseconds)
        #expect(times == times.sorted(by: >), "each try is told what is left")
    }

    @Test func theHeapGivesCallsByTimeWhateverWasTakenOut() {
        var heap = TimerHeap()
        let request = CallRequest(service: "", method: "", payload: [], metadata: [], isStream: false)
        let calls = (0..<500).map { _ in PendingCall(request: request, deadline: .none, isRepeatable: false) }
        for call in calls { heap.set(call, at: Int64.random(in: 0..<100)) }
        for call in calls where Bool.random() { heap.set(call, at: Int64.random(in: 0..<100)) }
        let removed = calls.filter { _ in Bool.random() }
        for call in removed { heap.remove(call) }
        #expect(heap.count == 500 - removed.count)
        var last: Int64 = 0
        while let call = heap.first {
            #expect(call.wakeAt >= last)
            last = call.wakeAt
            heap.remove(call)
        }
        heap.set(calls[0], at: .max)
        #expect(heap.count == 0)
    }
}
