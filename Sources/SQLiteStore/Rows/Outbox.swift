package import Domain

private let outboxColumns =
    "job_id, kind, account_id, subject, payload, created_at, due_at, attempts, last_error, lane, destination"

private enum Statements {
    static let insert = SQL(
        "INSERT INTO outbox (\(outboxColumns), ready_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?7)")
    static let finish = SQL("DELETE FROM outbox WHERE job_id = ?1")
    static let postpone = SQL(
        "UPDATE outbox SET due_at = ?2, ready_at = ?2, attempts = attempts + 1, last_error = ?3 WHERE job_id = ?1")
    static let bury = SQL(
        """
        UPDATE outbox SET lane = -1, due_at = ?2, ready_at = ?2, attempts = attempts + 1, last_error = ?3
        WHERE job_id = ?1
        """)
    static let release = SQL("UPDATE outbox SET ready_at = due_at WHERE ready_at > due_at RETURNING 1")
    static let bringForward = SQL(
        "UPDATE outbox SET due_at = min(due_at, ?2), ready_at = ?2 WHERE lane = ?1 AND ready_at > ?2")
    static let discard = SQL("DELETE FROM outbox WHERE account_id = ?1 AND kind = ?2 RETURNING subject")
    static let markDiscarded = SQL(
        "UPDATE emails SET state = ?3 WHERE account_id = ?1 AND email_id = ?2 AND state = ?4")
    static let sweep = SQL(
        """
        DELETE FROM outbox WHERE job_id IN (SELECT job_id FROM outbox WHERE lane = -1 AND ready_at <= ?1 LIMIT ?2)
        """)
    static let isDue = SQL("SELECT 1 FROM outbox WHERE lane = ?1 AND ready_at <= ?2 LIMIT 1")
    static let first = SQL("SELECT destination FROM outbox WHERE lane = ?1 ORDER BY destination LIMIT 1")
    static let next = SQL(
        "SELECT destination FROM outbox WHERE lane = ?1 AND destination > ?2 ORDER BY destination LIMIT 1")
    static let depths = SQL(
        "SELECT lane, count(*), min(job_id) FROM outbox WHERE lane >= 0 GROUP BY lane ORDER BY lane")
    static let dead = SQL(
        """
        SELECT job_id, kind, account_id, subject, attempts, created_at, ready_at, last_error FROM outbox
        WHERE lane = -1 ORDER BY ready_at DESC LIMIT ?1
        """)
}

extension SQL {
    /// Leases by one range of outbox_queue, however long the queue is.
    static let leaseJobs = SQL(
        """
        UPDATE outbox SET ready_at = ?5
        WHERE job_id IN (
            SELECT job_id FROM outbox WHERE lane = ?1 AND destination = ?2 AND ready_at <= ?3
            ORDER BY ready_at, job_id LIMIT ?4)
        RETURNING \(outboxColumns)
        """)
}

extension OutboxRecord {
    fileprivate init(_ row: Row) throws(DomainError) {
        self.init(
            id: try row.uuid(0), kind: try row.choice(1), lane: try row.choice(9), destination: try row.uuid(10),
            accountID: try row.id(2), subject: try row.uuid(3), payload: row.bytes(4), createdAt: row.instant(5),
            dueAt: row.instant(6), attempts: row.int(7), lastError: row.text(8))
    }
}

extension SQLiteStore {
    /// What waits and what was given up, newest first. Only reads, and works beside a running server.
    package static func outbox(
        folder: String, deadLimit: Int
    ) throws(SQLiteStoreError) -> (depths: [OutboxDepth], dead: [DeadJob]) {
        let files = StoreFiles(folder)
        do throws(DomainError) {
            let connection = try Connection(files.accounts, .read)
            try connection.refuseNewer(Migration.accounts)
            return (try connection.outboxDepths(), try connection.deadJobs(limit: deadLimit))
        } catch {
            throw SQLiteStoreError(error, doing: folder)
        }
    }
}

extension Connection {
    fileprivate func outboxDepths() throws(DomainError) -> [OutboxDepth] {
        try all(Statements.depths) { row throws(DomainError) in
            OutboxDepth(lane: try row.choice(0), count: row.int(1), oldest: try row.uuid(2).madeAt)
        }
    }

    fileprivate func deadJobs(limit: Int) throws(DomainError) -> [DeadJob] {
        try all(Statements.dead, max(0, limit)) { row throws(DomainError) in
            DeadJob(
                id: try row.uuid(0), kind: try row.choice(1), accountID: try row.id(2), subject: try row.uuid(3),
                attempts: row.int(4), createdAt: row.instant(5), diedAt: row.instant(6), error: row.text(7))
        }
    }
}

extension SQLiteReadTransaction {
    func outboxDestination(_ lane: OutboxLane, after: UUIDv7?, now: Instant) throws(DomainError) -> UUIDv7? {
        guard try connection.first(Statements.isDue, lane, now, row: { _ in true }) != nil else { return nil }
        guard let after else {
            return try connection.first(Statements.first, lane) { row throws(DomainError) in try row.uuid(0) }
        }
        return try connection.first(Statements.next, lane, after) { row throws(DomainError) in try row.uuid(0) }
    }

    func outboxDepths() throws(DomainError) -> [OutboxDepth] { try connection.outboxDepths() }

    func deadJobs(limit: Int) throws(DomainError) -> [DeadJob] { try connection.deadJobs(limit: limit) }
}

extension SQLiteTransaction {
    func insert(_ job: OutboxRecord) throws(DomainError) {
        try connection.run(
            Statements.insert, job.id, job.kind, job.accountID, job.subject, job.payload, job.createdAt, job.dueAt,
            job.attempts, job.lastError, job.lane, job.destination)
        notePromise()
    }

    func leaseJobs(
        _ lane: OutboxLane, to destination: UUIDv7, limit: Int, now: Instant, until: Instant
    ) throws(DomainError) -> [OutboxRecord] {
        guard limit > 0 else { return [] }
        let jobs = try connection.all(SQL.leaseJobs, lane, destination, now, limit, until) {
            row throws(DomainError) in
            try OutboxRecord(row)
        }
        // RETURNING has no order.
        return jobs.sorted { $0.id < $1.id }
    }

    func finishJob(_ id: UUIDv7) throws(DomainError) { try connection.run(Statements.finish, id) }

    func postponeJob(_ id: UUIDv7, dueAt: Instant, error: String) throws(DomainError) {
        try connection.run(Statements.postpone, id, dueAt, error)
    }

    func buryJob(_ id: UUIDv7, at: Instant, error: String) throws(DomainError) {
        try connection.run(Statements.bury, id, at, error)
    }

    func releaseLeases() throws(DomainError) -> Int {
        try connection.all(Statements.release) { _ in true }.count
    }

    func bringForward(_ lane: OutboxLane, noLaterThan latest: Instant) throws(DomainError) {
        try connection.run(Statements.bringForward, lane, latest)
    }

    func sweepDeadJobs(before: Instant, limit: Int) throws(DomainError) {
        try connection.run(Statements.sweep, before, limit)
    }

    func discardMails(of account: AccountID) throws(DomainError) -> [EmailID] {
        let ids: [EmailID] = try connection.all(Statements.discard, account, OutboxKind.mail) {
            row throws(DomainError) in
            try row.id(0)
        }
        for id in ids {
            try connection.run(Statements.markDiscarded, account, id, EmailState.discarded, EmailState.queued)
        }
        return ids.sorted(by: >)
    }
}
