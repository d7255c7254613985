package enum OutboxKind: Int64, Sendable, CaseIterable {
    /// Destroy the account's data key. Goes before everything else.
    case destroyDataKey = 1
    /// Remove the account's mails from the mail folder; only one where `subject` is its `EmailID`.
    case removeMails = 2
    /// Send one mail; `subject` is its `EmailID`.
    case mail = 3
    /// Remove one recording from the bucket; `subject` is its `RecordingID`. The job's own id: all that lies under the
    /// account's prefix.
    case purge = 4
    /// Deliver one webhook; `subject` is its delivery, `destination` its endpoint.
    case webhook = 5
    /// Turn the account's two-factor off; `subject` is the reset.
    case resetTwoFactor = 6

    /// Where a job of the kind queues unless it says otherwise.
    package var lane: OutboxLane {
        switch self {
        case .destroyDataKey, .removeMails: .deletion
        case .mail: .mail
        case .purge: .purge
        case .webhook: .webhook
        case .resetTwoFactor: .scheduled
        }
    }
}

/// Queues beside each other: what waits in one holds up nothing in another. The first goes first.
package enum OutboxLane: Int64, Sendable, CaseIterable, Comparable {
    /// What a deletion still owes.
    case deletion = 0
    /// Verifications, password links and security notices: nothing may stand in front of them.
    case securityMail = 1
    case mail = 2
    case purge = 3
    case webhook = 4
    /// Changes to accounts that were announced for a later time.
    case scheduled = 5

    /// What it does can't be taken back and happens at a date: none of it is begun while the clock isn't trusted.
    package var waitsForTheClock: Bool {
        switch self {
        case .purge, .scheduled: true
        case .deletion, .securityMail, .mail, .webhook: false
        }
    }

    package static func < (left: OutboxLane, right: OutboxLane) -> Bool { left.rawValue < right.rawValue }
}

/// Work that a transaction promised, done at least once after it became durable.
package struct OutboxRecord: Sendable, Equatable {
    package var id: UUIDv7
    package var kind: OutboxKind
    package var lane: OutboxLane
    /// Whom it goes to, where a lane has several: jobs in flight are bounded per destination. Otherwise zeros.
    package var destination: UUIDv7
    package var accountID: AccountID
    /// The email or recording it is about; the job's own id where there is none.
    package var subject: UUIDv7
    /// A mail: sealed content. Otherwise empty.
    package var payload: [UInt8]
    package var createdAt: Instant
    /// Not before this.
    package var dueAt: Instant
    package var attempts: Int64
    /// A stable word on why the last attempt failed; never personal.
    package var lastError: String

    package init(
        id: UUIDv7, kind: OutboxKind, lane: OutboxLane? = nil, destination: UUIDv7 = UUIDv7(high: 0, low: 0),
        accountID: AccountID, subject: UUIDv7, payload: [UInt8] = [], createdAt: Instant, dueAt: Instant,
        attempts: Int64 = 0, lastError: String = ""
    ) {
        self.id = id
        self.kind = kind
        self.lane = lane ?? kind.lane
        self.destination = destination
        self.accountID = accountID
        self.subject = subject
        self.payload = payload
        self.createdAt = createdAt
        self.dueAt = dueAt
        self.attempts = attempts
        self.lastError = lastError
    }
}

/// How much waits in a lane.
package struct OutboxDepth: Sendable, Equatable {
    package let lane: OutboxLane
    package let count: Int64
    /// When the oldest one was promised.
    package let oldest: Instant

    package init(lane: OutboxLane, count: Int64, oldest: Instant) {
        self.lane = lane
        self.count = count
        self.oldest = oldest
    }
}

/// A job that no later try would do; kept so that a person can see it.
package struct DeadJob: Sendable, Equatable {
    package let id: UUIDv7
    package let kind: OutboxKind
    package let accountID: AccountID
    package let subject: UUIDv7
    package let attempts: Int64
    package let createdAt: Instant
    package let diedAt: Instant
    /// A stable word; never personal.
    package let error: String

    package init(
        id: UUIDv7, kind: OutboxKind, accountID: AccountID, subject: UUIDv7, attempts: Int64, createdAt: Instant,
        diedAt: Instant, error: String
    ) {
        self.id = id
        self.kind = kind
        self.accountID = accountID
        self.subject = subject
        self.attempts = attempts
        self.createdAt = createdAt
        self.diedAt = diedAt
        self.error = error
    }
}
