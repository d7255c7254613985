/// Text that a Prometheus scrapes: OpenMetrics 1.0 (`application/openmetrics-text; version=1.0.0; charset=utf-8`).
package struct OpenMetricsText {
    package static let contentType = "application/openmetrics-text; version=1.0.0; charset=utf-8"

    package enum Kind: String {
        case counter, gauge, histogram
    }

    private var text = ""

    package init() {}

    /// Begins a family: `name` without `_total`; `unit` where there is one, which then ends the name.
    package mutating func family(_ name: String, _ kind: Kind, unit: String = "", _ help: String) {
        text += "# TYPE \(name) \(kind.rawValue)\n"
        if !unit.isEmpty { text += "# UNIT \(name) \(unit)\n" }
        text += "# HELP \(name) \(help)\n"
    }

    package mutating func counter(_ name: String, _ labels: [(String, String)], _ value: Int64) {
        text += "\(name)_total\(Self.shown(labels)) \(value)\n"
    }

    package mutating func counter(_ name: String, _ labels: [(String, String)], seconds: Double) {
        text += "\(name)_total\(Self.shown(labels)) \(seconds)\n"
    }

    package mutating func gauge(_ name: String, _ labels: [(String, String)], _ value: Int64) {
        text += "\(name)\(Self.shown(labels)) \(value)\n"
    }

    package mutating func gauge(_ name: String, _ labels: [(String, String)], seconds: Double) {
        text += "\(name)\(Self.shown(labels)) \(seconds)\n"
    }

    /// `scale`: what one of the reading's units is in the family's: 1e-9 for nanoseconds told in seconds.
    package mutating func histogram(
        _ name: String, _ labels: [(String, String)], _ reading: HistogramReading, scale: Double
    ) {
        var passed: Int64 = 0
        for (index, count) in reading.counts.enumerated() {
            passed &+= count
            let end = index < reading.ends.count ? "\(Double(reading.ends[index]) * scale)" : "+Inf"
            text += "\(name)_bucket\(Self.shown(labels + [("le", end)])) \(passed)\n"
        }
        text += "\(name)_count\(Self.shown(labels)) \(passed)\n"
        text += "\(name)_sum\(Self.shown(labels)) \(Double(reading.sum) * scale)\n"
    }

    /// The whole page, its end included.
    package var bytes: [UInt8] { Array((text + "# EOF\n").utf8) }

    private static func shown(_ labels: [(String, String)]) -> String {
        guard !labels.isEmpty else { return "" }
        return "{" + labels.map { "\($0)=\"\(escaped($1))\"" }.joined(separator: ",") + "}"
    }

    private static func escaped(_ value: String) -> String {
        var out = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\\": out += "\\\\"
            case "\"": out += "\\\""
            case "\n": out += "\\n"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }
}
