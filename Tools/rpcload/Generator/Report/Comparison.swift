/// A run beside one of before.
package enum Comparison {
    package struct Row: Sendable, Equatable {
        package let name: String
        package let before: String
        package let now: String
        /// "+12 %".
        package let change: String
        /// nil: it can't be told.
        package let isBetter: Bool?
    }

    package static func rows(_ now: RunReport, _ before: RunReport) -> [Row] {
        var rows = [
            row("ok/s", before.total.perSecond, now.total.perSecond, moreIsBetter: true, Shown.rate),
            row("errors", before.total.errorShare, now.total.errorShare, moreIsBetter: false, Shown.share),
        ]
        for (name, path) in times {
            guard let old = before.total.response?[keyPath: path], let new = now.total.response?[keyPath: path] else {
                continue
            }
            rows.append(row(name, old, new, moreIsBetter: false) { Shown.time($0) })
        }
        for series in now.series where now.series.count > 1 {
            guard let old = before.series.first(where: { $0.name == series.name })?.response?.p99,
                let new = series.response?.p99
            else { continue }
            rows.append(row("\(series.name), p99", old, new, moreIsBetter: false) { Shown.time($0) })
        }
        if let old = before.serverProcess, let new = now.serverProcess {
            rows.append(
                row(
                    "server CPU s/million", old.cpuSecondsPerMillion, new.cpuSecondsPerMillion, moreIsBetter: false,
                    Table.decimal))
            rows.append(
                row(
                    "server resident", Double(old.peakResidentBytes), Double(new.peakResidentBytes),
                    moreIsBetter: false
                ) { Shown.bytes(Int($0)) })
        }
        return rows
    }

    private static var times: [(String, KeyPath<RunReport.Times, Double>)] {
        [("p50", \.p50), ("p90", \.p90), ("p99", \.p99), ("p99.9", \.p999), ("max", \.max)]
    }

    /// "+12 %", or "× 15" where it is more than tenfold.
    private static func shown(_ change: Double) -> String {
        let percent = (change * 100).rounded()
        if change >= 9 { return "× \(Int((change + 1).rounded()))" }
        return (percent > 0 ? "+" : "") + "\(Int(percent)) %"
    }

    private static func row(
        _ name: String, _ before: Double, _ now: Double, moreIsBetter: Bool, _ shown: (Double) -> String
    ) -> Row {
        let change = before > 0 ? (now - before) / before : 0
        return Row(
            name: name, before: shown(before), now: shown(now),
            change: before > 0 ? Self.shown(change) : now > 0 ? "new" : "0 %",
            isBetter: now == before ? nil : (now > before) == moreIsBetter)
    }
}
