/// When calls are due: rates that follow one another, each constant or rising (or falling) evenly, whatever is answered.
package struct ArrivalPlan: Sendable, Equatable {
    /// Rates are calls a second.
    package struct Segment: Sendable, Equatable {
        package let from: Double
        package let to: Double
        package let seconds: Double

        package init(from: Double, to: Double, seconds: Double) {
            self.from = from
            self.to = to
            self.seconds = seconds
        }

        var calls: Double { (from + to) / 2 * seconds }

        /// The second at which `calls` are due: the inverse of ∫ rate.
        func second(ofCall calls: Double) -> Double {
            guard calls > 0 else { return 0 }
            let slope = (to - from) / seconds
            guard abs(slope) > 1e-12 else { return from > 0 ? calls / from : 0 }
            return (2 * calls) / (from + max(0, from * from + 2 * slope * calls).squareRoot())
        }
    }

    package let segments: [Segment]

    package init(_ segments: [Segment]) { self.segments = segments }

    package var seconds: Double { segments.reduce(0) { $0 + $1.seconds } }
    package var calls: Double { segments.reduce(0) { $0 + $1.calls } }

    /// "1000x5" is 1,000 calls a second for 5 seconds, "100..5000x60" goes from 100 to 5,000 in a minute; commas between several.
    /// "1000" alone lasts `defaultSeconds`.
    package init(_ text: String, defaultSeconds: Double) throws(LoadError) {
        var segments: [Segment] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            segments.append(try Self.segment(part, defaultSeconds))
        }
        self.init(segments)
    }

    private static func segment(_ text: Substring, _ defaultSeconds: Double) throws(LoadError) -> Segment {
        let words = text.split(separator: "x", omittingEmptySubsequences: false)
        let seconds = words.count == 2 ? Double(words[1]) : words.count == 1 ? defaultSeconds : nil
        let rates = words.first?.components(between: "..").map { Double($0) } ?? []
        guard let seconds, seconds > 0, seconds <= 1e6, let from = rates.first ?? nil, let to = rates.last ?? nil,
            rates.count <= 2, from >= 0, to >= 0, from + to > 0, max(from, to) <= 1e8
        else {
            throw LoadError("a rate is RATE, RATExSECONDS or FROM..TOxSECONDS, not “\(text)”")
        }
        return Segment(from: from, to: to, seconds: seconds)
    }
}

extension Substring {
    fileprivate func components(between separator: String) -> [Substring] {
        guard let range = firstRange(of: separator) else { return [self] }
        return [self[..<range.lowerBound], self[range.upperBound...]]
    }
}

extension ArrivalPlan.Segment {
    /// "at 1,000/s" or "from 100 to 5,000/s".
    package var name: String {
        from == to ? "at \(Shown.rate(from))/s" : "from \(Shown.rate(from)) to \(Shown.rate(to))/s"
    }
}
