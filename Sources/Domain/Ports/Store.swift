/// What became of a write.
package enum Outcome<Value: Sendable>: Sendable {
    /// Durable.
    case committed(Value)
    /// Durable too: what was refused still counted (a failed try, say).
    case refused(DomainError)
    /// Nothing was done.
    case failed(DomainError)
}

/// What an operation says of its writes.
package enum Verdict<Value: Sendable>: Sendable {
    case done(Value)
    /// The answer is an error, and the writes stay.
    case refuse(DomainError)
}

/// The hot reads, answered from memory, and exact: a commit is seen here before it is answered.
package protocol HotReads: AnyObject, Sendable {
    /// Not revoked; ends are the caller's to check, since they need the time.
    func session(tokenHash: KeyedHash) -> HotSession?
    /// Puts each hash's session into `found`, at its place, if `isLive` says so of it, and remembers its use at that moment; nil
    /// otherwise. Their memory is waited for once, not for each. `found` has no fewer places.
    func useSessions(
        tokenHashes: Span<KeyedHash>, at: Instant, if isLive: (HotSession) -> Bool,
        into found: inout MutableSpan<HotSession?>)
    /// Remembers, and flushes later in batches. Never goes back.
    func sessionSeen(tokenHash: KeyedHash, at: Instant)
    /// Not revoked.
    func apiKey(secretHash: KeyedHash) -> HotAPIKey?
    func apiKeySeen(secretHash: KeyedHash, at: Instant)
}

package struct HotSession: Sendable, Equatable {
    package let id: UUIDv7
    package let account: UUIDv7
    package let authenticatedAt: Instant
    package let expiresAt: Instant
    package let lastSeenAt: Instant
    package let twoFactor: Bool

    package init(
        id: UUIDv7, account: UUIDv7, authenticatedAt: Instant, expiresAt: Instant, lastSeenAt: Instant, twoFactor: Bool
    ) {
        self.id = id
        self.account = account
        self.authenticatedAt = authenticatedAt
        self.expiresAt = expiresAt
        self.lastSeenAt = lastSeenAt
        self.twoFactor = twoFactor
    }
}

package struct HotAPIKey: Sendable, Equatable {
    package let id: APIKeyID
    package let account: AccountID
    package let scopes: [String]
    package let expiresAt: Instant?

    package init(id: APIKeyID, account: AccountID, scopes: [String], expiresAt: Instant?) {
        self.id = id
        self.account = account
        self.scopes = scopes
        self.expiresAt = expiresAt
    }
}

/// Where everything durable lives. Thread-safe. Both calls return at once; `then` runs on a thread of the store's and must not block.
package protocol Store: Sendable {
    var hot: any HotReads { get }

    /// Queues `body` for the writer, which runs it alone: thrown, it is rolled back by itself. It may run more than once, after what
    /// it wrote was rolled back, so it changes nothing but through its transaction.
    /// `then` is called after the commit that holds it is durable. `isAbandoned` is asked just before `body` runs, and once more
    /// after it: true drops it, or rolls it back (`failed(.overloaded)`). So does a queue that has no room or no time for it.
    func write<Value: Sendable>(
        as priority: Priority, unless isAbandoned: @escaping @Sendable () -> Bool,
        _ body: @escaping @Sendable (any Transaction) throws(DomainError) -> Verdict<Value>,
        then: @escaping @Sendable (Outcome<Value>) -> Void)

    /// Queues `body` for a reader. It sees everything committed before the call.
    func read<Value: Sendable>(
        as priority: Priority, unless isAbandoned: @escaping @Sendable () -> Bool,
        _ body: @escaping @Sendable (any ReadTransaction) throws(DomainError) -> Value,
        then: @escaping @Sendable (Result<Value, DomainError>) -> Void)

    /// Whether such work would be turned away now: asked before any is put into a call.
    func refuses(_ work: StoreWork, as priority: Priority) -> Bool

    /// `wake` is called after every commit that put a job into the outbox, and must not block. The last one given counts.
    func whenPromised(_ wake: @escaping @Sendable () -> Void)

    /// `tell` is called once a commit that added to a watched log is durable and can be read, before it is answered, and must not
    /// block. Revocations come in the order of their sequences, each once, none left out: a store that others write to as well
    /// tells theirs too, as soon as it sees them. The last one given counts.
    func whenAdded(_ tell: @escaping @Sendable (LogAdditions) -> Void)
}

package enum StoreWork: Sendable {
    case read, write
}

extension Store {
    package func refuses(_ work: StoreWork, as priority: Priority) -> Bool { false }

    /// The server's own work is little, and never turned away for others'.
    package func write<Value: Sendable>(
        unless isAbandoned: @escaping @Sendable () -> Bool,
        _ body: @escaping @Sendable (any Transaction) throws(DomainError) -> Verdict<Value>,
        then: @escaping @Sendable (Outcome<Value>) -> Void
    ) {
        write(as: .first, unless: isAbandoned, body, then: then)
    }

    package func read<Value: Sendable>(
        unless isAbandoned: @escaping @Sendable () -> Bool,
        _ body: @escaping @Sendable (any ReadTransaction) throws(DomainError) -> Value,
        then: @escaping @Sendable (Result<Value, DomainError>) -> Void
    ) {
        read(as: .first, unless: isAbandoned, body, then: then)
    }
}
