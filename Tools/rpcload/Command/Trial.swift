import Foundation
import LoadGenerator

/// A scenario that is ready to be run, once or again and again.
struct Trial {
    private let options: ScenarioOptions
    let scenario: Scenario
    private let preparation: Preparation
    private let seed: UInt64
    /// Owns the prepared bytes.
    private let requests: RequestSet
    let target: LoadGenerator.Target

    init(_ options: ScenarioOptions) throws {
        self.options = options
        let coder = try MessageCoder()
        scenario = try ScenarioReader(coder).read(file: options.scenario)
        let seed = options.seed ?? UInt64.random(in: .min ... .max)
        self.seed = seed
        target = try options.server.target()
        requests = try options.server.requests(timeoutMs: options.deadlineMs)
        let customers = try options.customers(scenario)
        preparation = Preparation(scenario, accounts: customers, coder: coder, requests: requests, seed: seed)
    }

    struct Outcome {
        let report: RunReport
        let recorder: Recorder
    }

    enum Load {
        /// RATE, RATExSECONDS, …: as the text says it.
        case open(ArrivalPlan, String)
        case closed(calls: Int, seconds: Double)
    }

    func run(_ load: Load, slo: SLO? = nil, shows: Bool) throws -> Outcome {
        let workload = try preparation.workload()
        let engineOptions = self.engineOptions(load)
        let segments = if case .open(let plan, _) = load { plan.segments } else { [ArrivalPlan.Segment]() }
        let recorder = Recorder(
            series: workload.series, countsInTotal: scenario.series.map(\.countsInTotal), phases: segments.count)
        try slo?.check(series: workload.series)
        let engine = try Engine(
            target: target, workload: workload, recorder: recorder, options: engineOptions,
            prober: try Prober(server: options.serverPid ?? ListeningProcess.find(at: target.address)))
        Interrupt.watch()
        engine.isInterrupted = { Interrupt.hasCome }
        if shows { engine.onSecond = liveLine(load) }
        try engine.run()
        if shows { Terminal.endLine() }
        var report = RunReport(engine, facts(load, segments))
        report.slo = slo?.verdicts(recorder, seconds: report.seconds) ?? []
        return Outcome(report: report, recorder: recorder)
    }

    private func engineOptions(_ load: Load) -> EngineOptions {
        var engine: EngineOptions
        switch load {
        case .open(let plan, _):
            engine = EngineOptions(
                pacing: .open(plan, options.spacing, seed: seed), inFlight: options.inFlight ?? 1_024)
        case .closed(let calls, let seconds):
            engine = EngineOptions(pacing: .closed(calls: calls, seconds: seconds), inFlight: options.inFlight ?? 16)
        }
        engine.connections = options.connections
        engine.warmUpSeconds = options.warmUp
        engine.graceSeconds = options.grace
        return engine
    }

    private func liveLine(_ load: Load) -> (Recorder.Second) -> Void {
        var second = 0
        let planned: Double? =
            switch load {
            case .open(let plan, _): plan.seconds
            case .closed(_, let seconds): seconds
            }
        return { recorded in
            second += 1
            Terminal.replaceLine(LiveLine.text(RunReport.Moment(second, recorded), of: planned))
        }
    }

    private func facts(_ load: Load, _ segments: [ArrivalPlan.Segment]) -> RunFacts {
        let pacing =
            if case .open(_, let text) = load { "open, \(text)/s, \(options.spacing.rawValue)" } else { "closed" }
        return RunFacts(
            scenario: scenario.name, server: options.server.addr, face: options.server.face,
            isSecure: options.server.isSecure, pacing: pacing,
            phases: segments.count > 1 ? segments.map { ($0.name, $0.seconds) } : [])
    }
}
