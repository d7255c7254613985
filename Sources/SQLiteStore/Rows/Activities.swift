import Domain

private enum Statements {
    static let columns =
        "activity_id, account_id, kind, at, actor, actor_name, details, sequence, previous_hash, hash, tag"
    /// Kinds come as lines, each between two line feeds.
    static let page = SQL(
        """
        SELECT \(columns) FROM activities
        WHERE account_id = ?1 AND activity_id < ?2 AND at >= ?3 AND at < ?4
            AND (?5 = '' OR instr(?5, char(10) || kind || char(10)) > 0)
        ORDER BY activity_id DESC LIMIT ?6
        """)
    static let insert = SQL("INSERT INTO activities (\(columns)) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)")
    static let chained = SQL(
        """
        SELECT \(columns) FROM activities
        WHERE account_id = ?1 AND activity_id > ?2 AND sequence IS NOT NULL ORDER BY activity_id LIMIT ?3
        """)
    static let one = SQL(
        "SELECT \(columns) FROM activities WHERE account_id = ?1 AND activity_id = ?2 AND sequence IS NOT NULL")
    static let unchained = SQL(
        """
        SELECT \(columns) FROM activities WHERE account_id = ?1 AND activity_id < ?2 AND sequence IS NULL
        ORDER BY activity_id DESC LIMIT ?3
        """)
    static let unchainedCount = SQL("SELECT count(*) FROM activities WHERE account_id = ?1 AND sequence IS NULL")
    static let head = SQL(
        """
        SELECT account_id, sequence, hash, at, tag, unchained, chain_key, activity_id
        FROM activities JOIN activity_chains USING (account_id)
        WHERE account_id = ?1 AND sequence IS NOT NULL ORDER BY activity_id DESC LIMIT 1
        """)
    static let begin = SQL("INSERT INTO activity_chains (account_id, unchained, chain_key) VALUES (?1, ?2, ?3)")
}

extension ActivityRecord {
    fileprivate init(_ row: Row) throws(DomainError) {
        self.init(
            id: try row.id(0), accountID: try row.id(1), kind: row.text(2), at: row.instant(3),
            actor: try row.choice(4),
            actorName: row.text(5), details: row.bytes(6),
            link: row.isNull(7)
                ? nil
                : ActivityLink(
                    sequence: row.int(7), previousHash: row.bytes(8), hash: row.bytes(9), tag: try row.hash(10)))
    }
}

extension ActivityHeadRecord {
    fileprivate init(_ row: Row) throws(DomainError) {
        let chain = ActivityChainRecord(accountID: try row.id(0), unchained: row.int(5), chainKey: row.bytes(6))
        self.init(
            chain: chain, id: try row.id(7), count: row.int(1), hash: row.bytes(2), at: row.instant(3),
            tag: try row.hash(4))
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
        of account: AccountID, after id: ActivityID?, limit: Int
    ) throws(DomainError) -> [ActivityRecord] {
        let id = id ?? ActivityID(UUIDv7(high: 0, low: 0))
        return try connection.all(Statements.chained, account, id, limit) {
            row throws(DomainError) in try ActivityRecord(row)
        }
    }

    func chainedActivity(_ id: ActivityID, of account: AccountID) throws(DomainError) -> ActivityRecord? {
        try connection.first(Statements.one, account, id) { row throws(DomainError) in try ActivityRecord(row) }
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
            activity.link?.hash, activity.link?.tag)
        noteActivity(of: activity.accountID)
    }

    func insert(_ chain: ActivityChainRecord) throws(DomainError) {
        try connection.run(Statements.begin, chain.accountID, chain.unchained, chain.chainKey)
    }
}
