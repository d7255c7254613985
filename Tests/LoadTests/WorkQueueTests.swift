import Load
import Testing

private let ms: Int64 = 1_000_000

/// A queue and a server that takes `perTake` of it every `takeEvery`, on a clock that only the test turns.
private struct Bench {
    var queue: WorkQueue<Int>
    let meter = QueueMeter("test", classes: ["first", "sign_in", "rest"])
    var now: Int64 = 1_000 * ms
    var served: [Int] = [0, 0, 0]
    var turnedAway: [Int] = [0, 0, 0]
    /// Of the served, per class, in nanoseconds.
    var longestWait: [Int64] = [0, 0, 0]
    private var arrivals: [Int: (line: Int, at: Int64)] = [:]
    private var next = 0

    init(limit: Int = 100_000, target: Int64 = 50 * ms, interval: Int64 = 100 * ms, share: Int = 10) {
        queue = WorkQueue(
            classes: 3, QueueRules(limit: limit, target: target, interval: interval, share: share), meter: meter)
    }

    mutating func arrive(_ line: Int, _ count: Int = 1) {
        for _ in 0..<count {
            next += 1
            arrivals[next] = (line, now)
            if !queue.put(next, in: line, at: now) { turnedAway[line] += 1 }
        }
    }

    mutating func take(_ count: Int) {
        let taken = queue.take(atMost: count, at: now)
        for item in taken.items {
            guard let (line, at) = arrivals.removeValue(forKey: item) else { continue }
            served[line] += 1
            longestWait[line] = max(longestWait[line], now - at)
        }
        for item in taken.turnedAway {
            if let (line, _) = arrivals.removeValue(forKey: item) { turnedAway[line] += 1 }
        }
    }

    /// For each of so many milliseconds: arrivals by class, then a take of what is served in one.
    mutating func run(ms count: Int, arrivals perMs: [Int], servedPerMs: Int) {
        for _ in 0..<count {
            now += ms
            for (line, number) in perMs.enumerated() { arrive(line, number) }
            take(servedPerMs)
        }
    }
}

@Suite struct WorkQueueTests {
    @Test func theFirstClassGoesFirst() {
        var queue = WorkQueue<String>(
            classes: 3, .bounded(100), meter: QueueMeter("test", classes: ["first", "sign_in", "rest"]))
        for (item, line) in [("a", 2), ("b", 1), ("c", 0), ("d", 2), ("e", 0)] {
            let isTaken = queue.put(item, in: line, at: 0)
            #expect(isTaken)
        }
        let first = queue.take(atMost: 3, at: 1).items
        #expect(first == ["c", "e", "b"])
        let second = queue.take(atMost: 3, at: 1).items
        #expect(second == ["a", "d"])
        #expect(queue.count == 0)
    }

    @Test func theLimitHoldsForTheFirstClassAndForTheOthersTogether() {
        var bench = Bench(limit: 4)
        bench.arrive(1, 2)
        bench.arrive(2, 3)
        #expect(bench.turnedAway == [0, 0, 1])
        bench.arrive(0, 5)
        #expect(bench.turnedAway == [1, 0, 1])
        #expect(bench.queue.count == 8)
    }

    @Test func aBurstIsServedWhole() {
        var bench = Bench()
        bench.run(ms: 10, arrivals: [0, 0, 10], servedPerMs: 10)
        bench.arrive(2, 900)
        bench.run(ms: 300, arrivals: [0, 0, 1], servedPerMs: 10)
        #expect(bench.turnedAway == [0, 0, 0])
        #expect(bench.served[2] == 100 + 900 + 300)
    }

    @Test(arguments: [2, 5, 10])
    func underOverloadTheServerStaysBusyAndWaitsStayShort(times: Int) {
        var bench = Bench()
        bench.run(ms: 1_000, arrivals: [0, 0, 9], servedPerMs: 10)
        #expect(bench.turnedAway == [0, 0, 0])
        // The first half second is the backlog's.
        bench.run(ms: 500, arrivals: [1, 0, 10 * times - 1], servedPerMs: 10)
        let before = bench.served
        bench.longestWait = [0, 0, 0]
        bench.run(ms: 2_000, arrivals: [1, 0, 10 * times - 1], servedPerMs: 10)
        #expect(bench.served[0] - before[0] == 2_000)
        #expect(bench.served[2] - before[2] == 18_000)
        #expect(bench.turnedAway[0] == 0)
        #expect(bench.longestWait[0] <= 1 * ms)
        #expect(bench.longestWait[2] <= 101 * ms)
    }

    @Test func afterOverloadItTakesEverythingAgainWithinASecond() {
        var bench = Bench()
        bench.run(ms: 2_000, arrivals: [1, 0, 99], servedPerMs: 10)
        bench.run(ms: 1_000, arrivals: [0, 0, 9], servedPerMs: 10)
        let (turnedAway, served) = (bench.turnedAway, bench.served)
        bench.longestWait = [0, 0, 0]
        bench.run(ms: 1_000, arrivals: [0, 0, 9], servedPerMs: 10)
        #expect(bench.turnedAway == turnedAway)
        #expect(bench.served[2] - served[2] == 9_000)
        #expect(bench.longestWait[2] <= 1 * ms)
    }

    /// A commit that takes longer than the target is slow, and no reason to refuse what it takes along.
    @Test func aSlowServerThatEmptiesTheQueueRefusesNothing() {
        var bench = Bench(share: 512)
        for _ in 0..<50 {
            for _ in 0..<200 {
                bench.now += ms
                bench.arrive(2, 2)
            }
            bench.take(512)
        }
        #expect(bench.turnedAway == [0, 0, 0])
        #expect(bench.served[2] == 50 * 400)
    }

    /// As many as one take holds may always wait, so the slow server is never left without work.
    @Test func aSlowServerUnderOverloadStaysBusy() {
        var bench = Bench(share: 512)
        for round in 0..<50 {
            for _ in 0..<200 {
                bench.now += ms
                bench.arrive(2, 20)
            }
            let before = bench.served[2]
            bench.take(512)
            if round > 10 { #expect(bench.served[2] - before == 512) }
        }
        #expect(bench.turnedAway[2] > 0)
    }

    @Test func aClassThatIsNeverServedIsRefusedInsteadOfKept() {
        var bench = Bench()
        bench.run(ms: 2_000, arrivals: [0, 20, 20], servedPerMs: 10)
        #expect(bench.queue.waiting(2) <= 10)
        #expect(bench.turnedAway[2] + bench.served[2] + bench.queue.waiting(2) == 40_000)
        #expect(bench.served[1] > 18_000)
    }

    @Test func theFirstClassIsNeverRefusedForItsDelay() {
        var bench = Bench()
        bench.run(ms: 2_000, arrivals: [20, 5, 5], servedPerMs: 10)
        #expect(bench.turnedAway[0] == 0)
        #expect(bench.served[0] == 20_000)
    }

    @Test func whatHappensIsCounted() {
        var bench = Bench(limit: 1_000)
        bench.run(ms: 2_000, arrivals: [1, 0, 99], servedPerMs: 10)
        let rest = bench.meter.readings[2]
        #expect(Int(rest.shed) == bench.turnedAway[2])
        #expect(Int(rest.waiting) == bench.queue.waiting(2))
        #expect(Int(rest.times.count) == bench.served[2])
        #expect(bench.meter.readings[0].shed == 0)
    }
}
