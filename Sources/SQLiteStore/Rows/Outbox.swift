import Domain

private enum Statements {
    static let columns = "job_id, kind, account_id, subject, payload, created_at, due_at, attempts, last_error"
    static let insert = SQL(
        """
        INSERT INTO outbox (\(columns), ready_at, urgency) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?7, ?10)
        """)
    static let lease = SQL(
        """
        UPDATE outbox SET ready_at = ?3
        WHERE job_id IN (SELECT job_id FROM outbox WHERE urgency = ?4 AND ready_at <= ?1 ORDER BY ready_at, job_id LIMIT ?2)
        RETURNING \(columns)
        """)
    static let finish = SQL("DELETE FROM outbox WHERE job_id = ?1")
    static let postpone = SQL(
        "UPDATE outbox SET due_at = ?2, ready_at = ?2, attempts = attempts + 1, last_error = ?3 WHERE job_id = ?1")
    static let discard = SQL("DELETE FROM outbox WHERE account_id = ?1 AND kind = ?2 RETURNING subject")
    static let markDiscarded = SQL(
        "UPDATE emails SET state = ?3 WHERE account_id = ?1 AND email_id = ?2 AND state = ?4")
}

extension OutboxRecord {
    fileprivate init(_ row: Row) throws(DomainError) {
        self.init(
            id: try row.uuid(0), kind: try row.choice(1), accountID: try row.id(2), subject: try row.uuid(3),
            payload: row.bytes(4), createdAt: row.instant(5), dueAt: row.instant(6), attempts: row.int(7),
            lastError: row.text(8))
    }
}

extension OutboxKind {
    /// 0 goes first: what a deletion still owes.
    fileprivate var urgency: Int64 {
        switch self {
        case .destroyDataKey, .removeMails: 0
        default: 1
        }
    }
}

extension SQLiteTransaction {
    func insert(_ job: OutboxRecord) throws(DomainError) {
        try connection.run(
            Statements.insert, job.id, job.kind, job.accountID, job.subject, job.payload, job.createdAt, job.dueAt,
            job.attempts, job.lastError, job.kind.urgency)
        notePromise()
    }

    func leaseJobs(limit: Int, now: Instant, until: Instant) throws(DomainError) -> [OutboxRecord] {
        let urgent = try lease(urgency: 0, max(0, limit), now, until)
        return urgent + (try lease(urgency: 1, max(0, limit - urgent.count), now, until))
    }

    private func lease(
        urgency: Int64, _ limit: Int, _ now: Instant, _ until: Instant
    ) throws(DomainError) -> [OutboxRecord] {
        guard limit > 0 else { return [] }
        let jobs = try connection.all(Statements.lease, now, limit, until, urgency) { row throws(DomainError) in
            try OutboxRecord(row)
        }
        // RETURNING has no order.
        return jobs.sorted { $0.id < $1.id }
    }

    func finishJob(_ id: UUIDv7) throws(DomainError) { try connection.run(Statements.finish, id) }

    func postponeJob(_ id: UUIDv7, dueAt: Instant, error: String) throws(DomainError) {
        try connection.run(Statements.postpone, id, dueAt, error)
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
