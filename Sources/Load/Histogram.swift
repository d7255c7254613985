/// How often something took how long, in nanoseconds, or how big it was. Each bucket ends at twice the one before: an index costs
/// one instruction, and an estimate is never off by more than half.
package final class Histogram: Sendable {
    /// The first bucket ends at 2 to this power: 4.1 µs of nanoseconds, or 1 of something counted.
    private let firstPower: Int
    private let buckets: Int
    /// The buckets, what is above them all, and the sum.
    private let cells: Cells

    /// From 4.1 µs to 17 s.
    package static func times() -> Histogram { Histogram(firstPower: 12, buckets: 23) }
    /// From 1 to 65,536.
    package static func sizes() -> Histogram { Histogram(firstPower: 0, buckets: 17) }

    package init(firstPower: Int, buckets: Int) {
        self.firstPower = firstPower
        self.buckets = buckets
        cells = Cells(count: buckets + 2)
    }

    /// `times` observations of the same value; one below 0 counts as 0.
    @inline(__always)
    package func observe(_ value: Int64, times: Int64 = 1) {
        let value = max(0, value)
        // The least bucket whose end is not below the value.
        let power = value <= 1 ? 0 : 64 - (value - 1).leadingZeroBitCount
        cells.add(times, at: min(max(0, power - firstPower), buckets))
        cells.add(value.multipliedReportingOverflow(by: times).partialValue, at: buckets + 1)
    }

    package var reading: HistogramReading {
        let all = cells.all
        let ends = (0..<buckets).map { Int64(1) << Int64(firstPower + $0) }
        return HistogramReading(ends: ends, counts: Array(all.prefix(buckets + 1)), sum: all.last ?? 0)
    }
}

/// What a histogram held at one moment.
package struct HistogramReading: Sendable, Equatable {
    /// Each bucket's end, which belongs to it.
    package let ends: [Int64]
    /// One a bucket, and one for what is above them all.
    package let counts: [Int64]
    package let sum: Int64

    package init(ends: [Int64], counts: [Int64], sum: Int64) {
        self.ends = ends
        self.counts = counts
        self.sum = sum
    }

    package var count: Int64 { counts.reduce(0, &+) }

    /// The end of the bucket in which that share of the observations is reached; 0 where there is none.
    package func quantile(_ share: Double) -> Int64 {
        let wanted = share * Double(count)
        var passed: Int64 = 0
        for (index, number) in counts.enumerated() where number > 0 {
            passed &+= number
            if Double(passed) >= wanted { return ends[min(index, ends.count - 1)] }
        }
        return 0
    }
}
