internal import Foundation

/// A line chart as SVG: one or more series over the same x values.
struct Chart {
    struct Line {
        let name: String
        /// Of the page's style.
        let color: String
        let values: [Double?]
        /// Of the baseline: drawn thin and dashed.
        var isFaint = false
    }

    let title: String
    /// Of the y axis.
    let unit: (Double) -> String
    let lines: [Line]
    var xLabel = "second"
    /// For times, that differ by factors.
    var isLogarithmic = false

    private static let width = 720.0
    private static let height = 240.0
    private static let left = 76.0
    private static let right = 12.0
    private static let top = 12.0
    private static let bottom = 32.0

    private var plotWidth: Double { Self.width - Self.left - Self.right }
    private var plotHeight: Double { Self.height - Self.top - Self.bottom }

    var html: String {
        let known = lines.flatMap(\.values).compactMap { $0 }.filter { !isLogarithmic || $0 > 0 }
        let count = lines.map(\.values.count).max() ?? 0
        guard let greatest = known.max(), let least = known.min(), count > 0 else { return "" }
        let scale = isLogarithmic ? Scale.logarithmic(least, greatest) : Scale.linear(greatest)
        let legend = lines.map { line in
            "<span class=key><i class=\"\(line.color)\(line.isFaint ? " faint" : "")\"></i>\(HTMLText.escaped(line.name))</span>"
        }
        return """
            <figure><figcaption>\(HTMLText.escaped(title))<span class=legend>\(legend.joined())</span></figcaption>
            <div class=scroll><svg viewBox="0 0 \(Int(Self.width)) \(Int(Self.height))" role="img" aria-label="\(HTMLText.escaped(title))">
            \(grid(scale))\(xTicks(count))\(lines.map { path($0, scale, count) }.joined())
            </svg></div></figure>
            """
    }

    private func grid(_ scale: Scale) -> String {
        scale.ticks.map { tick in
            let y = number(Self.top + plotHeight * (1 - scale.place(tick)))
            let end = number(Self.left + plotWidth)
            return "<line class=grid x1=\"\(Self.left)\" x2=\"\(end)\" y1=\"\(y)\" y2=\"\(y)\"/>"
                + "<text class=tick x=\"\(Self.left - 8)\" y=\"\(y)\" text-anchor=end dy=\".32em\">\(HTMLText.escaped(Self.short(unit(tick))))</text>"
        }.joined()
    }

    /// "10.0 ms" is "10 ms".
    private static func short(_ text: String) -> String {
        text.replacing(".00", with: "").replacing(".0 ", with: " ")
    }

    private func x(_ index: Int, _ count: Int) -> Double {
        Self.left + plotWidth * (count > 1 ? Double(index) / Double(count - 1) : 0.5)
    }

    private func xTicks(_ count: Int) -> String {
        let step = Scale.niceStep(Double(max(1, count - 1)) / 8, atLeast: 1)
        let y = Self.height - 12
        let marks = stride(from: 0, to: count, by: Int(step)).map { index in
            "<text class=tick x=\"\(number(x(index, count)))\" y=\"\(y)\" text-anchor=middle>\(index + 1)\(index == 0 ? " \(xLabel)" : "")</text>"
        }
        return marks.joined()
    }

    private func path(_ line: Line, _ scale: Scale, _ count: Int) -> String {
        var commands = ""
        var isDown = false
        for (index, value) in line.values.enumerated() {
            guard let value, !isLogarithmic || value > 0 else {
                isDown = false
                continue
            }
            let y = Self.top + plotHeight * (1 - scale.place(value))
            commands += "\(isDown ? "L" : "M")\(number(x(index, count))) \(number(y))"
            // A point alone is seen too.
            if !isDown { commands += "h.01" }
            isDown = true
        }
        return "<path class=\"line \(line.color)\(line.isFaint ? " faint" : "")\" d=\"\(commands)\"/>"
    }

    private func number(_ value: Double) -> String { String(format: "%.1f", value) }
}

/// Where a value lies on an axis, 0 to 1, and where its marks are.
enum Scale {
    case linear(Double)
    case logarithmic(Double, Double)

    func place(_ value: Double) -> Double {
        switch self {
        case .linear: return value / top
        case .logarithmic:
            let (low, high) = decades
            return (log10(value) - low) / (high - low)
        }
    }

    var ticks: [Double] {
        switch self {
        case .linear: return (0...5).map { top * Double($0) / 5 }
        case .logarithmic:
            let (low, high) = decades
            return (Int(low)...Int(high)).map { pow(10, Double($0)) }
        }
    }

    /// The end of a linear axis: a round number.
    private var top: Double {
        guard case .linear(let greatest) = self, greatest > 0 else { return 1 }
        return Self.niceStep(greatest / 5, atLeast: 0) * 5
    }

    private var decades: (Double, Double) {
        guard case .logarithmic(let least, let greatest) = self else { return (0, 1) }
        let low = log10(least).rounded(.down)
        return (low, max(low + 1, log10(greatest).rounded(.up)))
    }

    /// 1, 2 or 5 times a power of ten, at least `value`.
    static func niceStep(_ value: Double, atLeast least: Double) -> Double {
        guard value > 0 else { return max(1, least) }
        let power = pow(10, log10(value).rounded(.down))
        let step = [1, 2, 5, 10].map { $0 * power }.first { $0 >= value * 0.999_999 } ?? 10 * power
        return max(step, least)
    }
}

enum HTMLText {
    static func escaped(_ text: String) -> String {
        var out = ""
        for character in text {
            switch character {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            default: out.append(character)
            }
        }
        return out
    }
}
