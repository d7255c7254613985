/// UTC now. Injected, so that a test can move it.
package protocol Clock: Sendable {
    func now() -> Instant
    /// How long the machine has run, asleep or not: no setting of the clock moves it.
    func uptime() -> TimeSpan
}

extension Clock {
    /// A clock that nothing sets.
    package func uptime() -> TimeSpan { now() - Instant(microseconds: 0) }
}

/// Cryptographically secure in the server; seeded in a test.
package protocol Random: Sendable {
    func bytes(_ count: Int) -> [UInt8]
    /// A fresh version 7, above every one that was made before, also within a millisecond and when the clock is set back:
    /// what is listed by id is then listed by time, and a page's token stays right while rows are added.
    func uuid(at now: Instant) -> UUIDv7
}

/// The system's time zones (RFC 9636 files).
package protocol TimeZones: Sendable {
    /// Nil when there is no such IANA zone.
    func zone(named identifier: String) -> (any TimeZoneRules)?
}

package protocol TimeZoneRules: Sendable {
    /// Offset east of UTC in seconds and the abbreviation in force at that moment ("CEST").
    func offset(at instant: Instant) -> (seconds: Int, abbreviation: String)
}

/// Draws a QR code.
package protocol QRCodeRenderer: Sendable {
    /// A complete SVG document, or nil when the text is too long for a QR code.
    func svg(for text: String) -> String?
}
