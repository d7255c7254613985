import Domain

private enum Statements {
    static let columns = "driver_session_id, account_id, profile_id, label, started_at, ended_at, revoked_at"
    static let byID = SQL("SELECT \(columns) FROM driver_sessions WHERE account_id = ?1 AND driver_session_id = ?2")
    static let page = SQL(
        """
        SELECT \(columns) FROM driver_sessions WHERE account_id = ?1 AND driver_session_id < ?2
        ORDER BY driver_session_id DESC LIMIT ?3
        """)
    static let insert = SQL("INSERT INTO driver_sessions (\(columns)) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
    static let end = SQL(
        """
        UPDATE driver_sessions SET ended_at = ?3
        WHERE account_id = ?1 AND driver_session_id = ?2 AND ended_at IS NULL AND revoked_at IS NULL
        """)
    static let revokeAll = SQL(
        """
        UPDATE driver_sessions SET revoked_at = ?2
        WHERE account_id = ?1 AND ended_at IS NULL AND revoked_at IS NULL
        RETURNING driver_session_id
        """)
}

extension DriverSessionRecord {
    fileprivate init(_ row: Row) throws(DomainError) {
        self.init(
            id: try row.id(0), accountID: try row.id(1), browserProfileID: try row.idIfAny(2), label: row.bytes(3),
            startedAt: row.instant(4), endedAt: row.instantIfAny(5), revokedAt: row.instantIfAny(6))
    }
}

extension SQLiteReadTransaction {
    func driverSession(_ id: DriverSessionID, of account: AccountID) throws(DomainError) -> DriverSessionRecord? {
        try connection.first(Statements.byID, account, id) { row throws(DomainError) in try DriverSessionRecord(row) }
    }

    func driverSessions(of account: AccountID, page: PageRequest) throws(DomainError) -> [DriverSessionRecord] {
        try connection.all(Statements.page, account, page.before, page.rows) { row throws(DomainError) in
            try DriverSessionRecord(row)
        }
    }
}

extension SQLiteTransaction {
    func insert(_ driverSession: DriverSessionRecord) throws(DomainError) {
        try connection.run(
            Statements.insert, driverSession.id, driverSession.accountID, driverSession.browserProfileID,
            driverSession.label, driverSession.startedAt, driverSession.endedAt, driverSession.revokedAt)
    }

    func endDriverSession(_ id: DriverSessionID, of account: AccountID, at: Instant) throws(DomainError) -> Bool {
        try connection.run(Statements.end, account, id, at) == 1
    }

    func revokeDriverSessions(of account: AccountID, at: Instant) throws(DomainError) -> [DriverSessionID] {
        let ids: [DriverSessionID] = try connection.all(Statements.revokeAll, account, at) { row throws(DomainError) in
            try row.id(0)
        }
        return ids.sorted(by: >)
    }
}
