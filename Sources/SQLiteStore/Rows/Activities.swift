import Domain

private enum Statements {
    static let columns = "activity_id, account_id, kind, at, actor, actor_name, details"
    /// Kinds come as lines, each between two line feeds.
    static let page = SQL(
        """
        SELECT \(columns) FROM activities
        WHERE account_id = ?1 AND activity_id < ?2 AND at >= ?3 AND at < ?4
            AND (?5 = '' OR instr(?5, char(10) || kind || char(10)) > 0)
        ORDER BY activity_id DESC LIMIT ?6
        """)
    static let insert = SQL("INSERT INTO activities (\(columns)) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
}

extension ActivityRecord {
    fileprivate init(_ row: Row) throws(DomainError) {
        self.init(
            id: try row.id(0), accountID: try row.id(1), kind: row.text(2), at: row.instant(3),
            actor: try row.choice(4),
            actorName: row.text(5), details: row.bytes(6))
    }
}

extension SQLiteReadTransaction {
    func activities(
        of account: AccountID, _ filter: ActivityFilter, page: PageRequest
    ) throws(DomainError) -> [ActivityRecord] {
        let since = filter.since ?? Instant(microseconds: .min)
        let until = filter.until ?? Instant(microseconds: .max)
        let kinds = filter.kinds.isEmpty ? "" : "\n" + filter.kinds.joined(separator: "\n") + "\n"
        return try connection.all(Statements.page, account, page.before, since, until, kinds, page.rows) {
            row throws(DomainError) in try ActivityRecord(row)
        }
    }
}

extension SQLiteTransaction {
    func insert(_ activity: ActivityRecord) throws(DomainError) {
        try connection.run(
            Statements.insert, activity.id, activity.accountID, activity.kind, activity.at, activity.actor,
            activity.actorName, activity.details)
    }
}
