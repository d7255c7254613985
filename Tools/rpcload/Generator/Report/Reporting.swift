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
    package init(_ engine: Engine, _ facts: RunFacts) {
        let recorder = engine.recorder
        let seconds = engine.measuredSeconds
        scenario = facts.scenario
        server = facts.server
        face = facts.face.rawValue
        tls = facts.isSecure
        pacing = facts.pacing
        connections = engine.options.connections
        inFlight = engine.options.inFlight == .max ? nil : engine.options.inFlight
        warmUpSeconds = engine.options.warmUpSeconds
        self.seconds = seconds
        total = Figures(recorder.total, seconds: seconds)
        series = recorder.series.map { Figures($0, seconds: seconds) }
        phases = zip(facts.phases, recorder.totalsByPhase).map { Figures($1, name: $0.name, seconds: $0.seconds) }
        timeline = recorder.seconds.enumerated().map { Moment($0 + 1, $1) }
        serverProcess = ServerFigures(engine.prober, calls: recorder.total.calls)
        generator = GeneratorFigures(recorder, engine.prober, seconds: seconds, isOpen: facts.pacing != "closed")
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

    init(_ recorder: Recorder, _ prober: Prober, seconds: Double, isOpen: Bool) {
        let own = prober.ownSeconds
        let calls = recorder.total.calls
        cpuSeconds = own.cpu
        cpuSecondsPerMillion = calls > 0 ? own.cpu * 1e6 / Double(calls) : 0
        busy = seconds > 0 ? own.cpu / seconds : 0
        waited = seconds > 0 ? own.wait / seconds : 0
        lagP99 = Double(recorder.lag.quantile(99) ?? 0) / 1_000
        lagMax = Double(recorder.lag.quantile(100) ?? 0) / 1_000
        heldBack = recorder.heldBack
        connectionsLost = recorder.connectionsLost
        limits = []
        let response = Double(recorder.total.responseNs(99) ?? 0) / 1_000
        // A second that is whole: the last is cut.
        let busiest = recorder.seconds.dropLast().map(\.probe.generatorCPU).max() ?? busy
        if max(busy, busiest) >= Self.busyLimit {
            limits.append("rpcload used \(Int(max(busy, busiest) * 100)) % of its one core")
        }
        if waited >= Self.waitLimit {
            limits.append(
                "rpcload waited for a core for \(Int(waited * 100)) % of the time: leave it one, or run it on another machine"
            )
        }
        if isOpen, lagP99 > Self.lagLimit, lagP99 > response / 10 {
            limits.append("rpcload sent one call in a hundred more than \(Shown.time(lagP99)) late")
        }
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
