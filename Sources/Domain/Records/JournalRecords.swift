package enum Actor: Int64, Sendable {
    case customer = 1
    case service = 2
    case support = 3
    case system = 4
}

/// One change to an account. Rows are only ever added.
package struct ActivityRecord: Sendable, Equatable {
    package var id: ActivityID
    package var accountID: AccountID
    /// Stable dotted name: `password.changed`.
    package var kind: String
    package var at: Instant
    package var actor: Actor
    /// The service's or operator's name; empty for the customer.
    package var actorName: String
    /// Sealed names and values.
    package var details: [UInt8]
    /// Nil for a row from before the chain began.
    package var link: ActivityLink?

    package init(
        id: ActivityID, accountID: AccountID, kind: String, at: Instant, actor: Actor, actorName: String,
        details: [UInt8], link: ActivityLink? = nil
    ) {
        self.id = id
        self.accountID = accountID
        self.kind = kind
        self.at = at
        self.actor = actor
        self.actorName = actorName
        self.details = details
        self.link = link
    }
}

/// A row's place in its account's hash chain.
package struct ActivityLink: Sendable, Equatable {
    /// 1 for the chain's first row, without gaps.
    package var sequence: Int64
    /// 32 bytes: the hash of the row before, zeros for the first one.
    package var previousHash: [UInt8]
    /// 32 bytes: HMAC-SHA-256 over the row and `previousHash`.
    package var hash: [UInt8]
    /// Keyed hash of the head that this row makes, as long as it is the newest.
    package var tag: KeyedHash

    package init(sequence: Int64, previousHash: [UInt8], hash: [UInt8], tag: KeyedHash) {
        self.sequence = sequence
        self.previousHash = previousHash
        self.hash = hash
        self.tag = tag
    }
}

/// What an account's chain begins with.
package struct ActivityChainRecord: Sendable, Equatable {
    package var accountID: AccountID
    /// Rows of the account from before its chain began.
    package var unchained: Int64
    /// Sealed, 32 bytes within: what the rows' hashes are keyed with.
    package var chainKey: [UInt8]

    package init(accountID: AccountID, unchained: Int64, chainKey: [UInt8]) {
        self.accountID = accountID
        self.unchained = unchained
        self.chainKey = chainKey
    }
}

/// How long an account's chain is and what its newest row's hash is, under a tag of the server's: who can write to the store but
/// has none of its keys can't move it. Whoever is shown it gets it signed (`SignedActivityHead`).
package struct ActivityHeadRecord: Sendable, Equatable {
    package var chain: ActivityChainRecord
    /// The newest row's.
    package var id: ActivityID
    /// The newest row's sequence.
    package var count: Int64
    /// The newest row's hash, 32 bytes.
    package var hash: [UInt8]
    /// When that row was added.
    package var at: Instant
    /// Keyed hash of what the head says.
    package var tag: KeyedHash

    package init(
        chain: ActivityChainRecord, id: ActivityID, count: Int64, hash: [UInt8], at: Instant, tag: KeyedHash
    ) {
        self.chain = chain
        self.id = id
        self.count = count
        self.hash = hash
        self.at = at
        self.tag = tag
    }
}

/// Which activities a list asks for.
package struct ActivityFilter: Sendable {
    /// Empty: all kinds.
    package var kinds: [String]
    /// Inclusive.
    package var since: Instant?
    /// Exclusive.
    package var until: Instant?

    package init(kinds: [String] = [], since: Instant? = nil, until: Instant? = nil) {
        self.kinds = kinds
        self.since = since
        self.until = until
    }
}

package enum EmailState: Int64, Sendable {
    case queued = 1
    case sent = 2
    /// The preference was off: never sent.
    case suppressed = 3
    case failed = 4
    /// The account was deleted before it went out.
    case discarded = 5
}

package struct EmailRecord: Sendable, Equatable {
    package var id: EmailID
    package var accountID: AccountID
    package var category: String
    package var template: String
    /// Sealed recipient and subject.
    package var envelope: [UInt8]
    package var createdAt: Instant
    package var sentAt: Instant?
    package var state: EmailState
    /// Empty unless it failed; never an address.
    package var failure: String

    package init(
        id: EmailID, accountID: AccountID, category: String, template: String, envelope: [UInt8], createdAt: Instant,
        sentAt: Instant? = nil, state: EmailState, failure: String = ""
    ) {
        self.id = id
        self.accountID = accountID
        self.category = category
        self.template = template
        self.envelope = envelope
        self.createdAt = createdAt
        self.sentAt = sentAt
        self.state = state
        self.failure = failure
    }
}

/// The first answer to a `request_id`, kept for 24 hours.
package struct AnswerRecord: Sendable, Equatable {
    /// Keyed hash of caller, method and `request_id`.
    package var key: KeyedHash
    /// Keyed hash of the request's body.
    package var body: KeyedHash
    /// The account whose data key seals the answer; nil: the server's key.
    package var accountID: AccountID?
    package var answer: [UInt8]
    package var createdAt: Instant

    package init(key: KeyedHash, body: KeyedHash, accountID: AccountID?, answer: [UInt8], createdAt: Instant) {
        self.key = key
        self.body = body
        self.accountID = accountID
        self.answer = answer
        self.createdAt = createdAt
    }
}

extension AnswerRecord {
    /// What an answer that belongs to no account is sealed for; one that does, for the same row.
    package var serverBinding: SealBinding { Self.serverBinding(key) }

    package static func serverBinding(_ key: KeyedHash) -> SealBinding {
        SealBinding(account: AccountID(UUIDv7(high: 0, low: 0)), field: .answer, row: row(key))
    }

    package static func row(_ key: KeyedHash) -> UUIDv7 { UUIDv7(high: key.word0, low: key.word1) }
}
