/// What a short-lived service token says: who calls, and until when that is taken for granted.
package struct ServiceToken: Sendable, Equatable {
    package let service: String
    /// Empty: all scopes that the service has.
    package let scopes: [String]
    package let issuedAt: Instant
    package let expiresAt: Instant

    package init(service: String, scopes: [String], issuedAt: Instant, expiresAt: Instant) {
        self.service = service
        self.scopes = scopes
        self.issuedAt = issuedAt
        self.expiresAt = expiresAt
    }

    /// A token that says it lives longer was not issued here.
    package static let longestLife = TimeSpan.hours(1)
    /// How far the clock of the machine that issued it may be ahead.
    private static let clockSlack = TimeSpan.seconds(60)

    package enum Standing: Sendable, Equatable {
        case good
        case expired
        /// Not yet good, or good for longer than any may be.
        case wrong
    }

    package func standing(at now: Instant) -> Standing {
        guard issuedAt <= now + Self.clockSlack, expiresAt <= issuedAt + Self.longestLife else { return .wrong }
        return now < expiresAt ? .good : .expired
    }
}

/// Issues service tokens, and checks that it did.
package protocol ServiceTokens: Sendable {
    /// Nil where it would be longer than a token may be.
    func issue(_ token: ServiceToken) -> [UInt8]?
    /// Nil for what was not issued here, or was changed. Whether it is still good is the reader's to ask.
    func read(_ text: [UInt8]) -> ServiceToken?
}
