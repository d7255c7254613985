import Domain

private enum Statements {
    static let columns = "sequence, revocation_id, kind, subject, account_id, at"
    static let newest = SQL("SELECT sequence, revocation_id FROM revocations ORDER BY sequence DESC LIMIT 1")
    static let byPosition = SQL("SELECT 1 FROM revocations WHERE sequence = ?1 AND revocation_id = ?2")
    static let after = SQL("SELECT \(columns) FROM revocations WHERE sequence > ?1 ORDER BY sequence LIMIT ?2")
    static let insert = SQL(
        """
        INSERT INTO revocations (revocation_id, kind, subject, account_id, at) VALUES (?1, ?2, ?3, ?4, ?5)
        RETURNING sequence
        """)
    /// From the log's beginning only, even where the clock has gone back: what is left is whole. The last row that is due stays:
    /// it is the place before all that is kept.
    static let sweep = SQL(
        """
        DELETE FROM revocations WHERE sequence < (
            SELECT max(sequence) FROM (
                SELECT sequence, max(at) OVER (ORDER BY sequence) AS latest
                FROM (SELECT sequence, at FROM revocations ORDER BY sequence LIMIT ?2 + 1))
            WHERE latest <= ?1)
        """)
}

extension RevocationRecord {
    fileprivate init(_ row: Row) throws(DomainError) {
        self.init(
            sequence: row.int(0), id: try row.uuid(1), kind: try row.choice(2), subject: try row.uuid(3),
            accountID: try row.id(4), at: row.instant(5))
    }
}

extension SQLiteReadTransaction {
    func newestRevocation() throws(DomainError) -> LogPosition {
        let newest = try connection.first(Statements.newest) { row throws(DomainError) in
            LogPosition(sequence: row.int(0), id: try row.uuid(1))
        }
        guard let newest else { throw .corrupted("the revocations' log has no row") }
        return newest
    }

    func hasRevocation(at position: LogPosition) throws(DomainError) -> Bool {
        try connection.first(Statements.byPosition, position.sequence, position.id) { $0.bool(0) } ?? false
    }

    func revocations(after sequence: Int64, limit: Int) throws(DomainError) -> [RevocationRecord] {
        try connection.all(Statements.after, sequence, max(0, limit)) { row throws(DomainError) in
            try RevocationRecord(row)
        }
    }
}

extension SQLiteTransaction {
    func insert(_ revocation: RevocationRecord) throws(DomainError) {
        let sequence = try connection.first(
            Statements.insert, revocation.id, revocation.kind, revocation.subject, revocation.accountID, revocation.at
        ) { $0.int(0) }
        guard let sequence else { throw .storage("a revocation was given no sequence") }
        var revocation = revocation
        revocation.sequence = sequence
        note(revocation)
    }

    func sweepRevocations(before: Instant, limit: Int) throws(DomainError) {
        try connection.run(Statements.sweep, before, limit)
    }
}
