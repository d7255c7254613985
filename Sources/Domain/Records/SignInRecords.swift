/// A sign-in session's row.
package struct SessionRecord: Sendable, Equatable {
    package var id: SessionID
    package var accountID: AccountID
    package var tokenHash: KeyedHash
    /// Sealed device label ("Firefox on Linux"), made from the user agent, which itself is not kept.
    package var deviceLabel: [UInt8]
    package var createdAt: Instant
    /// When a factor was last proved: sign-in or step-up.
    package var authenticatedAt: Instant
    /// The absolute end.
    package var expiresAt: Instant
    /// As of now: the store lays what it keeps in memory over what it has flushed.
    package var lastSeenAt: Instant
    /// Whether the sign-in proved a second factor.
    package var twoFactor: Bool
    package var revokedAt: Instant?

    package init(
        id: SessionID, accountID: AccountID, tokenHash: KeyedHash, deviceLabel: [UInt8], createdAt: Instant,
        authenticatedAt: Instant, expiresAt: Instant, lastSeenAt: Instant, twoFactor: Bool, revokedAt: Instant? = nil
    ) {
        self.id = id
        self.accountID = accountID
        self.tokenHash = tokenHash
        self.deviceLabel = deviceLabel
        self.createdAt = createdAt
        self.authenticatedAt = authenticatedAt
        self.expiresAt = expiresAt
        self.lastSeenAt = lastSeenAt
        self.twoFactor = twoFactor
        self.revokedAt = revokedAt
    }
}

package enum LinkPurpose: Int64, Sendable, CaseIterable {
    case signUp = 1
    case emailChange = 2
    case passwordReset = 3
    /// Cancels a reset of two-factor.
    case twoFactorReset = 4
}

/// A mailed link, known only by its token's hash and bound to account, purpose and address.
package struct LinkRecord: Sendable, Equatable {
    package var tokenHash: KeyedHash
    package var accountID: AccountID
    package var purpose: LinkPurpose
    /// The address it was mailed to; the link is dead when the account's no longer matches.
    package var addressHash: KeyedHash
    package var createdAt: Instant
    package var expiresAt: Instant

    package init(
        tokenHash: KeyedHash, accountID: AccountID, purpose: LinkPurpose, addressHash: KeyedHash, createdAt: Instant,
        expiresAt: Instant
    ) {
        self.tokenHash = tokenHash
        self.accountID = accountID
        self.purpose = purpose
        self.addressHash = addressHash
        self.createdAt = createdAt
        self.expiresAt = expiresAt
    }
}

/// A sign-in that proved the password and waits for the second factor.
package struct ChallengeRecord: Sendable, Equatable {
    package var tokenHash: KeyedHash
    package var accountID: AccountID
    package var deviceLabel: [UInt8]
    package var createdAt: Instant
    package var expiresAt: Instant
    /// Codes that may still be tried; at 0 the challenge is dead.
    package var attemptsLeft: Int64

    package init(
        tokenHash: KeyedHash, accountID: AccountID, deviceLabel: [UInt8], createdAt: Instant, expiresAt: Instant,
        attemptsLeft: Int64
    ) {
        self.tokenHash = tokenHash
        self.accountID = accountID
        self.deviceLabel = deviceLabel
        self.createdAt = createdAt
        self.expiresAt = expiresAt
        self.attemptsLeft = attemptsLeft
    }
}

/// What is throttled apart from what: wrong passwords don't use up the code budget.
package enum ThrottlePurpose: Int64, Sendable, CaseIterable {
    case password = 1
    case code = 2
    case mail = 3
}

/// Failed tries of one purpose on one subject, which is an account or an address nobody has: both cost the same.
package struct ThrottleRecord: Sendable, Equatable {
    package var subject: KeyedHash
    package var purpose: ThrottlePurpose
    package var failures: Int64
    package var lastAt: Instant
    /// No further try before this.
    package var notBefore: Instant

    package init(subject: KeyedHash, purpose: ThrottlePurpose, failures: Int64, lastAt: Instant, notBefore: Instant) {
        self.subject = subject
        self.purpose = purpose
        self.failures = failures
        self.lastAt = lastAt
        self.notBefore = notBefore
    }
}

package struct APIKeyRecord: Sendable, Equatable {
    package var id: APIKeyID
    package var accountID: AccountID
    package var secretHash: KeyedHash
    /// The first characters of the secret, which the list shows.
    package var prefix: String
    /// Sealed.
    package var name: [UInt8]
    package var scopes: [String]
    package var createdAt: Instant
    package var expiresAt: Instant?
    package var lastUsedAt: Instant?
    package var revokedAt: Instant?
    /// From before the last rotation, if that let it live on.
    package var oldSecret: OldSecret?

    package struct OldSecret: Sendable, Equatable {
        package var hash: KeyedHash
        /// The first moment at which it is no longer good.
        package var endsAt: Instant

        package init(hash: KeyedHash, endsAt: Instant) {
            self.hash = hash
            self.endsAt = endsAt
        }
    }

    package init(
        id: APIKeyID, accountID: AccountID, secretHash: KeyedHash, prefix: String, name: [UInt8], scopes: [String],
        createdAt: Instant, expiresAt: Instant? = nil, lastUsedAt: Instant? = nil, revokedAt: Instant? = nil,
        oldSecret: OldSecret? = nil
    ) {
        self.id = id
        self.accountID = accountID
        self.secretHash = secretHash
        self.prefix = prefix
        self.name = name
        self.scopes = scopes
        self.createdAt = createdAt
        self.expiresAt = expiresAt
        self.lastUsedAt = lastUsedAt
        self.revokedAt = revokedAt
        self.oldSecret = oldSecret
    }
}
