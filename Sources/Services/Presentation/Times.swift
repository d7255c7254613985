import Domain
import Messages

extension Timestamp {
    init(_ instant: Instant) {
        let remainder = instant.microseconds % 1_000_000
        let microseconds = remainder < 0 ? remainder + 1_000_000 : remainder
        self.init(seconds: instant.seconds, nanos: Int32(truncatingIfNeeded: microseconds * 1_000))
    }
}

extension TimeSpan {
    /// Nil where the parts' signs differ, or they are outside of what a Duration holds. Below a microsecond it is cut off.
    init?(_ duration: DurationMessage) {
        guard (-315_576_000_000...315_576_000_000).contains(duration.seconds),
            (-999_999_999...999_999_999).contains(duration.nanos),
            duration.seconds == 0 || duration.nanos == 0 || (duration.seconds > 0) == (duration.nanos > 0)
        else { return nil }
        self.init(microseconds: duration.seconds * 1_000_000 + Int64(duration.nanos) / 1_000)
    }
}

extension Instant {
    /// Nil outside of the years 0001 to 9999, and where `nanos` is no part of a second. Below a microsecond it is cut off.
    init?(_ timestamp: Timestamp) {
        guard (-62_135_596_800...253_402_300_799).contains(timestamp.seconds),
            (0..<1_000_000_000).contains(timestamp.nanos)
        else { return nil }
        self.init(microseconds: timestamp.seconds * 1_000_000 + Int64(timestamp.nanos) / 1_000)
    }
}

extension Instant {
    /// Nil when absent; refuses what is no time. `field` is the path in the request.
    static func checked(_ timestamp: Timestamp?, field: String) throws(DomainError) -> Instant? {
        guard let timestamp else { return nil }
        guard let instant = Instant(timestamp) else {
            throw .invalid(
                field, "Send a time in the years 0001 to 9999, with nanos from 0 to 999999999.", reason: "TIME_INVALID")
        }
        return instant
    }
}
