/// The report as text for a terminal.
package enum Table {
    package static func text(_ report: RunReport, baseline: RunReport? = nil) -> String {
        var lines = head(report)
        lines += figures(report)
        lines += failures(report)
        lines += resources(report)
        if let baseline { lines += comparison(Comparison.rows(report, baseline)) }
        lines += report.slo.map { verdict in
            "\(verdict.isKept ? "kept  " : "MISSED") \(verdict.objective): \(verdict.measured)"
        }
        lines += report.generator.limits.map { "NOTE: the generator was the limit: \($0)." }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func head(_ report: RunReport) -> [String] {
        let inFlight = report.inFlight.map { " × \($0) in flight" } ?? ""
        return [
            "\(report.scenario) on \(report.server), \(report.face)\(report.tls ? " over TLS" : ""), \(report.pacing), "
                + "\(report.connections) connections\(inFlight), \(decimal(report.seconds)) s measured"
                + (report.warmUpSeconds > 0 ? " after \(decimal(report.warmUpSeconds)) s of warm-up" : ""),
            "",
        ]
    }

    private static func figures(_ report: RunReport) -> [String] {
        var rows = [["", "calls", "ok/s", "errors", "p50", "p90", "p99", "p99.9", "max", "service p99"]]
        let named = report.series.count > 1 ? report.series : []
        for figures in named + report.phases + [report.total] {
            let times = figures.response
            rows.append([
                figures.name, Shown.count(figures.calls), Shown.rate(figures.perSecond),
                Shown.share(figures.errorShare),
                Shown.time(times?.p50), Shown.time(times?.p90), Shown.time(times?.p99), Shown.time(times?.p999),
                Shown.time(times?.max), Shown.time(figures.service?.p99),
            ])
        }
        return aligned(rows) + [""]
    }

    private static func failures(_ report: RunReport) -> [String] {
        let all = report.series.flatMap { figures in
            figures.codes.sorted { $0.key < $1.key }.map { code, count in
                "\(figures.name): \(Shown.count(count)) × \(code), the first: \(figures.firstFailures[code] ?? "–")"
            }
        }
        return all.isEmpty ? [] : ["Errors (times above are of successes)"] + all.map { "  " + $0 } + [""]
    }

    private static func resources(_ report: RunReport) -> [String] {
        var lines: [String] = []
        if let server = report.serverProcess {
            lines.append(
                "server:    \(decimal(server.cpuSeconds)) s of CPU, \(decimal(server.cpuSecondsPerMillion)) s a million calls, "
                    + "\(Shown.bytes(server.peakResidentBytes)) resident at most")
        }
        let own = report.generator
        lines.append(
            "generator: \(decimal(own.cpuSeconds)) s of CPU, \(decimal(own.cpuSecondsPerMillion)) s a million calls, "
                + "\(Shown.cpu(own.busy)) of a core\(own.threads.map { ", the busiest of \($0.count) threads" } ?? ""); sent late by \(Shown.time(own.lagP99)) (p99)"
                + (own.heldBack > 0 ? "; \(Shown.count(own.heldBack)) times no connection had room" : "")
                + (own.connectionsLost > 0 ? "; \(own.connectionsLost) connections lost" : ""))
        return lines + [""]
    }

    private static func comparison(_ rows: [Comparison.Row]) -> [String] {
        aligned([["", "baseline", "now", "change"]] + rows.map { [$0.name, $0.before, $0.now, $0.change] }) + [""]
    }

    /// The first column to the left, the others to the right.
    static func aligned(_ rows: [[String]]) -> [String] {
        let widths = (0..<(rows.first?.count ?? 0)).map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            row.enumerated().map { column, text in
                let space = String(repeating: " ", count: widths[column] - text.count)
                return column == 0 ? text + space : space + text
            }.joined(separator: "  ")
        }
    }

    static func decimal(_ value: Double) -> String {
        let scaled = (value * 100).rounded() / 100
        return scaled == scaled.rounded() && abs(scaled) < 1e15 ? String(Int(scaled)) : String(scaled)
    }
}
