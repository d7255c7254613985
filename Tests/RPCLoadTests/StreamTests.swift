import Histogram
import Testing

@testable import LoadGenerator

@Suite(.timeLimit(.minutes(5))) struct StreamTests {
    private let watch = #"{"name": "watch", "method": "WatchActivity"}"#

    @Test func firstMessagesAndThoseThatFollowAreSeriesOfTheirOwn() throws {
        let server = try StallingServer(messages: 3)
        defer { server.close() }
        let recorder = try run(server, mix: watch, .closed(calls: 20, seconds: 60), inFlight: 4).recorder
        #expect(recorder.named("watch")?.succeeded == 20)
        #expect(recorder.named("watch › first message")?.succeeded == 20)
        #expect(recorder.named("watch › next message")?.succeeded == 40)
        // A stream is one among all calls: its first message.
        #expect(recorder.total.succeeded == 20 && recorder.total.failures == 0)
    }

    @Test func aStreamIsLeftAfterSoManyMessages() throws {
        let server = try StallingServer(messages: 3)
        defer { server.close() }
        let mix = #"{"name": "watch", "method": "WatchActivity", "messages": 2}"#
        let recorder = try run(server, mix: mix, .closed(calls: 20, seconds: 60), inFlight: 4).recorder
        #expect(recorder.named("watch")?.succeeded == 20)
        #expect(recorder.named("watch › next message")?.succeeded == 20)
    }

    @Test func aStreamThatFailsIsAFailureWhenever() throws {
        for (messages, first, following) in [(0, "watch › first message", 0), (2, "watch › next message", 1)] {
            let server = try StallingServer(code: 8, messages: messages)
            defer { server.close() }
            let recorder = try run(server, mix: watch, .closed(calls: 10, seconds: 60), inFlight: 2).recorder
            #expect(recorder.named("watch")?.failed == [8: 10])
            #expect(recorder.named(first)?.failed == [8: 10])
            #expect(recorder.named("watch › next message")?.succeeded == 10 * following)
            #expect(recorder.total.failed == [8: 10])
            #expect(recorder.total.firstFailures[8]?.contains("RESOURCE_EXHAUSTED") == true)
        }
    }

    /// It tells nothing, and is open for as long as it is to be.
    @Test func aStreamWithoutAMessageInItsTimeIsUnanswered() throws {
        let server = try StallingServer(stallAfter: 0, stallMs: 1_500)
        defer { server.close() }
        let mix = #"{"name": "watch", "method": "WatchActivity", "seconds": 0.2}"#
        let recorder = try run(server, mix: mix, .closed(calls: 1, seconds: 60), inFlight: 1).recorder
        #expect(recorder.named("watch")?.failed == [Outcome.unanswered: 1])
        #expect(recorder.named("watch › first message")?.failed == [Outcome.unanswered: 1])
    }
}

@Suite(.timeLimit(.minutes(5))) struct PauseTests {
    private func flow(_ pause: String) -> String {
        #"{"name": "f", "flow": [{"method": "ListCategories"}, {"pause": \#(pause)}, {"method": "GetPreferences"}]}"#
    }

    @Test func aFlowPausesAndItsOwnTimeLeavesThatOut() throws {
        let server = try StallingServer()
        defer { server.close() }
        let mix = flow("0.2")
        let (recorder, engines) = try run(server, mix: mix, .closed(calls: 3, seconds: 60), inFlight: 1)
        #expect(recorder.named("f")?.succeeded == 3)
        #expect(recorder.named("f › ListCategories")?.succeeded == 3)
        #expect(recorder.named("f › GetPreferences")?.succeeded == 3)
        // One after the other: what they took beside the three pauses.
        let measuredNs = engines[0].measuredSeconds * 1e9
        #expect(measuredNs >= 600_000_000)
        let longest = try #require(recorder.named("f")?.response.max)
        #expect(Double(longest) <= (measuredNs - 600_000_000) * 1.01 + 1_000)
    }

    @Test func theSameSeedPausesTheSame() {
        func pauses(_ seed: UInt64) -> [UInt64] {
            let source = PatchSource(seed: seed)
            return (0..<100).map { _ in source.nanoseconds(in: 500...2_000) }
        }
        #expect(pauses(7) == pauses(7))
        #expect(pauses(7) != pauses(8))
        #expect(pauses(7).allSatisfy { $0 >= 500 && $0 <= 2_000 })
    }

    /// Who would come back in an hour is in no figure.
    @Test func theRunsEndWaitsForNoPause() throws {
        let server = try StallingServer()
        defer { server.close() }
        let mix = flow("[3600, 7200]")
        let recorder = try run(server, mix: mix, .closed(calls: .max, seconds: 0.3), inFlight: 5).recorder
        #expect(recorder.named("f › ListCategories")?.succeeded == 5)
        #expect(recorder.named("f")?.calls == 0)
        #expect(recorder.total.calls == 5)
    }

    @Test func whatIsDueFirstComesFirst() {
        var wakeUps = WakeUps()
        var random = SplitMix64(state: 3)
        let times = (0..<500).map { _ in UInt64.random(in: 0..<1_000, using: &random) }
        for time in times { wakeUps.insert(.flow(0), at: time) }
        var seen: [UInt64] = []
        while let next = wakeUps.popFirst(until: 800) { seen.append(next.atNs) }
        #expect(seen == times.filter { $0 <= 800 }.sorted())
        #expect(wakeUps.firstNs == times.filter { $0 > 800 }.min())
    }
}
