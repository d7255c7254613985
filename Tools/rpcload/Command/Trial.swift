import Foundation
import LoadGenerator
import Synchronization

/// A scenario that is ready to be run, once or again and again.
struct Trial {
    private let options: ScenarioOptions
    let scenario: Scenario
    private let seed: UInt64
    /// One a thread.
    private let parts: [Part]
    let target: LoadGenerator.Target

    private struct Part {
        let share: Share
        let preparation: Preparation
        /// Owns the prepared bytes.
        let requests: RequestSet
    }

    init(_ options: ScenarioOptions) throws {
        self.options = options
        let scenario = try ScenarioReader(try MessageCoder()).read(file: options.scenario)
        let seed = options.seed ?? UInt64.random(in: .min ... .max)
        target = try options.server.target()
        let customers = try options.customers(scenario)
        parts = try (0..<options.threads).map { index in
            let share = Share(index, of: options.threads)
            let requests = try options.server.requests(timeoutMs: options.deadlineMs)
            let preparation = Preparation(
                scenario, accounts: customers, coder: try MessageCoder(), requests: requests, seed: seed, share: share)
            return Part(share: share, preparation: preparation, requests: requests)
        }
        self.scenario = scenario
        self.seed = seed
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
        try slo?.check(series: scenario.series.map(\.name))
        let segments = if case .open(let plan, _) = load { plan.segments } else { [ArrivalPlan.Segment]() }
        let group = EngineGroup(try parts.map { try engine($0, load, phases: segments.count) })
        Interrupt.watch()
        group.isInterrupted = { Interrupt.hasCome }
        if shows { group.onSecond = liveLine(load) }
        try group.run()
        if shows { Terminal.endLine() }
        let recorder = group.recorded
        var report = RunReport(group.engines, recorder, facts(load, segments))
        report.slo = slo?.verdicts(recorder, seconds: report.seconds) ?? []
        return Outcome(report: report, recorder: recorder)
    }

    private func engine(_ part: Part, _ load: Load, phases: Int) throws -> Engine {
        let workload = try part.preparation.workload()
        // One of them watches the server for all.
        let server = part.share.index == 0 ? options.serverPid ?? ListeningProcess.find(at: target.address) : nil
        return try Engine(
            target: target, workload: workload,
            recorder: Recorder(
                series: workload.series, counting: scenario.series.map(\.counting), phases: phases),
            options: engineOptions(load, part.share), prober: try Prober(server: server))
    }

    private func engineOptions(_ load: Load, _ share: Share) -> EngineOptions {
        var engine: EngineOptions
        switch load {
        case .open(let plan, _):
            engine = EngineOptions(
                pacing: .open(plan, options.spacing, seed: seed), inFlight: options.inFlight ?? 1_024)
        case .closed(let calls, let seconds):
            engine = EngineOptions(
                pacing: .closed(calls: share.part(of: calls), seconds: seconds), inFlight: options.inFlight ?? 16)
        }
        engine.share = share
        engine.connections = share.part(of: options.connections)
        engine.warmUpSeconds = options.warmUp
        engine.graceSeconds = options.grace
        return engine
    }

    private func liveLine(_ load: Load) -> @Sendable (Recorder.Second) -> Void {
        let shown = Atomic<Int>(0)
        let planned: Double? =
            switch load {
            case .open(let plan, _): plan.seconds
            case .closed(_, let seconds): seconds
            }
        return { recorded in
            let second = shown.add(1, ordering: .relaxed).newValue
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
