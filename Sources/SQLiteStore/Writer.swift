import Domain
import Load
import Synchronization

/// The one thread that writes. It takes what has queued up, runs each job so that one that fails is undone alone, commits once, and
/// only then brings the hot maps up to date and answers them all: one fsync for many calls.
final class Writer: @unchecked Sendable {
    private enum Statements {
        static let begin = SQL("BEGIN IMMEDIATE")
        static let commit = SQL("COMMIT")
        static let rollback = SQL("ROLLBACK")
        static let savepoint = SQL("SAVEPOINT job")
        static let release = SQL("RELEASE job")
        static let rollbackTo = SQL("ROLLBACK TO job")
    }

    /// In a struct: a closure that lies in a Mutex by itself is wrapped once more each time it is looked at, and a call of it then goes
    /// through all its wraps.
    private struct Listeners {
        var promised: @Sendable () -> Void = {}
        var added: @Sendable (LogAdditions) -> Void = { _ in }
    }

    /// Last-seen reaches its rows within about this, in nanoseconds.
    private static let flushEvery: Int64 = 60_000_000_000

    let mailbox: Mailbox<WriteJob>
    private let connection: Connection
    private let hot: HotMaps
    private let keyFile: KeyFile
    private let transaction: SQLiteTransaction
    private let batchLimit: Int
    private let meters: StoreMeters
    private var nextFlush: Int64
    /// The part that a running flush goes on with.
    private var flushPart: Int?
    /// Keys whose destruction is committed but failed in the key file.
    private var owedKeys: [UUIDv7] = []
    private let listeners = Mutex(Listeners())

    init(_ connection: Connection, _ hot: HotMaps, _ keyFile: KeyFile, _ options: SQLiteStoreOptions) {
        mailbox = Mailbox(options.writeRules, meter: options.meters.writes)
        meters = options.meters
        self.connection = connection
        self.hot = hot
        self.keyFile = keyFile
        batchLimit = max(1, options.batchLimit)
        transaction = SQLiteTransaction(connection, hot, keyFile, answersKept: options.answersKept)
        nextFlush = Monotonic.nanoseconds + Self.flushEvery
    }

    /// Until the mailbox is closed and empty.
    func loop() {
        while case .items(var jobs, let turnedAway) = mailbox.take(
            until: flushPart == nil ? nextFlush : 0, { _ in batchLimit })
        {
            for job in turnedAway { job.settle(.overloaded) }
            if let flush = nextFlushJob() { jobs.append(flush) }
            if !jobs.isEmpty { run(jobs) }
        }
        run([SeenFlushJob(hot, parts: SeenFlushJob.allParts)])
        connection.close()
        keyFile.close()
    }

    /// Called after each commit that promises work.
    func whenPromised(_ wake: @escaping @Sendable () -> Void) { listeners.withLock { $0.promised = wake } }

    /// Called after each commit that adds to a watched log, before it is answered.
    func whenAdded(_ tell: @escaping @Sendable (LogAdditions) -> Void) { listeners.withLock { $0.added = tell } }

    /// A flush goes through a few parts a batch, so that it makes no call wait long.
    private func nextFlushJob() -> WriteJob? {
        if flushPart == nil {
            let now = Monotonic.nanoseconds
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

    /// What became of a batch's jobs before its commit.
    private struct Batch {
        var kept: [Kept] = []
        var failed: [(job: WriteJob, error: DomainError)] = []
    }

    private func run(_ jobs: [WriteJob]) {
        var batch = Batch()
        do throws(DomainError) {
            try connection.run(Statements.begin)
            // A savepoint costs a tenth of a small change, and few jobs fail after they wrote: a batch in which one does is
            // begun again, with savepoints.
            if try !runPlainly(jobs, &batch) {
                try connection.run(Statements.rollback)
                try connection.run(Statements.begin)
                try runUnderSavepoints(jobs, &batch)
            }
            try commit(batch.kept.count)
        } catch {
            if !connection.isIdle { _ = try? connection.run(Statements.rollback) }
            let answered = Set(batch.failed.map { ObjectIdentifier($0.job) })
            for (job, reason) in batch.failed { job.settle(reason) }
            for job in jobs where !answered.contains(ObjectIdentifier(job)) { job.settle(error) }
            return
        }
        for change in transaction.hotChanges { hot.apply(change) }
        let keysGone = destroyKeys()
        tellOfAdditions()
        for (job, error) in batch.failed { job.settle(error) }
        for kept in batch.kept { kept.job.settle(kept.destroysKey && !keysGone ? .outcomeUnknown : nil) }
        if transaction.promises > 0 { listeners.withLock { $0 }.promised() }
    }

    private func tellOfAdditions() {
        guard !transaction.addedRevocations.isEmpty || !transaction.addedActivities.isEmpty else { return }
        let additions = LogAdditions(
            revocations: transaction.addedRevocations, activities: Set(transaction.addedActivities))
        listeners.withLock { $0 }.added(additions)
    }

    /// False: a job failed after it had written. Throws when the whole transaction is lost.
    private func runPlainly(_ jobs: [WriteJob], _ batch: inout Batch) throws(DomainError) -> Bool {
        transaction.reset()
        for job in jobs {
            guard !job.isAbandoned() else {
                batch.failed.append((job, .overloaded))
                continue
            }
            let mark = transaction.mark
            let changes = connection.totalChanges
            if let error = try run(job, &batch, since: mark) {
                guard connection.totalChanges == changes else { return false }
                transaction.rollBack(to: mark)
                batch.failed.append((job, error))
            }
        }
        return true
    }

    private func runUnderSavepoints(_ jobs: [WriteJob], _ batch: inout Batch) throws(DomainError) {
        transaction.reset()
        batch = Batch()
        for job in jobs {
            guard !job.isAbandoned() else {
                batch.failed.append((job, .overloaded))
                continue
            }
            let mark = transaction.mark
            try connection.run(Statements.savepoint)
            if let error = try run(job, &batch, since: mark) {
                try connection.run(Statements.rollbackTo)
                transaction.rollBack(to: mark)
                batch.failed.append((job, error))
            }
            try connection.run(Statements.release)
        }
    }

    /// Answers what the job itself failed with.
    private func run(
        _ job: WriteJob, _ batch: inout Batch, since mark: SQLiteTransaction.Mark
    ) throws(DomainError) -> DomainError? {
        do throws(DomainError) {
            try job.run(transaction)
            // Its time may have run out meanwhile; from here on it is part of the commit.
            if job.isAbandoned() { throw .overloaded }
        } catch {
            // Some errors (disk full, I/O) make SQLite roll everything back by itself.
            guard !connection.isIdle else { throw error }
            return error
        }
        guard !connection.isIdle else { throw .storage("the transaction was lost") }
        batch.kept.append(Kept(job: job, destroysKey: transaction.destroysKey(since: mark)))
        return nil
    }

    /// New data keys are durable before the rows that need them. A key without a row is harmless; the next open removes it. One
    /// that is wrapped anew opens the same, whether the rows' commit follows or not.
    private func commit(_ count: Int) throws(DomainError) {
        guard count > 0 else {
            try connection.run(Statements.rollback)
            return
        }
        let began = Monotonic.nanoseconds
        if !transaction.keyChanges.isEmpty {
            try keyFile.write(transaction.keysToInsert, rewrapped: transaction.keysToRewrap)
        }
        try connection.run(Statements.commit)
        meters.commitTimes.observe(Monotonic.nanoseconds - began)
        meters.commitSizes.observe(Int64(count))
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

    /// Likewise. An account has one such change at most in a batch.
    fileprivate var keysToRewrap: [(account: UUIDv7, old: [UInt8], new: [UInt8])] {
        let destroyed = Set(keysToDestroy)
        return keyChanges.compactMap { change in
            guard case .rewrap(let account, let old, let new) = change, !destroyed.contains(account) else { return nil }
            return (account, old, new)
        }
    }
}
