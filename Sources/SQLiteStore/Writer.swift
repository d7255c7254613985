import Domain
import Synchronization

/// The one thread that writes. It takes what has queued up, runs each job under its own savepoint, commits once, and only then
/// brings the hot maps up to date and answers them all: one fsync for many calls.
final class Writer: @unchecked Sendable {
    private enum Statements {
        static let begin = SQL("BEGIN IMMEDIATE")
        static let commit = SQL("COMMIT")
        static let rollback = SQL("ROLLBACK")
        static let savepoint = SQL("SAVEPOINT job")
        static let release = SQL("RELEASE job")
        static let rollbackTo = SQL("ROLLBACK TO job")
    }

    /// Last-seen reaches its rows within about this, in nanoseconds.
    private static let flushEvery: Int64 = 60_000_000_000

    let mailbox: Mailbox<WriteJob>
    private let connection: Connection
    private let hot: HotMaps
    private let keyFile: KeyFile
    private let transaction: SQLiteTransaction
    private let batchLimit: Int
    private var nextFlush: Int64
    /// The part that a running flush goes on with.
    private var flushPart: Int?
    /// Keys whose destruction is committed but failed in the key file.
    private var owedKeys: [UUIDv7] = []
    private let wake = Mutex<@Sendable () -> Void>({})

    init(_ connection: Connection, _ hot: HotMaps, _ keyFile: KeyFile, _ options: SQLiteStoreOptions) {
        mailbox = Mailbox(limit: options.queueLimit)
        self.connection = connection
        self.hot = hot
        self.keyFile = keyFile
        batchLimit = max(1, options.batchLimit)
        transaction = SQLiteTransaction(connection, hot, keyFile.ring, answersKept: options.answersKept)
        nextFlush = monotonicNanoseconds() + Self.flushEvery
    }

    /// Until the mailbox is closed and empty.
    func loop() {
        while case .items(let jobs) = mailbox.take(until: flushPart == nil ? nextFlush : 0, { _ in batchLimit }) {
            var jobs = Array(jobs)
            if let flush = nextFlushJob() { jobs.append(flush) }
            if !jobs.isEmpty { run(jobs) }
        }
        run([SeenFlushJob(hot, parts: SeenFlushJob.allParts)])
        connection.close()
        keyFile.close()
    }

    /// Called after each commit that promises work.
    func whenPromised(_ wake: @escaping @Sendable () -> Void) { self.wake.withLock { $0 = wake } }

    /// A flush goes through a few parts a batch, so that it makes no call wait long.
    private func nextFlushJob() -> WriteJob? {
        if flushPart == nil {
            let now = monotonicNanoseconds()
            guard now >= nextFlush else { return nil }
            nextFlush = now + Self.flushEvery
            flushPart = 0
        }
        guard let first = flushPart else { return nil }
        let end = min(first + 4, SeenFlushJob.allParts.upperBound)
        flushPart = end == SeenFlushJob.allParts.upperBound ? nil : end
        return SeenFlushJob(hot, parts: first..<end)
    }

    private struct Kept {
        let job: WriteJob
        let destroysKey: Bool
    }

    private func run(_ jobs: [WriteJob]) {
        transaction.reset()
        var kept: [Kept] = []
        var failed: [(job: WriteJob, error: DomainError)] = []
        do throws(DomainError) {
            try connection.run(Statements.begin)
            for job in jobs {
                guard !job.isAbandoned() else {
                    failed.append((job, .overloaded))
                    continue
                }
                if let error = try runUnderSavepoint(job, &kept) { failed.append((job, error)) }
            }
            try commit(isEmpty: kept.isEmpty)
        } catch {
            if !connection.isIdle { _ = try? connection.run(Statements.rollback) }
            let answered = Set(failed.map { ObjectIdentifier($0.job) })
            for (job, reason) in failed { job.settle(reason) }
            for job in jobs where !answered.contains(ObjectIdentifier(job)) { job.settle(error) }
            return
        }
        for change in transaction.hotChanges { hot.apply(change) }
        let keysGone = destroyKeys()
        for (job, error) in failed { job.settle(error) }
        for kept in kept { kept.job.settle(kept.destroysKey && !keysGone ? .outcomeUnknown : nil) }
        if transaction.promises > 0 { wake.withLock { $0 }() }
    }

    /// Answers what the job itself failed with. Throws when the whole transaction is lost.
    private func runUnderSavepoint(_ job: WriteJob, _ kept: inout [Kept]) throws(DomainError) -> DomainError? {
        let mark = transaction.mark
        try connection.run(Statements.savepoint)
        do throws(DomainError) {
            try job.run(transaction)
        } catch {
            // Some errors (disk full, I/O) make SQLite roll everything back by itself.
            guard !connection.isIdle else { throw error }
            try connection.run(Statements.rollbackTo)
            try connection.run(Statements.release)
            transaction.rollBack(to: mark)
            return error
        }
        guard !connection.isIdle else { throw .storage("the transaction was lost") }
        try connection.run(Statements.release)
        kept.append(Kept(job: job, destroysKey: transaction.destroysKey(since: mark)))
        return nil
    }

    /// New data keys are durable before the rows that need them. A key without a row is harmless; the next open removes it.
    private func commit(isEmpty: Bool) throws(DomainError) {
        guard !isEmpty else {
            try connection.run(Statements.rollback)
            return
        }
        if !transaction.keyChanges.isEmpty { try keyFile.insert(transaction.keysToInsert) }
        try connection.run(Statements.commit)
    }

    /// Only after the commit: a key that is gone can't be brought back by a rollback. False when some could not be destroyed.
    private func destroyKeys() -> Bool {
        let keys = owedKeys + transaction.keysToDestroy
        guard !keys.isEmpty else { return true }
        do throws(DomainError) {
            try keyFile.destroy(keys)
            owedKeys = []
            return true
        } catch {
            owedKeys = keys
            return false
        }
    }
}

extension SQLiteTransaction {
    fileprivate func destroysKey(since mark: Mark) -> Bool {
        keyChanges(since: mark).contains { change in
            if case .destroy = change { true } else { false }
        }
    }

    fileprivate var keysToDestroy: [UUIDv7] {
        keyChanges.compactMap { change in
            if case .destroy(let account) = change { account } else { nil }
        }
    }

    /// Without those that the same batch destroys again.
    fileprivate var keysToInsert: [(account: UUIDv7, wrapped: [UInt8])] {
        let destroyed = Set(keysToDestroy)
        return keyChanges.compactMap { change in
            guard case .insert(let account, let wrapped) = change, !destroyed.contains(account) else { return nil }
            return (account, wrapped)
        }
    }
}
