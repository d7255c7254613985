import ArgumentParser
import Foundation
import Messages

/// Urgent calls among ordinary ones, at rates that follow one another.
struct Overload: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "overload",
        abstract: "UpdateProfile with some RevokeOtherSessions among them, at constant rates: an open loop.",
        discussion:
            "--phases 3000x5,6000x10: 3,000 calls a second for 5 seconds, then 6,000 for 10. Latency counts from the moment a call was due."
    )
    @OptionGroup var target: Target
    @Option(help: "File with a session token a line.") var tokens: String
    @Option(help: "RATExSECONDS, one after the other.") var phases: String
    @Option(help: "Of 1,000 calls, how many are urgent.") var urgent = 10

    func run() throws {
        let sessions = try String(contentsOfFile: tokens, encoding: .utf8).split(separator: "\n").map(String.init)
        let ordinary = try (0..<2).flatMap { round in
            try sessions.map { session in
                envelope(
                    .updateProfile,
                    UpdateProfileRequest(displayName: "Name \(round)", updateMask: FieldMask(paths: ["display_name"])),
                    try target.metadata(session: session))
            }
        }
        let first = try sessions.map { session in
            envelope(.revokeOtherSessions, RevokeOtherSessionsRequest(), try target.metadata(session: session))
        }
        let loop = OpenLoop(
            kinds: [
                .init(name: "ordinary", bodies: ordinary, perThousand: 1_000 - urgent),
                .init(name: "urgent", bodies: first, perThousand: urgent),
            ], phases: try parsedPhases)
        try loop.run(address: Address(target.addr), connections: target.connections, graceSeconds: 30)
        print(
            String(
                decoding: try JSONSerialization.data(withJSONObject: report(loop), options: [.sortedKeys]),
                as: UTF8.self))
    }

    private var parsedPhases: [OpenLoop.Phase] {
        get throws {
            try phases.split(separator: ",").map { phase in
                let words = phase.split(separator: "x")
                guard words.count == 2, let rate = Double(words[0]), let seconds = Double(words[1]), rate > 0,
                    seconds > 0
                else { throw ValidationError("--phases takes RATExSECONDS,…, not \(phase)") }
                return OpenLoop.Phase(rate: rate, seconds: seconds)
            }
        }
    }

    private func report(_ loop: OpenLoop) -> [String: Any] {
        let phases = loop.tallies.map { kinds in
            Dictionary(uniqueKeysWithValues: zip(["ordinary", "urgent"], kinds.map(Self.report)))
        }
        return ["phases": phases, "succeeded_per_second": loop.perSecond]
    }

    private static func report(_ tally: OpenLoop.Tally) -> [String: Any] {
        var fields: [String: Any] = [
            "sent": tally.sent, "succeeded": tally.succeeded, "refused": tally.refused, "failed": tally.failed,
            "unanswered": tally.sent - tally.succeeded - tally.refused - tally.failed,
        ]
        let sorted = tally.latencies.sorted()
        for (name, quantile) in [("p50_us", 0.5), ("p99_us", 0.99), ("max_us", 1.0)] where !sorted.isEmpty {
            fields[name] = Double(sorted[min(sorted.count - 1, Int(Double(sorted.count) * quantile))]) / 1_000
        }
        if !tally.firstFailure.isEmpty { fields["first_failure"] = String(decoding: tally.firstFailure, as: UTF8.self) }
        return fields
    }
}
