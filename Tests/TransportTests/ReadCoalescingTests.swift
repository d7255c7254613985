import Testing

@testable import Transport

@Suite struct ReadCoalescingTests {
    /// Reads of `unpaused` bytes, or of `paused` where the decision was to pause, `gap` nanoseconds apart.
    private struct Traffic {
        var unpaused: Int
        var paused: Int
        var gap: Int64
    }

    private struct Run {
        var coalescing = ReadCoalescing(now: 0)
        var now: Int64 = 0
        var isPausing = false

        /// How many of `reads` came after a pause.
        mutating func reads(_ reads: Int, _ traffic: Traffic) -> Int {
            var paused = 0
            for _ in 0..<reads {
                now += traffic.gap
                paused += isPausing ? 1 : 0
                coalescing.note(isPausing ? traffic.paused : traffic.unpaused)
                isPausing = coalescing.pauses(now: now)
            }
            return paused
        }
    }

    @Test func `pauses are kept where they make reads longer`() {
        var run = Run()
        let paused = run.reads(100_000, Traffic(unpaused: 200, paused: 600, gap: 10_000))
        #expect(paused > 98_000)
    }

    @Test func `whoever waits for each answer is left alone, and asked more seldom each time`() {
        var run = Run()
        let traffic = Traffic(unpaused: 200, paused: 200, gap: 10_000)
        #expect(run.reads(10_000, traffic) > 0)
        _ = run.reads(100_000, traffic)
        let later = run.reads(100_000, traffic)
        #expect(later > 0)
        #expect(later < 100_000 / 50)
    }

    @Test func `few reads a second are never paused for, whatever it would bring`() {
        var run = Run()
        #expect(run.reads(10_000, Traffic(unpaused: 200, paused: 2_000, gap: 1_000_000)) == 0)
    }

    @Test func `long reads are gathered already`() {
        var run = Run()
        #expect(run.reads(10_000, Traffic(unpaused: 20_000, paused: 40_000, gap: 10_000)) == 0)
    }

    @Test func `when the load goes, so do the pauses`() {
        var run = Run()
        _ = run.reads(10_000, Traffic(unpaused: 200, paused: 600, gap: 10_000))
        #expect(run.isPausing)
        _ = run.reads(2 * ReadCoalescing.window, Traffic(unpaused: 200, paused: 600, gap: 1_000_000))
        #expect(!run.isPausing)
    }

    @Test func `when clients change, what pauses bring is looked at again`() {
        var run = Run()
        _ = run.reads(10_000, Traffic(unpaused: 200, paused: 600, gap: 10_000))
        let windows = ReadCoalescing.windowsBetweenLooks + 4
        _ = run.reads(windows * ReadCoalescing.window, Traffic(unpaused: 200, paused: 200, gap: 10_000))
        #expect(!run.isPausing)
    }
}
