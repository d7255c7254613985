import Dispatch
import Domain
import Synchronization

/// What the outbox needs of a store, in memory.
struct MemoryState: Sendable {
    struct Job: Sendable {
        var record: OutboxRecord
        var leasedUntil = Instant(microseconds: .min)
        var isDead = false
    }

    var accounts: [AccountID: AccountRecord] = [:]
    var dataKeys: [AccountID: [UInt8]] = [:]
    var emails: [EmailID: EmailRecord] = [:]
    var recordings: [RecordingID: RecordingRecord] = [:]
    var deletions: [AccountID: DeletionRecord] = [:]
    var jobs: [UUIDv7: Job] = [:]
}

final class MemoryStore: Store {
    private let state = Mutex(MemoryState())
    private let queue = DispatchQueue(label: "memory store")
    private let wake = Mutex<(@Sendable () -> Void)?>(nil)
    let isFailing = Atomic<Bool>(false)

    var hot: any HotReads { NoHotReads() }
    var now: MemoryState { state.withLock { $0 } }
    /// One change at a time, as the store's writer makes them.
    func change(_ body: (inout MemoryState) -> Void) { queue.sync { state.withLock { body(&$0) } } }

    /// As an operation would.
    func perform<Value>(in environment: Environment, _ body: (Work) throws -> Value) rethrows -> Value {
        let value = try queue.sync {
            let rows = MemoryRows(now)
            let value = try body(Work(rows, environment))
            keep(rows)
            return value
        }
        wake.withLock { $0 }?()
        return value
    }

    private func keep(_ rows: MemoryRows) { state.withLock { $0 = rows.state } }

    func whenAdded(_ tell: @escaping @Sendable (LogAdditions) -> Void) {}

    func whenPromised(_ wake: @escaping @Sendable () -> Void) { self.wake.withLock { $0 = wake } }

    func write<Value: Sendable>(
        as priority: Priority, unless isAbandoned: @escaping @Sendable () -> Bool,
        _ body: @escaping @Sendable (any Transaction) throws(DomainError) -> Verdict<Value>,
        then: @escaping @Sendable (Outcome<Value>) -> Void
    ) {
        queue.async { [self] in
            guard !isFailing.load(ordering: .relaxed) else { return then(.failed(.storage("the test says so"))) }
            let rows = MemoryRows(now)
            do throws(DomainError) {
                switch try body(rows) {
                case .done(let value):
                    keep(rows)
                    then(.committed(value))
                case .refuse(let error): then(.refused(error))
                }
            } catch {
                then(.failed(error))
            }
        }
    }

    func read<Value: Sendable>(
        as priority: Priority, unless isAbandoned: @escaping @Sendable () -> Bool,
        _ body: @escaping @Sendable (any ReadTransaction) throws(DomainError) -> Value,
        then: @escaping @Sendable (Result<Value, DomainError>) -> Void
    ) {
        queue.async { [self] in
            let rows = MemoryRows(now)
            do throws(DomainError) { then(.success(try body(rows))) } catch { then(.failure(error)) }
        }
    }
}

final class NoHotReads: HotReads {
    func session(tokenHash: KeyedHash) -> HotSession? { nil }
    func useSessions(
        tokenHashes: Span<KeyedHash>, at: Instant, if isLive: (HotSession) -> Bool,
        into found: inout MutableSpan<HotSession?>
    ) {}
    func sessionSeen(tokenHash: KeyedHash, at: Instant) {}
    func apiKey(secretHash: KeyedHash) -> HotAPIKey? { nil }
    func apiKeySeen(secretHash: KeyedHash, at: Instant) {}
}

final class MemoryRows: UnusedTransaction {
    var state: MemoryState
    init(_ state: MemoryState) { self.state = state }

    override func account(_ id: AccountID) throws(DomainError) -> AccountRecord? { state.accounts[id] }
    override func wrappedDataKey(of account: AccountID) throws(DomainError) -> [UInt8]? { state.dataKeys[account] }
    override func destroyDataKey(of account: AccountID) throws(DomainError) { state.dataKeys[account] = nil }
    override func insert(_ activity: ActivityRecord) throws(DomainError) {}
    override func deletion(of account: AccountID) throws(DomainError) -> DeletionRecord? { state.deletions[account] }
    override func setDataKeyDestroyed(of account: AccountID, at: Instant) throws(DomainError) {
        state.deletions[account]?.dataKeyDestroyedAt = at
    }
    override func setMailsRemoved(of account: AccountID, at: Instant) throws(DomainError) {
        state.deletions[account]?.mailsRemovedAt = at
    }

    override func email(_ id: EmailID, of account: AccountID) throws(DomainError) -> EmailRecord? { state.emails[id] }
    override func emails(of account: AccountID, page: PageRequest) throws(DomainError) -> [EmailRecord] {
        let older = state.emails.values.filter { email in
            email.accountID == account && page.after.map { email.id.uuid < $0 } ?? true
        }
        return Array(older.sorted { $0.id > $1.id }.prefix(page.limit))
    }
    override func insert(_ email: EmailRecord) throws(DomainError) { state.emails[email.id] = email }
    override func setEmail(
        _ id: EmailID, of account: AccountID, state new: EmailState, sentAt: Instant?, failure: String
    ) throws(DomainError) {
        state.emails[id]?.state = new
        state.emails[id]?.sentAt = sentAt
        state.emails[id]?.failure = failure
    }

    override func recording(_ id: RecordingID, of account: AccountID) throws(DomainError) -> RecordingRecord? {
        state.recordings[id]
    }
    override func setPurged(_ id: RecordingID, of account: AccountID, at: Instant) throws(DomainError) {
        state.recordings[id]?.purgedAt = at
    }

    override func insert(_ job: OutboxRecord) throws(DomainError) { state.jobs[job.id] = .init(record: job) }
    private func due(_ lane: OutboxLane, _ now: Instant) -> [OutboxRecord] {
        let jobs = state.jobs.values.filter { !$0.isDead && $0.record.dueAt <= now && $0.leasedUntil <= now }
        return jobs.map(\.record).filter { $0.lane == lane }.sorted {
            ($0.destination, $0.id) < ($1.destination, $1.id)
        }
    }
    override func outboxDestination(_ lane: OutboxLane, after: UUIDv7?, now: Instant) throws(DomainError) -> UUIDv7? {
        due(lane, now).map(\.destination).first { destination in after.map { destination > $0 } ?? true }
    }
    override func leaseJobs(_ lane: OutboxLane, to destination: UUIDv7, limit: Int, now: Instant, until: Instant)
        throws(DomainError) -> [OutboxRecord]
    {
        let jobs = due(lane, now).filter { $0.destination == destination }.prefix(limit)
        for job in jobs { state.jobs[job.id]?.leasedUntil = until }
        return Array(jobs)
    }
    override func buryJob(_ id: UUIDv7, at: Instant, error: String) throws(DomainError) {
        state.jobs[id]?.isDead = true
        state.jobs[id]?.record.lastError = error
    }
    override func releaseLeases() throws(DomainError) -> Int {
        let leased = state.jobs.filter { $0.value.leasedUntil.microseconds != .min }.keys
        for id in leased { state.jobs[id]?.leasedUntil = Instant(microseconds: .min) }
        return leased.count
    }
    override func bringForward(_ lane: OutboxLane, noLaterThan latest: Instant) throws(DomainError) {
        for (id, job) in state.jobs where job.record.lane == lane {
            state.jobs[id]?.record.dueAt = min(job.record.dueAt, latest)
            state.jobs[id]?.leasedUntil = min(job.leasedUntil, latest)
        }
    }
    override func outboxDepths() throws(DomainError) -> [OutboxDepth] { [] }
    override func finishJob(_ id: UUIDv7) throws(DomainError) { state.jobs[id] = nil }
    override func postponeJob(_ id: UUIDv7, dueAt: Instant, error: String) throws(DomainError) {
        state.jobs[id]?.leasedUntil = Instant(microseconds: .min)
        state.jobs[id]?.record.dueAt = dueAt
        state.jobs[id]?.record.lastError = error
        state.jobs[id]?.record.attempts += 1
    }
}
