/// What a revocation is of; raw values are stable.
package enum RevocationKind: Int64, Sendable, CaseIterable {
    case session = 1
    case apiKey = 2
    /// Deleted, or disabled because it answered 410.
    case webhookEndpoint = 3
    case browserProfile = 4
    /// Ended, or cut off with its account.
    case driverSession = 5
    case account = 6
}

/// One thing that stopped being valid. Ids only: the row outlives the account.
package struct RevocationRecord: Sendable, Equatable {
    /// Given by the store. Rises in the order in which commits become visible: whoever has seen one never finds a lower one later.
    package var sequence: Int64
    /// Tells the rows of one log from those that a restored backup gave the same sequence.
    package var id: UUIDv7
    package var kind: RevocationKind
    package var subject: UUIDv7
    package var accountID: AccountID
    package var at: Instant

    package init(
        sequence: Int64 = 0, id: UUIDv7, kind: RevocationKind, subject: UUIDv7, accountID: AccountID, at: Instant
    ) {
        self.sequence = sequence
        self.id = id
        self.kind = kind
        self.subject = subject
        self.accountID = accountID
        self.at = at
    }

    package var position: LogPosition { LogPosition(sequence: sequence, id: id) }
}

/// A row of a log, and so the place behind it.
package struct LogPosition: Sendable, Hashable {
    package let sequence: Int64
    package let id: UUIDv7

    package init(sequence: Int64, id: UUIDv7) {
        self.sequence = sequence
        self.id = id
    }

    /// Before the first row of all.
    package static let start = LogPosition(sequence: 0, id: UUIDv7(high: 0, low: 0))
}

/// What a commit added to the logs that are watched.
package struct LogAdditions: Sendable {
    /// In the order of their sequences.
    package var revocations: [RevocationRecord]
    /// Accounts whose activity has grown.
    package var activities: Set<AccountID>

    package init(revocations: [RevocationRecord] = [], activities: Set<AccountID> = []) {
        self.revocations = revocations
        self.activities = activities
    }
}
