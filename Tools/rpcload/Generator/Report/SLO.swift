/// What a service promises: `p99<5ms,errors<0.1%`. Each is held against all calls, or those of a series: `sign in/p99<200ms`.
package struct SLO: Sendable, Equatable {
    package struct Objective: Sendable, Equatable {
        enum Metric: Equatable {
            /// Of the response times, 0 to 100.
            case percentile(Double)
            case mean
            /// A share of the calls.
            case errors
            /// Successes a second.
            case rate
        }

        package let text: String
        let series: String?
        let metric: Metric
        let isAtMost: Bool
        let includesBound: Bool
        /// Microseconds, a share, or calls a second.
        let bound: Double
    }

    package struct Verdict: Codable, Sendable, Equatable {
        package let objective: String
        /// As the objective writes it.
        package let measured: String
        package let isKept: Bool
    }

    package let objectives: [Objective]

    package init(_ text: String) throws(LoadError) {
        var objectives: [Objective] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            objectives.append(try Objective(part))
        }
        self.objectives = objectives
    }

    /// What became of each in `seconds` of a run.
    package func verdicts(_ recorder: Recorder, seconds: Double) -> [Verdict] {
        objectives.map { $0.verdict(recorder, seconds) }
    }

    /// Before the run: that there are the series which it speaks of.
    package func check(series names: [String]) throws(LoadError) {
        for objective in objectives {
            guard let name = objective.series, !names.contains(name) else { continue }
            throw LoadError("“\(objective.text)”: there is no “\(name)”, but \(names.joined(separator: ", "))")
        }
    }
}

extension SLO.Objective {
    private static let example = "“p99<5ms”, “errors<0.1%”, “rate>1000” or “sign in/p99<200ms”"
    private static let units: [(name: String, microseconds: Double)] = [
        ("ns", 0.001), ("us", 1), ("µs", 1), ("ms", 1_000), ("s", 1_000_000),
    ]

    init(_ part: Substring) throws(LoadError) {
        let text = String(part.filter { $0 != " " || part.contains("/") })
        guard let sign = text.firstIndex(where: { $0 == "<" || $0 == ">" }) else {
            throw LoadError("an objective is \(Self.example), not “\(part)”")
        }
        var left = text[..<sign].trimmed
        var right = text[text.index(after: sign)...]
        self.text = text.trimmed.text
        isAtMost = text[sign] == "<"
        includesBound = right.hasPrefix("=")
        if includesBound { right = right.dropFirst() }
        if let slash = left.lastIndex(of: "/") {
            series = left[..<slash].trimmed.text
            left = left[left.index(after: slash)...].trimmed
        } else {
            series = nil
        }
        guard let metric = Self.metric(left) else {
            throw LoadError("“\(left)” can't be promised: an objective is \(Self.example)")
        }
        self.metric = metric
        guard let bound = Self.bound(right.trimmed, metric), bound >= 0, bound.isFinite else {
            throw LoadError("“\(right)” is no bound of \(left): an objective is \(Self.example)")
        }
        self.bound = bound
        if isAtMost == (metric == .rate) {
            throw LoadError("\(left) is promised to be \(isAtMost ? "above" : "below") a bound, not “\(part)”")
        }
    }

    private static func metric(_ name: Substring) -> Metric? {
        switch name {
        case "mean": return .mean
        case "max": return .percentile(100)
        case "errors": return .errors
        case "rate": return .rate
        default:
            guard name.hasPrefix("p"), let percentile = Double(name.dropFirst()), percentile > 0, percentile <= 100
            else { return nil }
            return .percentile(percentile)
        }
    }

    private static func bound(_ text: Substring, _ metric: Metric) -> Double? {
        switch metric {
        case .rate: return Double(text)
        case .errors:
            return text.hasSuffix("%") ? Double(text.dropLast()).map { $0 / 100 } : Double(text)
        case .mean, .percentile:
            let digits = text.prefix { $0.isNumber || $0 == "." }
            let unit = text[digits.endIndex...].trimmed
            return units.first { $0.name == unit }.flatMap { unit in Double(digits).map { $0 * unit.microseconds } }
        }
    }

    func verdict(_ recorder: Recorder, _ seconds: Double) -> SLO.Verdict {
        let measured = recorder.series.first { $0.name == series } ?? recorder.total
        guard let value = value(measured, seconds) else {
            // Where nothing succeeded nothing was fast.
            return SLO.Verdict(objective: text, measured: "nothing succeeded", isKept: false)
        }
        let isWithin = isAtMost ? value < bound : value > bound
        return SLO.Verdict(
            objective: text, measured: shown(value), isKept: isWithin || includesBound && value == bound)
    }

    /// nil where nothing was measured.
    private func value(_ series: Series, _ seconds: Double) -> Double? {
        switch metric {
        case .errors: series.calls > 0 ? Double(series.failures) / Double(series.calls) : nil
        case .rate: seconds > 0 ? Double(series.succeeded) / seconds : nil
        case .mean: series.responseMeanNs.map { $0 / 1_000 }
        case .percentile(let percentile): series.responseNs(percentile).map { Double($0) / 1_000 }
        }
    }

    private func shown(_ value: Double) -> String {
        switch metric {
        case .errors: Shown.share(value)
        case .rate: Shown.rate(value) + "/s"
        case .mean, .percentile: Shown.time(value)
        }
    }
}

extension StringProtocol {
    fileprivate var trimmed: SubSequence {
        var rest = self[...]
        while rest.first == " " { rest = rest.dropFirst() }
        while rest.last == " " { rest = rest.dropLast() }
        return rest
    }

    fileprivate var text: String { String(self) }
}
