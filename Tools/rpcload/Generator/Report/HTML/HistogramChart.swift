internal import Foundation

/// How many answers took how long, over a logarithmic axis.
enum HistogramChart {
    private static let width = 720.0
    private static let height = 220.0
    private static let left = 76.0
    private static let right = 12.0
    private static let top = 12.0
    private static let bottom = 32.0

    static func html(_ report: RunReport, baseline: RunReport?) -> String {
        guard let first = report.histogram.first, let last = report.histogram.last else { return "" }
        let low = min(log10(first.upTo), baseline?.histogram.first.map { log10($0.upTo) } ?? .infinity) - 0.05
        let high = max(log10(last.upTo), baseline?.histogram.last.map { log10($0.upTo) } ?? -.infinity, low + 0.3)
        let axis = Axis(low: low.rounded(.down), high: high.rounded(.up))
        let greatest = max(greatestShare(report.histogram), baseline.map { greatestShare($0.histogram) } ?? 0)
        let bars = bars(report.histogram, axis, greatest, "bar")
        let before = baseline.map { self.bars($0.histogram, axis, greatest, "bar faint") } ?? ""
        let legend =
            baseline == nil
            ? ""
            : "<span class=key><i class=\"a\"></i>now</span><span class=key><i class=\"a faint\"></i>baseline</span>"
        return """
            <figure><figcaption>Response times of all successes, share of the calls<span class=legend>\(legend)</span></figcaption>
            <div class=scroll><svg viewBox="0 0 \(Int(width)) \(Int(height))" role="img" aria-label="Histogram of response times">
            \(axis.ticks)\(bars)\(before)\(marks(report, axis))
            </svg></div></figure>
            """
    }

    /// Of log10 microseconds.
    private struct Axis {
        let low: Double
        let high: Double

        func x(_ microseconds: Double) -> Double {
            left + (width - left - right) * (log10(microseconds) - low) / max(0.1, high - low)
        }

        var ticks: String {
            (Int(low)...Int(high)).map { power in
                let value = pow(10, Double(power))
                let x = number(x(value))
                return "<line class=grid x1=\"\(x)\" x2=\"\(x)\" y1=\"\(top)\" y2=\"\(height - bottom)\"/>"
                    + "<text class=tick x=\"\(x)\" y=\"\(height - 12)\" text-anchor=middle>\(round(value))</text>"
            }.joined()
        }

        private func round(_ microseconds: Double) -> String {
            microseconds < 1_000
                ? "\(Int(microseconds)) µs"
                : microseconds < 1_000_000 ? "\(Int(microseconds / 1_000)) ms" : "\(Int(microseconds / 1_000_000)) s"
        }
    }

    private static func greatestShare(_ buckets: [RunReport.Bucket]) -> Double {
        Double(buckets.map(\.count).max() ?? 1) / Double(max(1, buckets.reduce(0) { $0 + $1.count }))
    }

    /// The tallest bar of all is `greatest`, a share of the calls.
    private static func bars(
        _ buckets: [RunReport.Bucket], _ axis: Axis, _ greatest: Double, _ style: String
    ) -> String {
        let ratio = RunReport.Bucket.power(1)
        let total = Double(max(1, buckets.reduce(0) { $0 + $1.count }))
        return buckets.filter { $0.count > 0 }.map { bucket in
            let from = axis.x(bucket.upTo / ratio)
            let tall = (height - top - bottom) * Double(bucket.count) / total / max(1e-9, greatest)
            let title =
                "up to \(Shown.time(bucket.upTo)): \(Shown.count(bucket.count)), \(Shown.share(Double(bucket.count) / total))"
            return "<rect class=\"\(style)\" x=\"\(number(from))\" y=\"\(number(height - bottom - tall))\" "
                + "width=\"\(number(max(1, axis.x(bucket.upTo) - from - 1)))\" height=\"\(number(tall))\"><title>\(title)</title></rect>"
        }.joined()
    }

    private static func marks(_ report: RunReport, _ axis: Axis) -> String {
        guard let times = report.total.response else { return "" }
        return [("p50", times.p50), ("p99", times.p99), ("p99.9", times.p999)].enumerated().map { row, mark in
            let place = axis.x(mark.1)
            let x = number(place)
            // Where the page ends the label stands before its line.
            let side = place > width * 0.8 ? "text-anchor=end dx=-4" : "dx=4"
            return "<line class=mark x1=\"\(x)\" x2=\"\(x)\" y1=\"\(top)\" y2=\"\(height - bottom)\"/>"
                + "<text class=marklabel x=\"\(x)\" y=\"\(top + 10 + Double(row) * 13)\" \(side)>\(mark.0) \(Shown.time(mark.1))</text>"
        }.joined()
    }

    private static func number(_ value: Double) -> String { String(format: "%.1f", value) }
}
