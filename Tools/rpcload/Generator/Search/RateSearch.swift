/// Finds the highest rate that keeps its objectives: doubles until one is missed, then halves the distance.
package struct RateSearch: Sendable {
    /// Kept; 0: none was yet.
    package private(set) var best = 0.0
    /// The lowest that missed; nil: none has.
    package private(set) var worst: Double?
    /// Share of the rate that the answer may be off by.
    private let precision: Double
    private let highest: Double
    private let lowest = 1.0
    /// Tried next; nil: it is found.
    package private(set) var next: Double?

    package init(from rate: Double, highest: Double, precision: Double) {
        next = min(rate, highest)
        self.highest = highest
        self.precision = precision
    }

    package mutating func note(_ rate: Double, isKept: Bool) {
        if isKept { best = max(best, rate) } else { worst = min(worst ?? rate, rate) }
        next = following()
    }

    private func following() -> Double? {
        guard let worst else { return best >= highest ? nil : min(highest, best * 2) }
        if best == 0 { return worst / 2 >= lowest ? worst / 2 : nil }
        // A server that is fickle may have missed below what it kept.
        guard worst > best else { return nil }
        return (worst - best) / best <= precision ? nil : ((best + worst) / 2).rounded()
    }
}
