internal import Histogram

/// Counts and times what is answered: in all by series, by the plan's phases, and second by second.
package final class Recorder {
    package let series: [Series]
    /// By phase and series.
    package private(set) var phases: [[Series]]
    /// By phase, over all series.
    package private(set) var totalsByPhase: [Series] = []
    /// A flow's own series stand for its steps again: they are in no total.
    private let countsInTotal: [Bool]
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
    package struct Second {
        package var started = 0
        package var succeeded = 0
        package var failed = 0
        package var response = LatencyHistogram.latency(.two)
        package var lagMaxNs: UInt64 = 0
        package var probe = Probe()
    }

    /// `countsInTotal`: false for what is made of other series.
    package init(series names: [String], countsInTotal: [Bool]? = nil, phases count: Int = 1) {
        series = names.map { Series($0) }
        self.countsInTotal = countsInTotal ?? names.map { _ in true }
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
        let counts = countsInTotal[index]
        if code == 0 {
            series[index].succeed(responseNs: responseNs, serviceNs: serviceNs)
            if readsPhases { phases[Int(phase)][index].succeed(responseNs: responseNs, serviceNs: serviceNs) }
            guard counts else { return false }
            total.succeed(responseNs: responseNs, serviceNs: serviceNs)
            if readsPhases { totalsByPhase[Int(phase)].succeed(responseNs: responseNs, serviceNs: serviceNs) }
            second.succeeded += 1
            _ = second.response.record(min(responseNs, LatencyHistogram.longestNs))
            return false
        }
        return fail(index, Int(phase), code, responseNs, counts)
    }

    private func fail(_ index: Int, _ phase: Int, _ code: Int32, _ responseNs: UInt64, _ counts: Bool) -> Bool {
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
        if countsInTotal[Int(index)], total.firstFailures[code] == nil { total.describe(code, text) }
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
