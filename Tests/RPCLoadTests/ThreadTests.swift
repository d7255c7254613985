import Histogram
import Testing

@testable import LoadGenerator

@Suite(.timeLimit(.minutes(5))) struct ThreadTests {
    private let validate = #"{"name": "validate", "method": "ValidateSession"}"#

    /// What the threads make due together is what one would.
    @Test(arguments: [Spacing.uniform, .poisson])
    func theThreadsShareOnePlan(_ spacing: Spacing) throws {
        let plan = try ArrivalPlan("100x1,0..300x2", defaultSeconds: 1)
        func due(_ share: Share) -> [UInt64] {
            var arrivals = Arrivals(plan, spacing: spacing, seed: 4, share: share)
            var times: [UInt64] = []
            while let next = arrivals.nextNs {
                times.append(next)
                arrivals.advance()
            }
            return times
        }
        let whole = due(.all)
        let parts = (0..<3).map { due(Share($0, of: 3)) }
        #expect(parts.flatMap { $0 }.sorted() == whole)
        #expect(parts.allSatisfy { $0.count == whole.count / 3 || $0.count == whole.count / 3 + 1 })
    }

    @Test func whatThreadsRecordIsOneRun() throws {
        let server = try StallingServer()
        defer { server.close() }
        let plan = try ArrivalPlan("600x1", defaultSeconds: 1)
        let (recorder, engines) = try run(
            server, mix: validate, .open(plan, .uniform, seed: 1), inFlight: 16, connections: 4, threads: 3)
        #expect(recorder.total.succeeded == 600 && recorder.total.failures == 0)
        #expect(recorder.total.response.totalCount == 600)
        #expect(engines.map { $0.recorder.total.succeeded } == [200, 200, 200])
        #expect(engines.map { $0.options.connections } == [2, 1, 1])
        #expect(recorder.seconds.map(\.succeeded).reduce(0, +) == 600)
        let facts = RunFacts(scenario: "s", server: "x", face: .ttrpc, isSecure: false, pacing: "open, 600", phases: [])
        let report = RunReport(engines, recorder, facts)
        #expect(report.connections == 4)
        #expect(report.generator.threads?.count == 3)
        #expect(report.generator.cpuSeconds > 0)
    }

    @Test func aClosedLoopsCallsAreSharedToo() throws {
        let server = try StallingServer()
        defer { server.close() }
        let (recorder, engines) = try run(
            server, mix: validate, .closed(calls: 1_000, seconds: 60), inFlight: 4, connections: 3, threads: 3)
        #expect(recorder.total.succeeded == 1_000)
        #expect(engines.map { $0.recorder.total.succeeded } == [334, 333, 333])
    }

    @Test func failuresOfAllThreadsAreTold() throws {
        let server = try StallingServer(code: 8)
        defer { server.close() }
        let recorder = try run(
            server, mix: validate, .closed(calls: 100, seconds: 60), inFlight: 4, connections: 2, threads: 2
        ).recorder
        #expect(recorder.total.failed == [8: 100])
        #expect(recorder.total.failedResponse?.totalCount == 100)
        #expect(recorder.named("validate")?.firstFailures[8]?.contains("RESOURCE_EXHAUSTED") == true)
    }

    @Test func numbersOfTwoThreadsDiffer() {
        let sources = (0..<3).map { PatchSource(seed: 1, share: Share($0, of: 3)) }
        let numbers = sources.flatMap { source in (0..<10).map { _ in source.text(.number) } }
        #expect(Set(numbers).count == 30)
        #expect(Set(sources.map { $0.text(.uuid) }).count == 3)
    }
}
