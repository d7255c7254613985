internal import Histogram

/// What of a series stands among all calls.
package enum Counting: Sendable {
    case everything
    /// It is made of other series, or is no caller's waiting.
    case nothing
    /// Its successes are no caller's waiting, but a failure is one like another.
    case failures
}

/// Counts and times what is answered: in all by series, by the plan's phases, and second by second.
package final class Recorder {
    package let series: [Series]
    /// By phase and series.
    package private(set) var phases: [[Series]]
    /// By phase, over all series.
    package private(set) var totalsByPhase: [Series] = []
    let counting: [Counting]
    package let total = Series("all")
    @exclusivity(unchecked) private var second = Second()
    package private(set) var seconds: [Second] = []
    /// How late calls were sent though there was room for them: the generator's own doing.
    @exclusivity(unchecked) package private(set) var lag = LatencyHistogram.latency(.two)
    /// Calls that were due while every connection was full.
    @exclusivity(unchecked) package var heldBack = 0
    @exclusivity(unchecked) package private(set) var started = 0
    package var connectionsLost = 0
    private let readsPhases: Bool

    /// One second of a run.
    package struct Second: Sendable {
        package var started = 0
        package var succeeded = 0
        package var failed = 0
        package var response = LatencyHistogram.latency(.two)
        package var lagMaxNs: UInt64 = 0
        package var probe = Probe()
    }

    package init(series names: [String], counting: [Counting]? = nil, phases count: Int = 1) {
        series = names.map { Series($0) }
        self.counting = counting ?? names.map { _ in .everything }
        readsPhases = count > 1
        if count > 1 { totalsByPhase = (0..<count).map { _ in Series("all", digits: .two, measuresService: false) } }
        phases =
            count > 1
            ? (0..<count).map { _ in names.map { Series($0, digits: .two, measuresService: false) } } : []
    }

    @inline(__always)
    func start(lagNs: UInt64, isHeldBack: Bool) {
        started += 1
        second.started += 1
        guard !isHeldBack else { return }
        _ = lag.record(min(lagNs, LatencyHistogram.longestNs))
        if lagNs > second.lagMaxNs { second.lagMaxNs = lagNs }
    }

    /// Of `phase` -1 nothing is counted. Answers whether the failure wants a description.
    @inline(__always)
    func end(series index: Int32, phase: Int32, code: Int32, responseNs: UInt64, serviceNs: UInt64) -> Bool {
        guard phase >= 0 else { return false }
        let index = Int(index)
        let counting = counting[index]
        if code == 0 {
            series[index].succeed(responseNs: responseNs, serviceNs: serviceNs)
            if readsPhases { phases[Int(phase)][index].succeed(responseNs: responseNs, serviceNs: serviceNs) }
            guard counting == .everything else { return false }
            total.succeed(responseNs: responseNs, serviceNs: serviceNs)
            if readsPhases { totalsByPhase[Int(phase)].succeed(responseNs: responseNs, serviceNs: serviceNs) }
            second.succeeded += 1
            _ = second.response.record(min(responseNs, LatencyHistogram.longestNs))
            return false
        }
        return fail(index, Int(phase), code, responseNs, counts: counting != .nothing)
    }

    private func fail(_ index: Int, _ phase: Int, _ code: Int32, _ responseNs: UInt64, counts: Bool) -> Bool {
        let isFirst = series[index].fail(code, responseNs: responseNs)
        if readsPhases { _ = phases[phase][index].fail(code, responseNs: responseNs) }
        if counts {
            _ = total.fail(code, responseNs: responseNs)
            if readsPhases { _ = totalsByPhase[phase].fail(code, responseNs: responseNs) }
            second.failed += 1
        }
        return isFirst
    }

    func describe(series index: Int32, code: Int32, _ text: String) {
        series[Int(index)].describe(code, text)
        if counting[Int(index)] != .nothing, total.firstFailures[code] == nil { total.describe(code, text) }
    }

    func add(_ other: Recorder) {
        for (mine, theirs) in zip(series + [total] + totalsByPhase, other.series + [other.total] + other.totalsByPhase)
        {
            mine.add(theirs)
        }
        for (mine, theirs) in zip(phases, other.phases) { for (mine, theirs) in zip(mine, theirs) { mine.add(theirs) } }
        for (index, second) in other.seconds.enumerated() {
            if index == seconds.count { seconds.append(Second()) }
            seconds[index].add(second)
        }
        lag.add(other.lag)
        heldBack += other.heldBack
        started += other.started
        connectionsLost += other.connectionsLost
    }

    /// The second is over.
    func turn(_ probe: Probe) -> Second {
        second.probe = probe
        seconds.append(second)
        let done = second
        second = Second()
        return done
    }
}
