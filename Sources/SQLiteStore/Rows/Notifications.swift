import Domain

private enum Statements {
    static let disabled = SQL("SELECT category FROM disabled_categories WHERE account_id = ?1 ORDER BY category")
    static let disable = SQL("INSERT OR IGNORE INTO disabled_categories (account_id, category) VALUES (?1, ?2)")
    static let enable = SQL("DELETE FROM disabled_categories WHERE account_id = ?1 AND category = ?2")
    static let columns = "email_id, account_id, category, template, envelope, created_at, sent_at, state, failure"
    static let byID = SQL("SELECT \(columns) FROM emails WHERE account_id = ?1 AND email_id = ?2")
    static let page = SQL(
        "SELECT \(columns) FROM emails WHERE account_id = ?1 AND email_id < ?2 ORDER BY email_id DESC LIMIT ?3")
    static let insert = SQL("INSERT INTO emails (\(columns)) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
    static let set = SQL(
        "UPDATE emails SET state = ?3, sent_at = ?4, failure = ?5 WHERE account_id = ?1 AND email_id = ?2")
}

extension EmailRecord {
    fileprivate init(_ row: Row) throws(DomainError) {
        self.init(
            id: try row.id(0), accountID: try row.id(1), category: row.text(2), template: row.text(3),
            envelope: row.bytes(4), createdAt: row.instant(5), sentAt: row.instantIfAny(6), state: try row.choice(7),
            failure: row.text(8))
    }
}

extension SQLiteReadTransaction {
    func disabledCategories(of account: AccountID) throws(DomainError) -> [String] {
        try connection.all(Statements.disabled, account) { $0.text(0) }
    }

    func email(_ id: EmailID, of account: AccountID) throws(DomainError) -> EmailRecord? {
        try connection.first(Statements.byID, account, id) { row throws(DomainError) in try EmailRecord(row) }
    }

    func emails(of account: AccountID, page: PageRequest) throws(DomainError) -> [EmailRecord] {
        try connection.all(Statements.page, account, page.before, page.rows) { row throws(DomainError) in
            try EmailRecord(row)
        }
    }
}

extension SQLiteTransaction {
    func setCategory(_ category: String, enabled: Bool, of account: AccountID) throws(DomainError) {
        try connection.run(enabled ? Statements.enable : Statements.disable, account, category)
    }

    func insert(_ email: EmailRecord) throws(DomainError) {
        try connection.run(
            Statements.insert, email.id, email.accountID, email.category, email.template, email.envelope,
            email.createdAt, email.sentAt, email.state, email.failure)
    }

    func setEmail(
        _ id: EmailID, of account: AccountID, state: EmailState, sentAt: Instant?, failure: String
    ) throws(DomainError) {
        try connection.run(Statements.set, account, id, state, sentAt, failure)
    }
}
