import Glibc
import Histogram
import Testing

@testable import LoadGenerator

@Suite struct LoopTests {
    /// The server holds up everything for a second once. Of 200 calls a second, each waits for what is left of it; whoever counts from
    /// the send, with one call in flight, sees one slow call.
    @Test func aStallShowsInResponseTimeAndNotInServiceTime() throws {
        let server = try StallingServer(stallAfter: 100, stallMs: 1_000)
        defer { server.close() }
        let plan = try ArrivalPlan("200x3", defaultSeconds: 1)
        let (recorder, engine) = try run(server, .open(plan, .uniform, seed: 1), inFlight: 1)
        let measured = recorder.total
        #expect(measured.succeeded == 600)
        #expect(measured.failures == 0)
        // A third of the calls were due during the stall, half of those in its first half.
        let slowResponses = measured.response.count(within: 500_000_000...LatencyHistogram.longestNs)
        let slowServices = measured.service.count(within: 500_000_000...LatencyHistogram.longestNs)
        #expect(slowResponses >= 90, "\(slowResponses)")
        #expect(slowServices <= 3, "\(slowServices)")
        #expect(try #require(measured.responseNs(100)) >= 1_000_000_000)
        // It is the server's stall, not the generator's lateness.
        let facts = RunFacts(
            scenario: "s", server: "x", face: .ttrpc, isSecure: false, pacing: "open, 200", phases: [])
        let limits = RunReport([engine], recorder, facts).generator.limits
        #expect(!limits.contains { $0.contains("late") }, "\(limits)")
    }

    @Test func whatIsInterruptedIsDrainedAndTheRestIsNotCounted() throws {
        let server = try StallingServer()
        defer { server.close() }
        let plan = try ArrivalPlan("100x600", defaultSeconds: 1)
        let (recorder, _) = try run(server, .open(plan, .uniform, seed: 1), inFlight: 8, isInterrupted: { true })
        #expect((50...3_000).contains(recorder.total.succeeded))
        #expect(recorder.total.failures == 0)
    }

    @Test func theListeningProcessIsFound() throws {
        let server = try StallingServer()
        defer { server.close() }
        let found = ListeningProcess.find(at: try server.address)
        #expect(found == getpid(), "\(found ?? 0)")
        #expect(ListeningProcess.find(at: try Address("192.0.2.1:80")) == nil)
    }

    /// What the plan made due while the server stood still is made up for: nothing is left out.
    @Test func everyCallThatWasDueIsMade() throws {
        let server = try StallingServer(stallAfter: 10, stallMs: 300)
        defer { server.close() }
        let plan = try ArrivalPlan("500x1,0..1000x1", defaultSeconds: 1)
        let (recorder, _) = try run(server, .open(plan, .uniform, seed: 1), inFlight: 4)
        #expect(recorder.total.succeeded == 1_000)
        #expect(recorder.heldBack > 0)
    }

    @Test func aClosedLoopMakesSoManyCallsAndNoMore() throws {
        let server = try StallingServer()
        defer { server.close() }
        let (recorder, engine) = try run(server, .closed(calls: 5_000, seconds: 60), inFlight: 16)
        #expect(recorder.total.succeeded == 5_000)
        #expect(engine.measuredSeconds > 0)
    }

    @Test func theWarmUpIsInNoFigure() throws {
        let server = try StallingServer(stallAfter: 5, stallMs: 400)
        defer { server.close() }
        let plan = try ArrivalPlan("100x1", defaultSeconds: 1)
        let (recorder, _) = try run(server, .open(plan, .uniform, seed: 1), inFlight: 64, warmUpSeconds: 1)
        #expect(recorder.total.succeeded == 100)
        #expect(recorder.started == 100)
        // The stall fell into the warm-up: the calls that were due in it are not counted, however slow they were.
        #expect(recorder.total.calls == 100)
    }

    @Test func failuresAreASeriesOfTheirOwn() throws {
        let server = try StallingServer(code: 8)
        defer { server.close() }
        let recorder = try run(server, .closed(calls: 100, seconds: 60), inFlight: 4).recorder
        #expect(recorder.total.succeeded == 0)
        #expect(recorder.total.failed == [8: 100])
        #expect(recorder.total.responseNs(50) == nil)
        #expect(recorder.total.failedResponse?.totalCount == 100)
        #expect(recorder.series[0].firstFailures[8]?.contains("RESOURCE_EXHAUSTED") == true)
    }

    @Test func callsOnALostConnectionFailAndAnotherTakesItsPlace() throws {
        let server = try StallingServer(closesAfter: 50)
        defer { server.close() }
        let (recorder, _) = try run(server, .closed(calls: 200, seconds: 60), inFlight: 8)
        #expect(recorder.connectionsLost == 1)
        let lost = try #require(recorder.total.failed[Outcome.connectionLost])
        #expect((1...8).contains(lost))
        #expect(recorder.total.calls == 200)
    }

    @Test func callsWithoutAnAnswerAreCounted() throws {
        let server = try StallingServer(stallAfter: 20, stallMs: 60_000)
        defer { server.close() }
        let requests = RequestSet(face: .ttrpc, authority: "localhost", isSecure: false, serviceToken: nil)
        let request = try requests.keep(service: "s", method: "m", message: [], session: nil)
        let workload = Workload("call", [request])
        let recorder = Recorder(series: workload.series)
        let plan = try ArrivalPlan("100x1", defaultSeconds: 1)
        var options = EngineOptions(pacing: .open(plan, .uniform, seed: 1), inFlight: 30)
        options.connections = 1
        options.graceSeconds = 0.2
        let engine = try Engine(
            target: Target(address: try server.address, face: .ttrpc, tls: nil), workload: workload,
            recorder: recorder, options: options, prober: try Prober(server: nil))
        try engine.run()
        #expect(recorder.total.succeeded == 20)
        #expect(recorder.total.failed == [Outcome.unanswered: 30, Outcome.unsent: 50])
        withExtendedLifetime(requests) {}
    }
}
