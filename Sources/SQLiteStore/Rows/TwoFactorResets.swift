import Domain

private enum Statements {
    static let byAccount = SQL(
        """
        SELECT reset_id, requested_by, requested_at, takes_effect_at, ended, ended_at FROM two_factor_resets
        WHERE account_id = ?1
        """)
    static let begin = SQL(
        """
        INSERT INTO two_factor_resets (account_id, reset_id, requested_by, requested_at, takes_effect_at)
        VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (account_id) DO UPDATE SET reset_id = ?2, requested_by = ?3, requested_at = ?4,
            takes_effect_at = ?5, ended = NULL, ended_at = NULL
        WHERE ended IS NOT NULL
        """)
    /// ?5: the end that has to wait for its time.
    static let end = SQL(
        """
        UPDATE two_factor_resets SET ended = ?3, ended_at = ?4
        WHERE account_id = ?1 AND reset_id = ?2 AND ended IS NULL AND (?3 <> ?5 OR takes_effect_at <= ?4)
        """)
}

extension SQLiteReadTransaction {
    func twoFactorReset(of account: AccountID) throws(DomainError) -> TwoFactorResetRecord? {
        try connection.first(Statements.byAccount, account) { row throws(DomainError) in
            TwoFactorResetRecord(
                id: try row.uuid(0), accountID: account, requestedBy: row.text(1), requestedAt: row.instant(2),
                takesEffectAt: row.instant(3),
                ended: row.isNull(4) ? nil : TwoFactorResetRecord.Ended(try row.choice(4), at: row.instant(5)))
        }
    }
}

extension SQLiteTransaction {
    func begin(_ reset: TwoFactorResetRecord) throws(DomainError) -> Bool {
        try connection.run(
            Statements.begin, reset.accountID, reset.id, reset.requestedBy, reset.requestedAt, reset.takesEffectAt) == 1
    }

    func endTwoFactorReset(
        _ id: UUIDv7, of account: AccountID, as end: TwoFactorResetEnd, at: Instant
    ) throws(DomainError) -> Bool {
        try connection.run(Statements.end, account, id, end, at, TwoFactorResetEnd.done) == 1
    }
}
