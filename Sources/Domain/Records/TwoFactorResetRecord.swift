/// Two-factor is to be turned off at the word of our support, later, so that the owner can object. An account has one row: the
/// last reset, ended or not.
package struct TwoFactorResetRecord: Sendable, Equatable {
    /// The outbox job that turns two-factor off has the same id.
    package var id: UUIDv7
    package var accountID: AccountID
    /// The operators' tool that asked.
    package var requestedBy: String
    package var requestedAt: Instant
    package var takesEffectAt: Instant
    /// Nil while it waits.
    package var ended: Ended?

    package struct Ended: Sendable, Equatable {
        package var end: TwoFactorResetEnd
        package var at: Instant

        package init(_ end: TwoFactorResetEnd, at: Instant) {
            self.end = end
            self.at = at
        }
    }

    package init(
        id: UUIDv7, accountID: AccountID, requestedBy: String, requestedAt: Instant, takesEffectAt: Instant,
        ended: Ended? = nil
    ) {
        self.id = id
        self.accountID = accountID
        self.requestedBy = requestedBy
        self.requestedAt = requestedAt
        self.takesEffectAt = takesEffectAt
        self.ended = ended
    }
}

/// Why a reset waits no more.
package enum TwoFactorResetEnd: Int64, Sendable, CaseIterable {
    /// Its time came, and two-factor was turned off.
    case done = 1
    case cancelledInSession = 2
    case cancelledByLink = 3
    /// A right code was given: the owner has the second factor still.
    case codeGiven = 4
    /// The owner made new recovery codes.
    case codesRenewed = 5
    /// The owner turned two-factor off without it.
    case turnedOff = 6
    case accountDeleted = 7

    /// Whether somebody objected, or showed that there was no need.
    package var isCancellation: Bool {
        switch self {
        case .cancelledInSession, .cancelledByLink, .codeGiven, .codesRenewed: true
        case .done, .turnedOff, .accountDeleted: false
        }
    }

    /// For people, and stable.
    package var words: String {
        switch self {
        case .done: "two-factor authentication was turned off"
        case .cancelledInSession: "cancelled on the settings page"
        case .cancelledByLink: "cancelled by the mailed link"
        case .codeGiven: "cancelled because a right code was given"
        case .codesRenewed: "cancelled because new recovery codes were made"
        case .turnedOff: "two-factor authentication was turned off before"
        case .accountDeleted: "the account was deleted"
        }
    }
}
