/// A moment in UTC, in microseconds since 1970-01-01T00:00:00Z. Rows keep it as it is.
package struct Instant: Hashable, Comparable, Sendable {
    package let microseconds: Int64

    package init(microseconds: Int64) { self.microseconds = microseconds }
    package init(seconds: Int64) { microseconds = seconds.multipliedSaturating(by: 1_000_000) }

    package static func < (left: Instant, right: Instant) -> Bool { left.microseconds < right.microseconds }

    /// Saturates instead of trapping: an instant may come from a request.
    package static func + (left: Instant, right: TimeSpan) -> Instant {
        let (sum, overflow) = left.microseconds.addingReportingOverflow(right.microseconds)
        return Instant(microseconds: overflow ? (right.microseconds > 0 ? .max : .min) : sum)
    }

    package static func - (left: Instant, right: TimeSpan) -> Instant {
        left + TimeSpan(microseconds: right.microseconds == .min ? .max : -right.microseconds)
    }

    package static func - (left: Instant, right: Instant) -> TimeSpan {
        let (difference, overflow) = left.microseconds.subtractingReportingOverflow(right.microseconds)
        return TimeSpan(microseconds: overflow ? (left > right ? .max : .min) : difference)
    }

    /// Whole seconds, rounded down also before 1970.
    package var seconds: Int64 {
        let quotient = microseconds / 1_000_000
        return microseconds % 1_000_000 < 0 ? quotient - 1 : quotient
    }
}

/// A length of time in microseconds.
package struct TimeSpan: Hashable, Comparable, Sendable {
    package let microseconds: Int64

    package init(microseconds: Int64) { self.microseconds = microseconds }

    package static func seconds(_ count: Int64) -> TimeSpan { TimeSpan(microseconds: count.multipliedSaturating(by: 1_000_000)) }
    package static func minutes(_ count: Int64) -> TimeSpan { .seconds(count.multipliedSaturating(by: 60)) }
    package static func hours(_ count: Int64) -> TimeSpan { .minutes(count.multipliedSaturating(by: 60)) }
    package static func days(_ count: Int64) -> TimeSpan { .hours(count.multipliedSaturating(by: 24)) }

    package static func < (left: TimeSpan, right: TimeSpan) -> Bool { left.microseconds < right.microseconds }
    package static func + (left: TimeSpan, right: TimeSpan) -> TimeSpan {
        TimeSpan(microseconds: (Instant(microseconds: left.microseconds) + right).microseconds)
    }

    /// Rounded up, so that a caller who waits this long has waited long enough.
    package var millisecondsRoundedUp: Int64 { microseconds / 1_000 + (microseconds % 1_000 > 0 ? 1 : 0) }
}

extension Int64 {
    func multipliedSaturating(by other: Int64) -> Int64 {
        let (product, overflow) = multipliedReportingOverflow(by: other)
        return overflow ? ((self > 0) == (other > 0) ? .max : .min) : product
    }
}
