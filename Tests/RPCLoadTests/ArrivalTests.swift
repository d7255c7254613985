import Testing

@testable import LoadGenerator

@Suite struct ArrivalTests {
    /// When calls are due, in seconds, and of which segment.
    private func due(_ text: String, _ spacing: Spacing = .uniform, seed: UInt64 = 1) throws -> [(Double, Int)] {
        var arrivals = Arrivals(try ArrivalPlan(text, defaultSeconds: 1), spacing: spacing, seed: seed)
        var all: [(Double, Int)] = []
        while let next = arrivals.nextNs {
            all.append((Double(next) / 1e9, arrivals.nextSegment))
            arrivals.advance()
        }
        return all
    }

    @Test func constantRatesLieEvenly() throws {
        let times = try due("4x2").map(\.0)
        #expect(times == [0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75])
    }

    @Test func stepsFollowOneAnother() throws {
        let calls = try due("100x2,1000x3,10x1")
        #expect((0..<3).map { step in calls.count { $0.1 == step } } == [200, 3_000, 10])
        #expect(zip(calls, calls.dropFirst()).allSatisfy { $0.0 <= $1.0 })
        #expect(calls.first { $0.1 == 1 }?.0 == 2)
        #expect(calls.allSatisfy { $0.0 < [2, 5, 6][$0.1] })
    }

    @Test func rampsRiseEvenly() throws {
        let times = try due("0..200x10").map(\.0)
        #expect(times.count == 1_000)
        // By half the time a quarter of the calls: the rate's integral.
        #expect(times.count { $0 < 5 } == 250)
        let falling = try due("200..0x10").map(\.0)
        #expect(falling.count { $0 < 5 } == 750)
        #expect(zip(falling, falling.dropFirst()).allSatisfy { $0 < $1 })
    }

    @Test func poissonArrivalsHaveTheRateAndRepeatWithTheirSeed() throws {
        let times = try due("1000x100", .poisson, seed: 7).map(\.0)
        // Five standard deviations of 100,000 arrivals.
        #expect(abs(times.count - 100_000) < 1_600)
        let gaps = zip(times, times.dropFirst()).map { $1 - $0 }
        // Of exponential gaps a share of 1/e is longer than their mean; of even ones none or all.
        let longer = Double(gaps.count { $0 > 0.001 }) / Double(gaps.count)
        #expect(abs(longer - 0.3679) < 0.01)
        #expect(try due("1000x100", .poisson, seed: 7).map(\.0) == times)
        #expect(try due("1000x100", .poisson, seed: 8).map(\.0) != times)
    }

    @Test func anEmptyRateIsNoPlan() throws {
        for text in ["", "0", "-1", "5x", "5x0", "x5", "1..2..3x4", "fast", "5x-1", "10,", "nan", "1e9"] {
            #expect(throws: LoadError.self, "\(text)") { try ArrivalPlan(text, defaultSeconds: 1) }
        }
        #expect(try ArrivalPlan("50", defaultSeconds: 4).calls == 200)
    }
}
