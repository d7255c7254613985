import Domain

private enum Statements {
    static let columns = "profile_id, account_id, name, created_at, revoked_at"
    static let byID = SQL(
        "SELECT \(columns) FROM browser_profiles WHERE account_id = ?1 AND profile_id = ?2 AND revoked_at IS NULL")
    static let page = SQL(
        """
        SELECT \(columns) FROM browser_profiles WHERE account_id = ?1 AND profile_id < ?2 AND revoked_at IS NULL
        ORDER BY profile_id DESC LIMIT ?3
        """)
    static let held = SQL(
        """
        SELECT \(columns) FROM browser_profiles WHERE account_id = ?1 AND profile_id < ?2
        ORDER BY profile_id DESC LIMIT ?3
        """)
    static let insert = SQL("INSERT INTO browser_profiles (\(columns)) VALUES (?1, ?2, ?3, ?4, ?5)")
    static let revoke = SQL(
        """
        UPDATE browser_profiles SET revoked_at = ?3 WHERE account_id = ?1 AND profile_id = ?2 AND revoked_at IS NULL
        """)
    static let revokeAll = SQL(
        """
        UPDATE browser_profiles SET revoked_at = ?2 WHERE account_id = ?1 AND revoked_at IS NULL RETURNING profile_id
        """)
}

extension BrowserProfileRecord {
    fileprivate init(_ row: Row) throws(DomainError) {
        self.init(
            id: try row.id(0), accountID: try row.id(1), name: row.bytes(2), createdAt: row.instant(3),
            revokedAt: row.instantIfAny(4))
    }
}

extension SQLiteReadTransaction {
    func browserProfile(_ id: BrowserProfileID, of account: AccountID) throws(DomainError) -> BrowserProfileRecord? {
        try connection.first(Statements.byID, account, id) { row throws(DomainError) in try BrowserProfileRecord(row) }
    }

    func browserProfiles(of account: AccountID, page: PageRequest) throws(DomainError) -> [BrowserProfileRecord] {
        try connection.all(Statements.page, account, page.before, page.rows) { row throws(DomainError) in
            try BrowserProfileRecord(row)
        }
    }

    func heldBrowserProfiles(of account: AccountID, page: PageRequest) throws(DomainError) -> [BrowserProfileRecord] {
        try connection.all(Statements.held, account, page.before, page.rows) { row throws(DomainError) in
            try BrowserProfileRecord(row)
        }
    }
}

extension SQLiteTransaction {
    func insert(_ profile: BrowserProfileRecord) throws(DomainError) {
        try connection.run(
            Statements.insert, profile.id, profile.accountID, profile.name, profile.createdAt, profile.revokedAt)
    }

    func revokeBrowserProfile(_ id: BrowserProfileID, of account: AccountID, at: Instant) throws(DomainError) -> Bool {
        try connection.run(Statements.revoke, account, id, at) == 1
    }

    func revokeBrowserProfiles(of account: AccountID, at: Instant) throws(DomainError) -> [BrowserProfileID] {
        let ids: [BrowserProfileID] = try connection.all(Statements.revokeAll, account, at) { row throws(DomainError) in
            try row.id(0)
        }
        return ids.sorted(by: >)
    }
}
