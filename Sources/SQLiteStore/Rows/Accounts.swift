import CSQLite
import Domain

private enum Statements {
    static let columns = """
        account_id, state, address_hash, pending_address_hash, profile, email_verified_at, password_hash,
        password_changed_at, totp_secret, totp_confirmed_at, totp_last_step, created_at, deleted_at, version
        """
    static let byID = SQL("SELECT \(columns) FROM accounts WHERE account_id = ?1")
    static let byAddress = SQL("SELECT \(columns) FROM accounts WHERE address_hash = ?1 AND state IN (1, 2)")
    static let insert = SQL(
        "INSERT INTO accounts (\(columns)) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)")
    /// The accepted time step only rises, whatever was read before; a removed secret takes it along.
    static let update = SQL(
        """
        UPDATE accounts SET state = ?2, address_hash = ?3, pending_address_hash = ?4, profile = ?5,
            email_verified_at = ?6, password_hash = ?7, password_changed_at = ?8, totp_secret = ?9,
            totp_confirmed_at = ?10, totp_last_step = iif(?9 IS NULL, 0, max(totp_last_step, ?11)),
            created_at = ?12, deleted_at = ?13, version = version + 1
        WHERE account_id = ?1 AND version = ?14
        """)
    /// The same where address and state stay: naming them would write the index of addresses too, a page more in each commit.
    static let updateInPlace = SQL(
        """
        UPDATE accounts SET pending_address_hash = ?4, profile = ?5,
            email_verified_at = ?6, password_hash = ?7, password_changed_at = ?8, totp_secret = ?9,
            totp_confirmed_at = ?10, totp_last_step = iif(?9 IS NULL, 0, max(totp_last_step, ?11)),
            created_at = ?12, deleted_at = ?13, version = version + 1
        WHERE account_id = ?1 AND version = ?14 AND state = ?2 AND address_hash IS ?3
        """)
    static let advanceStep = SQL(
        """
        UPDATE accounts SET totp_last_step = ?2
        WHERE account_id = ?1 AND totp_secret IS NOT NULL AND totp_last_step < ?2
        """)
    static let tokens = SQL(
        """
        SELECT 1, token_hash FROM sessions WHERE account_id = ?1 AND revoked_at IS NULL
        UNION ALL SELECT 2, secret_hash FROM api_keys WHERE account_id = ?1 AND revoked_at IS NULL
        UNION ALL SELECT 2, old_hash FROM api_keys
            WHERE account_id = ?1 AND revoked_at IS NULL AND old_hash IS NOT NULL
        """)
    static let forgetAddress = SQL("UPDATE accounts SET address_hash = NULL WHERE account_id = ?1")
    static let removePending = SQL("DELETE FROM accounts WHERE account_id = ?1 AND state = 1")
}

extension AccountRecord {
    fileprivate init(_ row: Row) throws(DomainError) {
        self.init(
            id: try row.id(0), state: try row.choice(1), addressHash: try row.hashIfAny(2),
            pendingAddressHash: try row.hashIfAny(3), profile: row.bytes(4), emailVerifiedAt: row.instantIfAny(5),
            passwordHash: row.bytes(6), passwordChangedAt: row.instant(7), createdAt: row.instant(11),
            deletedAt: row.instantIfAny(12), version: row.int(13))
        if !row.isNull(8) {
            totp = TOTPRecord(secret: row.bytes(8), confirmedAt: row.instantIfAny(9), lastStep: row.int(10))
        }
    }
}

extension AccountRecord {
    /// An account whose data key is gone is a deleted one, whatever its row says: a restored backup brings back the rows of
    /// people who were deleted since.
    fileprivate var withoutKey: AccountRecord {
        var account = self
        account.state = .deleted
        account.addressHash = nil
        account.pendingAddressHash = nil
        account.profile = []
        account.emailVerifiedAt = nil
        account.passwordHash = []
        account.totp = nil
        return account
    }
}

extension SQLiteReadTransaction {
    func account(_ id: AccountID) throws(DomainError) -> AccountRecord? {
        let account = try connection.first(Statements.byID, id) { row throws(DomainError) in try AccountRecord(row) }
        guard let account, account.state != .deleted, try wrappedDataKey(of: id) == nil else { return account }
        return account.withoutKey
    }

    func account(addressHash: KeyedHash) throws(DomainError) -> AccountRecord? {
        let account = try connection.first(Statements.byAddress, addressHash) { row throws(DomainError) in
            try AccountRecord(row)
        }
        guard let account, try wrappedDataKey(of: account.id) != nil else { return nil }
        return account
    }
}

extension SQLiteTransaction {
    func insert(_ account: AccountRecord) throws(DomainError) { _ = try write(account, Statements.insert) }

    func update(_ account: AccountRecord) throws(DomainError) -> Bool {
        if try tryWrite(account, Statements.updateInPlace) == 1 { return true }
        return try write(account, Statements.update) == 1
    }

    func removePendingAccount(_ id: AccountID) throws(DomainError) -> Bool {
        let gone = try connection.all(Statements.tokens, id) { row throws(DomainError) in
            let hash = try row.hash(1)
            return row.int(0) == 1 ? HotChange.sessionGone(hash) : .apiKeyGone(hash)
        }
        guard try connection.run(Statements.removePending, id) == 1 else { return false }
        for change in gone { afterCommit(change) }
        try destroyDataKey(of: id)
        return true
    }

    func advanceTOTPStep(of account: AccountID, to step: Int64) throws(DomainError) -> Bool {
        try connection.run(Statements.advanceStep, account, step) == 1
    }

    /// Whether the address was held by nobody but an account whose data key is gone; then it is free.
    private func freeAddress(_ hash: KeyedHash) throws(DomainError) -> Bool {
        let holder = try connection.first(Statements.byAddress, hash) { row throws(DomainError) in
            try AccountRecord(row)
        }
        guard let holder, try wrappedDataKey(of: holder.id) == nil else { return false }
        return try connection.run(Statements.forgetAddress, holder.id) == 1
    }

    private func write(_ account: AccountRecord, _ sql: SQL) throws(DomainError) -> Int {
        do throws(DomainError) {
            return try tryWrite(account, sql)
        } catch {
            guard case .alreadyExists = error, let hash = account.addressHash, try freeAddress(hash) else {
                throw error
            }
            return try tryWrite(account, sql)
        }
    }

    private func tryWrite(_ account: AccountRecord, _ sql: SQL) throws(DomainError) -> Int {
        do throws(DomainError) {
            return try connection.run(
                sql, account.id, account.state, account.addressHash, account.pendingAddressHash, account.profile,
                account.emailVerifiedAt, account.passwordHash, account.passwordChangedAt, account.totp?.secret,
                account.totp?.confirmedAt, account.totp?.lastStep ?? 0, account.createdAt, account.deletedAt,
                account.version)
        } catch {
            // The address is the only unique column besides the primary key, which has a code of its own.
            guard connection.lastError == SQLITE_CONSTRAINT | (8 << 8) else { throw error }
            throw .alreadyExists(reason: "ADDRESS_TAKEN", message: "This address has an account already.")
        }
    }
}
