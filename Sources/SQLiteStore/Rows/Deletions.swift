import Domain

private enum Statements {
    static let columns = """
        account_id, receipt_hash, requested_at, revoked_sessions, revoked_api_keys, revoked_browser_profiles,
        revoked_driver_sessions, purge_due_at, data_key_destroyed_at, mails_removed_at, revoked_webhook_endpoints
        """
    static let byAccount = SQL("SELECT \(columns) FROM deletions WHERE account_id = ?1")
    static let byReceipt = SQL("SELECT \(columns) FROM deletions WHERE receipt_hash = ?1")
    static let insert = SQL("INSERT INTO deletions (\(columns)) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)")
    /// The first time stays: a job may run more than once.
    static let keyDestroyed = SQL(
        "UPDATE deletions SET data_key_destroyed_at = coalesce(data_key_destroyed_at, ?2) WHERE account_id = ?1")
    static let mailsRemoved = SQL(
        "UPDATE deletions SET mails_removed_at = coalesce(mails_removed_at, ?2) WHERE account_id = ?1")
}

extension DeletionRecord {
    fileprivate init(_ row: Row) throws(DomainError) {
        self.init(
            accountID: try row.id(0), receiptHash: try row.hash(1), requestedAt: row.instant(2),
            revokedSessions: row.int(3), revokedAPIKeys: row.int(4), revokedBrowserProfiles: row.int(5),
            revokedDriverSessions: row.int(6), revokedWebhookEndpoints: row.int(10), purgeDueAt: row.instant(7),
            dataKeyDestroyedAt: row.instantIfAny(8),
            mailsRemovedAt: row.instantIfAny(9))
    }
}

extension SQLiteReadTransaction {
    func deletion(of account: AccountID) throws(DomainError) -> DeletionRecord? {
        try connection.first(Statements.byAccount, account) { row throws(DomainError) in try DeletionRecord(row) }
    }

    func deletion(receiptHash: KeyedHash) throws(DomainError) -> DeletionRecord? {
        try connection.first(Statements.byReceipt, receiptHash) { row throws(DomainError) in try DeletionRecord(row) }
    }
}

extension SQLiteTransaction {
    func insert(_ deletion: DeletionRecord) throws(DomainError) {
        try connection.run(
            Statements.insert, deletion.accountID, deletion.receiptHash, deletion.requestedAt, deletion.revokedSessions,
            deletion.revokedAPIKeys, deletion.revokedBrowserProfiles, deletion.revokedDriverSessions,
            deletion.purgeDueAt, deletion.dataKeyDestroyedAt, deletion.mailsRemovedAt, deletion.revokedWebhookEndpoints)
    }

    func setDataKeyDestroyed(of account: AccountID, at: Instant) throws(DomainError) {
        try connection.run(Statements.keyDestroyed, account, at)
    }

    func setMailsRemoved(of account: AccountID, at: Instant) throws(DomainError) {
        try connection.run(Statements.mailsRemoved, account, at)
    }
}
