package enum AccountState: Int64, Sendable {
    /// Signed up, address not yet verified: no sign-in.
    case pending = 1
    case active = 2
    case deleted = 3
}

/// An account's row. What is personal is sealed under the account's data key.
package struct AccountRecord: Sendable, Equatable {
    package var id: AccountID
    package var state: AccountState
    /// Keyed hash of the address in force; unique among pending and active accounts, nil once deleted.
    package var addressHash: KeyedHash?
    /// Keyed hash of the address that waits to be verified.
    package var pendingAddressHash: KeyedHash?
    /// A sealed `Profile`.
    package var profile: [UInt8]
    package var emailVerifiedAt: Instant?
    /// A sealed PHC string.
    package var passwordHash: [UInt8]
    package var passwordChangedAt: Instant
    package var totp: TOTPRecord?
    package var createdAt: Instant
    package var deletedAt: Instant?
    /// Rises with every update; an update names the version it read.
    package var version: Int64

    package init(
        id: AccountID, state: AccountState, addressHash: KeyedHash?, pendingAddressHash: KeyedHash? = nil,
        profile: [UInt8], emailVerifiedAt: Instant? = nil, passwordHash: [UInt8], passwordChangedAt: Instant,
        totp: TOTPRecord? = nil, createdAt: Instant, deletedAt: Instant? = nil, version: Int64 = 1
    ) {
        self.id = id
        self.state = state
        self.addressHash = addressHash
        self.pendingAddressHash = pendingAddressHash
        self.profile = profile
        self.emailVerifiedAt = emailVerifiedAt
        self.passwordHash = passwordHash
        self.passwordChangedAt = passwordChangedAt
        self.totp = totp
        self.createdAt = createdAt
        self.deletedAt = deletedAt
        self.version = version
    }
}

package struct TOTPRecord: Sendable, Equatable {
    /// Sealed, 20 bytes within.
    package var secret: [UInt8]
    /// Nil while enrolment waits for its first right code.
    package var confirmedAt: Instant?
    /// The last accepted time step; it only rises, whatever path the code came by.
    package var lastStep: Int64

    package init(secret: [UInt8], confirmedAt: Instant? = nil, lastStep: Int64 = 0) {
        self.secret = secret
        self.confirmedAt = confirmedAt
        self.lastStep = lastStep
    }
}
