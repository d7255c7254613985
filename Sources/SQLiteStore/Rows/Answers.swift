import Domain

private enum Statements {
    static let byKey = SQL(
        "SELECT answer_key, body, account_id, answer, created_at FROM answers WHERE answer_key = ?1 AND created_at > ?2"
    )
    /// One that is past its time may still lie there: a caller looks for a living one first, in the same transaction.
    static let put = SQL(
        """
        INSERT INTO answers (answer_key, body, account_id, answer, created_at) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (answer_key) DO UPDATE SET body = ?2, account_id = ?3, answer = ?4, created_at = ?5
        """)
    static let sweep = SQL(
        """
        DELETE FROM answers WHERE answer_key IN (SELECT answer_key FROM answers WHERE created_at <= ?1 LIMIT ?2)
        """)
}

extension AnswerRecord {
    init(_ row: Row) throws(DomainError) {
        self.init(
            key: try row.hash(0), body: try row.hash(1), accountID: try row.idIfAny(2), answer: row.bytes(3),
            createdAt: row.instant(4))
    }
}

extension SQLiteReadTransaction {
    func answer(key: KeyedHash, since: Instant) throws(DomainError) -> AnswerRecord? {
        try connection.first(Statements.byKey, key, since) { row throws(DomainError) in
            try AnswerRecord(row)
        }
    }
}

extension SQLiteTransaction {
    func insert(_ answer: AnswerRecord) throws(DomainError) {
        try connection.run(
            Statements.put, answer.key, answer.body, answer.accountID, answer.answer, answer.createdAt)
    }

    /// Ended sessions stay as long as answers do, so that what is repeated finds what it found.
    func sweep(now: Instant, limit: Int) throws(DomainError) {
        let limit = max(0, limit)
        let dayAgo = now - answersKept
        try sweepLinks(now: now, limit: limit)
        try connection.run(Statements.sweep, dayAgo, limit)
        try sweepSessions(before: dayAgo, limit: limit)
        try sweepRevocations(before: now - .days(30), limit: limit)
        // Long enough for a person to have looked at them.
        try sweepDeadJobs(before: now - .days(90), limit: limit)
    }
}
