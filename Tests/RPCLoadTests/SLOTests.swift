import Testing

@testable import LoadGenerator

@Suite struct SLOTests {
    /// 99 calls of 1 ms, one of 100 ms, and failures.
    private func recorder(failures: Int = 0) -> Recorder {
        let recorder = Recorder(series: ["sign in", "other"])
        for _ in 0..<99 {
            _ = recorder.end(series: 0, phase: 0, code: 0, responseNs: 1_000_000, serviceNs: 500_000)
        }
        _ = recorder.end(series: 1, phase: 0, code: 0, responseNs: 100_000_000, serviceNs: 500_000)
        for _ in 0..<failures { _ = recorder.end(series: 0, phase: 0, code: 8, responseNs: 1, serviceNs: 1) }
        return recorder
    }

    @Test(arguments: [
        ("p99<5ms", true), ("p99.9<5ms", false), ("p50<0.9ms", false), ("p50<1.1ms", true), ("max<1s", true),
        ("max<90000us", false), ("mean<3ms", true), ("mean<1.5 ms", false), ("errors<=0%", true), ("errors<0%", false),
        ("errors<0.001", true), ("rate>9", true), ("rate>10", false), ("rate>=10", true), ("sign in/max<2ms", true),
        ("other/p50<99ms", false), ("p99 < 5 ms, rate > 5", true), ("p99<5ms,rate>50", false),
    ])
    func objectivesAreKeptOrMissed(_ text: String, _ isKept: Bool) throws {
        let verdicts = try SLO(text).verdicts(recorder(), seconds: 10)
        #expect(verdicts.allSatisfy(\.isKept) == isKept, "\(verdicts)")
    }

    @Test func errorsCountAgainstAllCalls() throws {
        // 5 of 105.
        #expect(try SLO("errors<5%").verdicts(recorder(failures: 5), seconds: 10)[0].isKept)
        #expect(try !SLO("errors<4.7%").verdicts(recorder(failures: 5), seconds: 10)[0].isKept)
    }

    @Test func whereNothingSucceededNothingWasFast() throws {
        let empty = Recorder(series: ["a"])
        #expect(try !SLO("p99<5ms").verdicts(empty, seconds: 1)[0].isKept)
        #expect(try !SLO("errors<1%").verdicts(empty, seconds: 1)[0].isKept)
    }

    @Test func whatIsNoObjectiveIsRefused() throws {
        for text in [
            "", "p99", "p99<", "p99<5", "p99<5m", "p0<5ms", "p101<5ms", "q99<5ms", "errors>1%", "rate<5", "p99>5ms",
            "p99<-1ms", "p99<5ms,", "errors<x", "rate>fast", "p99=5ms",
        ] {
            #expect(throws: LoadError.self, "\(text)") { try SLO(text) }
        }
        #expect(throws: LoadError.self) { try SLO("nobody/p99<5ms").check(series: ["a", "b"]) }
    }
}
