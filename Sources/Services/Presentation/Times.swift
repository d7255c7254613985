import Domain
import Messages

extension Timestamp {
    init(_ instant: Instant) {
        let remainder = instant.microseconds % 1_000_000
        let microseconds = remainder < 0 ? remainder + 1_000_000 : remainder
        self.init(seconds: instant.seconds, nanos: Int32(truncatingIfNeeded: microseconds * 1_000))
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
