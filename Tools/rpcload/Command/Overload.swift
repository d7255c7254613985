import ArgumentParser
import Foundation
import LoadGenerator
import Messages
import RPC

/// Urgent calls among ordinary ones, at rates that follow one another.
struct Overload: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "overload",
        abstract:
            "UpdateProfile with some RevokeOtherSessions among them, at constant rates: an open loop; one line of JSON.",
        discussion:
            "--phases 3000x5,6000x10: 3,000 calls a second for 5 seconds, then 6,000 for 10. Latency counts from the moment a call was due."
    )
    @OptionGroup var server: ServerOptions
    @Option(help: "Connections.") var connections = 8
    @Option(help: "File with a session token a line.") var tokens: String
    @Option(help: "RATExSECONDS, one after the other.") var phases: String
    @Option(help: "Of 1,000 calls, how many are urgent.") var urgent = 10

    private static let names = ["ordinary", "urgent"]

    func run() throws {
        let sessions = try lines(of: tokens)
        let requests = try server.requests()
        let revocations = try sessions.map { session in
            try requests.keep(.revokeOtherSessions, RevokeOtherSessionsRequest(), session: session)
        }
        let plan = try ArrivalPlan(phases, defaultSeconds: 10)
        let workload = Workload(
            [
                WorkKind(weight: 1_000 - urgent, series: 0, try updates(requests, sessions: sessions)),
                WorkKind(weight: urgent, series: 1, revocations),
            ], series: Self.names)
        let recorder = Recorder(series: Self.names, phases: max(2, plan.segments.count))
        // However many wait for answers: nothing keeps the next from being sent.
        var options = EngineOptions(pacing: .open(plan, .uniform, seed: 0), inFlight: .max)
        options.connections = connections
        let engine = try Engine(
            target: try server.target(), workload: workload, recorder: recorder, options: options,
            prober: try Prober(server: nil))
        try engine.run()
        withExtendedLifetime(requests) {
            printJSON([
                "phases": recorder.phases.prefix(plan.segments.count).map { kinds in
                    Dictionary(uniqueKeysWithValues: zip(Self.names, kinds.map(Self.report)))
                }, "succeeded_per_second": recorder.seconds.map(\.succeeded),
            ])
        }
    }

    private static func report(_ series: Series) -> [String: Any] {
        let refused = [StatusCode.resourceExhausted, .unavailable].reduce(0) { $0 + (series.failed[$1.rawValue] ?? 0) }
        let unanswered = [Outcome.unanswered, Outcome.unsent].reduce(0) { $0 + (series.failed[$1] ?? 0) }
        var fields: [String: Any] = [
            "sent": series.calls, "succeeded": series.succeeded, "refused": refused,
            "failed": series.failures - refused - unanswered, "unanswered": unanswered,
        ]
        if series.succeeded > 0 {
            for (name, percentile) in [("p50_us", 50.0), ("p99_us", 99.0), ("max_us", 100.0)] {
                fields[name] = Double(series.responseNs(percentile) ?? 0) / 1_000
            }
        }
        let told: Set<Int32> = [StatusCode.resourceExhausted.rawValue, StatusCode.unavailable.rawValue]
        if let first = series.firstFailures.first(where: { !told.contains($0.key) }) {
            fields["first_failure"] = first.value
        }
        return fields
    }
}
