internal import Foundation

/// Figures as people read them.
package enum Shown {
    /// Three digits: "4.2 ms".
    package static func time(_ microseconds: Double) -> String {
        if microseconds < 999.5 { return digits(microseconds) + " µs" }
        if microseconds < 999_500 { return digits(microseconds / 1_000) + " ms" }
        return digits(microseconds / 1_000_000) + " s"
    }

    package static func time(_ microseconds: Double?) -> String { microseconds.map { time($0) } ?? "–" }

    package static func share(_ share: Double) -> String {
        share == 0 ? "0 %" : share < 0.000_1 ? "<0.01 %" : digits(share * 100) + " %"
    }

    /// With commas.
    package static func count(_ count: Int) -> String {
        var text = String(count.magnitude)
        var at = text.index(text.endIndex, offsetBy: -3, limitedBy: text.startIndex)
        while let index = at, index > text.startIndex {
            text.insert(",", at: index)
            at = text.index(index, offsetBy: -3, limitedBy: text.startIndex)
        }
        return count < 0 ? "-" + text : text
    }

    package static func rate(_ rate: Double) -> String { rate < 100 ? digits(rate) : count(Int(rate.rounded())) }

    package static func bytes(_ bytes: Int) -> String { digits(Double(bytes) / 1_048_576) + " MiB" }

    /// Of a core.
    package static func cpu(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

    private static func digits(_ value: Double) -> String {
        let places = value == 0 ? 0 : value < 10 ? 2 : value < 100 ? 1 : 0
        return String(format: "%.\(places)f", value)
    }
}
