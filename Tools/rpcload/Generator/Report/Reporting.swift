internal import Histogram

/// What a report says of a run besides what was recorded.
package struct RunFacts {
    package var scenario: String
    package var server: String
    package var face: FaceName
    package var isSecure: Bool
    package var pacing: String
    /// One a segment.
    package var phases: [(name: String, seconds: Double)]

    package init(
        scenario: String, server: String, face: FaceName, isSecure: Bool, pacing: String,
        phases: [(name: String, seconds: Double)]
    ) {
        self.scenario = scenario
        self.server = server
        self.face = face
        self.isSecure = isSecure
        self.pacing = pacing
        self.phases = phases
    }
}

extension RunReport {
    /// `recorder`: what all engines recorded, merged.
    package init(_ engines: [Engine], _ recorder: Recorder, _ facts: RunFacts) {
        let seconds = engines.map(\.measuredSeconds).max() ?? 0
        let options = engines.first?.options
        scenario = facts.scenario
        server = facts.server
        face = facts.face.rawValue
        tls = facts.isSecure
        pacing = facts.pacing
        connections = engines.reduce(0) { $0 + $1.options.connections }
        inFlight = options?.inFlight == .max ? nil : options?.inFlight
        warmUpSeconds = options?.warmUpSeconds ?? 0
        self.seconds = seconds
        total = Figures(recorder.total, seconds: seconds)
        series = recorder.series.map { Figures($0, seconds: seconds) }
        phases = zip(facts.phases, recorder.totalsByPhase).map { Figures($1, name: $0.name, seconds: $0.seconds) }
        timeline = recorder.seconds.enumerated().map { Moment($0 + 1, $1) }
        // Only the first watches the server.
        serverProcess = engines.first.flatMap { ServerFigures($0.prober, calls: recorder.total.calls) }
        generator = GeneratorFigures(recorder, engines, seconds: seconds, isOpen: facts.pacing != "closed")
        histogram = recorder.total.response.buckets
        slo = []
    }
}

extension RunReport.Figures {
    init(_ series: Series, name: String? = nil, seconds: Double) {
        self.name = name ?? series.name
        calls = series.calls
        succeeded = series.succeeded
        errors = series.failures
        perSecond = seconds > 0 ? Double(series.succeeded) / seconds : 0
        codes = Dictionary(uniqueKeysWithValues: series.failed.map { (Outcome.name($0), $1) })
        firstFailures = Dictionary(uniqueKeysWithValues: series.firstFailures.map { (Outcome.name($0), $1) })
        response = RunReport.Times(series.response)
        service = RunReport.Times(series.service)
        failedResponse = series.failedResponse.flatMap { RunReport.Times($0) }
    }
}

extension RunReport.Times {
    /// nil where nothing was recorded.
    init?(_ histogram: LatencyHistogram) {
        guard histogram.totalCount > 0 else { return nil }
        func at(_ percentile: Double) -> Double { Double(histogram.valueAtPercentile(percentile)) / 1_000 }
        self.init(
            p50: at(50), p90: at(90), p99: at(99), p999: at(99.9), p9999: at(99.99), max: at(100),
            mean: histogram.mean / 1_000)
    }
}

extension RunReport.Moment {
    package init(_ second: Int, _ recorded: Recorder.Second) {
        self.second = second
        started = recorded.started
        succeeded = recorded.succeeded
        failed = recorded.failed
        response = RunReport.Times(recorded.response)
        lagMax = Double(recorded.lagMaxNs) / 1_000
        serverCPU = recorded.probe.serverCPU
        serverResidentBytes = recorded.probe.serverResidentBytes
        generatorCPU = recorded.probe.generatorCPU
        generatorWait = recorded.probe.generatorWait
    }
}

extension RunReport.ServerFigures {
    init?(_ prober: Prober, calls: Int) {
        guard let seconds = prober.serverSeconds else { return nil }
        cpuSeconds = seconds
        cpuSecondsPerMillion = calls > 0 ? seconds * 1e6 / Double(calls) : 0
        peakResidentBytes = prober.serverPeakBytes
    }
}

extension RunReport.GeneratorFigures {
    /// A share of a core from which on the generator may have had no time for the next call.
    private static let busyLimit = 0.9
    /// A share of the run without a core, though it wanted one.
    private static let waitLimit = 0.2
    /// The lag that is nothing beside most servers' answers, in microseconds.
    private static let lagLimit = 1_000.0

    init(_ recorder: Recorder, _ engines: [Engine], seconds: Double, isOpen: Bool) {
        let calls = recorder.total.calls
        let threads = engines.map { RunReport.ThreadFigures($0, seconds: seconds) }
        cpuSeconds = threads.reduce(0) { $0 + $1.cpuSeconds }
        cpuSecondsPerMillion = calls > 0 ? cpuSeconds * 1e6 / Double(calls) : 0
        busy = threads.map(\.busy).max() ?? 0
        waited = threads.map(\.waited).max() ?? 0
        lagP99 = Double(recorder.lag.quantile(99) ?? 0) / 1_000
        lagMax = Double(recorder.lag.quantile(100) ?? 0) / 1_000
        heldBack = recorder.heldBack
        connectionsLost = recorder.connectionsLost
        self.threads = threads.count > 1 ? threads : nil
        let response = Double(recorder.total.responseNs(99) ?? 0) / 1_000
        limits = threads.enumerated().flatMap { index, thread in
            let name = threads.count > 1 ? "thread \(index + 1) of rpcload's \(threads.count)" : "rpcload"
            return Self.limits(of: thread, name, response: isOpen ? response : nil)
        }
    }

    /// `response`: what one call in a hundred took longer than, where the clock made calls due.
    private static func limits(of thread: RunReport.ThreadFigures, _ name: String, response: Double?) -> [String] {
        var limits: [String] = []
        let busiest = max(thread.busy, thread.busiestSecond)
        if busiest >= busyLimit { limits.append("\(name) used \(Int(busiest * 100)) % of its one core") }
        if thread.waited >= waitLimit {
            limits.append(
                "\(name) waited for a core for \(Int(thread.waited * 100)) % of the time: leave it one, or run it on another machine"
            )
        }
        if let response, thread.lagP99 > lagLimit, thread.lagP99 > response / 10 {
            limits.append("\(name) sent one call in a hundred more than \(Shown.time(thread.lagP99)) late")
        }
        return limits
    }
}

extension RunReport.ThreadFigures {
    init(_ engine: Engine, seconds: Double) {
        let own = engine.prober.ownSeconds
        cpuSeconds = own.cpu
        busy = seconds > 0 ? own.cpu / seconds : 0
        waited = seconds > 0 ? own.wait / seconds : 0
        // A second that is whole: the last is cut.
        busiestSecond = engine.recorder.seconds.dropLast().map(\.probe.generatorCPU).max() ?? busy
        lagP99 = Double(engine.recorder.lag.quantile(99) ?? 0) / 1_000
    }
}

extension Histogram where Count == UInt64 {
    /// Twenty to a factor of ten, from 1 µs on.
    var buckets: [RunReport.Bucket] {
        var buckets: [RunReport.Bucket] = []
        var step = 0
        var end = 1_000.0
        for recorded in recordedValues() {
            while Double(recorded.value) > end {
                step += 1
                end = 1_000 * RunReport.Bucket.power(step)
                if !buckets.isEmpty { buckets.append(.init(upTo: end / 1_000, count: 0)) }
            }
            if buckets.isEmpty { buckets.append(.init(upTo: end / 1_000, count: 0)) }
            buckets[buckets.count - 1].count += Int(clamping: recorded.count)
        }
        return buckets
    }
}
