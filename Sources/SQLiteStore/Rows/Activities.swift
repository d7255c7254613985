import Domain

private enum Statements {
    static let columns = "activity_id, account_id, kind, at, actor, actor_name, details, sequence, previous_hash, hash"
    /// Kinds come as lines, each between two line feeds.
    static let page = SQL(
        """
        SELECT \(columns) FROM activities
        WHERE account_id = ?1 AND activity_id < ?2 AND at >= ?3 AND at < ?4
            AND (?5 = '' OR instr(?5, char(10) || kind || char(10)) > 0)
        ORDER BY activity_id DESC LIMIT ?6
        """)
    static let insert = SQL("INSERT INTO activities (\(columns)) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")
    static let chained = SQL(
        """
        SELECT \(columns) FROM activities
        WHERE account_id = ?1 AND sequence BETWEEN ?2 AND ?3 AND sequence IS NOT NULL ORDER BY sequence LIMIT ?4
        """)
    static let unchained = SQL(
        """
        SELECT \(columns) FROM activities WHERE account_id = ?1 AND activity_id < ?2 AND sequence IS NULL
        ORDER BY activity_id DESC LIMIT ?3
        """)
    static let unchainedCount = SQL("SELECT count(*) FROM activities WHERE account_id = ?1 AND sequence IS NULL")
    static let headColumns = "account_id, count, hash, at, unchained, chain_key, tag"
    static let head = SQL("SELECT \(headColumns) FROM activity_heads WHERE account_id = ?1")
    /// What belongs to the chain as a whole stays as it was begun.
    static let putHead = SQL(
        """
        INSERT INTO activity_heads (\(headColumns)) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        ON CONFLICT (account_id) DO UPDATE SET count = excluded.count, hash = excluded.hash, at = excluded.at,
            tag = excluded.tag
        """)
}

extension ActivityRecord {
    fileprivate init(_ row: Row) throws(DomainError) {
        self.init(
            id: try row.id(0), accountID: try row.id(1), kind: row.text(2), at: row.instant(3),
            actor: try row.choice(4),
            actorName: row.text(5), details: row.bytes(6),
            link: row.isNull(7)
                ? nil : ActivityLink(sequence: row.int(7), previousHash: row.bytes(8), hash: row.bytes(9)))
    }
}

extension ActivityHeadRecord {
    fileprivate init(_ row: Row) throws(DomainError) {
        self.init(
            accountID: try row.id(0), count: row.int(1), hash: row.bytes(2), at: row.instant(3), unchained: row.int(4),
            chainKey: row.bytes(5), tag: try row.hash(6))
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

    func activityHead(of account: AccountID) throws(DomainError) -> ActivityHeadRecord? {
        try connection.first(Statements.head, account) { row throws(DomainError) in try ActivityHeadRecord(row) }
    }

    func chainedActivities(
        of account: AccountID, in range: ClosedRange<Int64>, limit: Int
    ) throws(DomainError) -> [ActivityRecord] {
        try connection.all(Statements.chained, account, range.lowerBound, range.upperBound, limit) {
            row throws(DomainError) in try ActivityRecord(row)
        }
    }

    func unchainedActivities(of account: AccountID, page: PageRequest) throws(DomainError) -> [ActivityRecord] {
        try connection.all(Statements.unchained, account, page.before, page.rows) {
            row throws(DomainError) in try ActivityRecord(row)
        }
    }

    func unchainedActivityCount(of account: AccountID) throws(DomainError) -> Int64 {
        try connection.first(Statements.unchainedCount, account) { $0.int(0) } ?? 0
    }
}

extension SQLiteTransaction {
    func insert(_ activity: ActivityRecord) throws(DomainError) {
        try connection.run(
            Statements.insert, activity.id, activity.accountID, activity.kind, activity.at, activity.actor,
            activity.actorName, activity.details, activity.link?.sequence, activity.link?.previousHash,
            activity.link?.hash)
        noteActivity(of: activity.accountID)
    }

    func put(_ head: ActivityHeadRecord) throws(DomainError) {
        try connection.run(
            Statements.putHead, head.accountID, head.count, head.hash, head.at, head.unchained, head.chainKey,
            head.tag)
    }
}
