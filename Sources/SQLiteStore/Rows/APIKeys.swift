import Domain

private enum Statements {
    static let columns = """
        key_id, account_id, secret_hash, prefix, name, scopes, created_at, expires_at, last_used_at, revoked_at,
        old_hash, old_ends_at
        """
    static let bySecret = SQL("SELECT \(columns) FROM api_keys WHERE secret_hash = ?1")
    static let page = SQL(
        """
        SELECT \(columns) FROM api_keys WHERE account_id = ?1 AND key_id < ?2 AND revoked_at IS NULL
        ORDER BY key_id DESC LIMIT ?3
        """)
    static let held = SQL(
        "SELECT \(columns) FROM api_keys WHERE account_id = ?1 AND key_id < ?2 ORDER BY key_id DESC LIMIT ?3")
    static let hot = SQL("SELECT \(columns) FROM api_keys WHERE revoked_at IS NULL")
    static let insert = SQL(
        "INSERT INTO api_keys (\(columns)) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)")
    static let byID = SQL("SELECT \(columns) FROM api_keys WHERE account_id = ?1 AND key_id = ?2")
    static let rotate = SQL(
        """
        UPDATE api_keys SET secret_hash = ?4, prefix = ?5, old_hash = ?6, old_ends_at = ?7, last_used_at = ?8
        WHERE account_id = ?1 AND key_id = ?2 AND secret_hash = ?3 AND revoked_at IS NULL
        """)
    static let revoke = SQL(
        """
        UPDATE api_keys SET revoked_at = ?3 WHERE account_id = ?1 AND key_id = ?2 AND revoked_at IS NULL
        RETURNING key_id, secret_hash, last_used_at, old_hash
        """)
    static let revokeAll = SQL(
        """
        UPDATE api_keys SET revoked_at = ?2 WHERE account_id = ?1 AND revoked_at IS NULL
        RETURNING key_id, secret_hash, last_used_at, old_hash
        """)
    static let used = SQL("UPDATE api_keys SET last_used_at = ?3 WHERE account_id = ?1 AND key_id = ?2")
}

extension APIKeyRecord {
    /// Scopes are names without white space, kept as lines.
    fileprivate init(_ row: Row) throws(DomainError) {
        self.init(
            id: try row.id(0), accountID: try row.id(1), secretHash: try row.hash(2), prefix: row.text(3),
            name: row.bytes(4), scopes: row.text(5).split(separator: "\n").map(String.init), createdAt: row.instant(6),
            expiresAt: row.instantIfAny(7), lastUsedAt: row.instantIfAny(8), revokedAt: row.instantIfAny(9),
            oldSecret: try row.hashIfAny(10).map { OldSecret(hash: $0, endsAt: row.instant(11)) })
    }

    var hotEntry: HotAPIKeyEntry { hotEntry(expiresAt: expiresAt) }

    /// The old secret opens the same key, until it ends or the key does.
    var oldHotEntry: (hash: KeyedHash, entry: HotAPIKeyEntry)? {
        guard let oldSecret else { return nil }
        return (oldSecret.hash, hotEntry(expiresAt: min(expiresAt ?? oldSecret.endsAt, oldSecret.endsAt)))
    }

    private func hotEntry(expiresAt: Instant?) -> HotAPIKeyEntry {
        HotAPIKeyEntry(
            key: HotAPIKey(id: id, account: accountID, scopes: scopes, expiresAt: expiresAt), lastUsedAt: lastUsedAt)
    }
}

extension HotMaps {
    /// Those of accounts that have their data key, as with sessions.
    func loadAPIKeys(from connection: Connection, _ keys: KeyRing) throws(DomainError) {
        _ = try connection.all(Statements.hot) { row throws(DomainError) -> Void? in
            let key = try APIKeyRecord(row)
            guard keys.entry(key.accountID.uuid) != nil else { return nil }
            apiKeys.insert(key.secretHash, key.hotEntry)
            if let old = key.oldHotEntry { apiKeys.insert(old.hash, old.entry) }
            return nil
        }
    }
}

extension SQLiteReadTransaction {
    func apiKey(secretHash: KeyedHash) throws(DomainError) -> APIKeyRecord? {
        try connection.first(Statements.bySecret, secretHash) { row throws(DomainError) in try usedKey(row) }
    }

    func apiKeys(of account: AccountID, page: PageRequest) throws(DomainError) -> [APIKeyRecord] {
        try connection.all(Statements.page, account, page.before, page.rows) { row throws(DomainError) in
            try usedKey(row)
        }
    }

    func heldAPIKeys(of account: AccountID, page: PageRequest) throws(DomainError) -> [APIKeyRecord] {
        try connection.all(Statements.held, account, page.before, page.rows) { row throws(DomainError) in
            try usedKey(row)
        }
    }

    private func usedKey(_ row: Row) throws(DomainError) -> APIKeyRecord {
        var key = try APIKeyRecord(row)
        key.lastUsedAt = hot.lastUsed([key.secretHash, key.oldSecret?.hash], row: key.lastUsedAt)
        return key
    }
}

extension SQLiteTransaction {
    func insert(_ apiKey: APIKeyRecord) throws(DomainError) {
        try connection.run(
            Statements.insert, apiKey.id, apiKey.accountID, apiKey.secretHash, apiKey.prefix, apiKey.name,
            apiKey.scopes.joined(separator: "\n"), apiKey.createdAt, apiKey.expiresAt, apiKey.lastUsedAt,
            apiKey.revokedAt, apiKey.oldSecret?.hash, apiKey.oldSecret?.endsAt)
        if apiKey.revokedAt == nil { afterCommit(.apiKey(apiKey.secretHash, apiKey.hotEntry)) }
    }

    func rotateAPIKey(
        _ id: APIKeyID, of account: AccountID, old: KeyedHash, new: KeyedHash, prefix: String, oldEndsAt: Instant?
    ) throws(DomainError) -> Bool {
        let found = try connection.first(Statements.byID, account, id) { row throws(DomainError) in
            try APIKeyRecord(row)
        }
        guard var key = found else { return false }
        // Memory may be about to forget when the old ones were last used.
        key.lastUsedAt = hot.lastUsed([key.secretHash, key.oldSecret?.hash], row: key.lastUsedAt)
        let older = key.oldSecret?.hash
        key.secretHash = new
        key.prefix = prefix
        key.oldSecret = oldEndsAt.map { APIKeyRecord.OldSecret(hash: old, endsAt: $0) }
        let rotated = try connection.run(
            Statements.rotate, account, id, old, new, prefix, key.oldSecret?.hash, oldEndsAt, key.lastUsedAt)
        guard rotated == 1 else { return false }
        for hash in [older, old] { if let hash { afterCommit(.apiKeyGone(hash)) } }
        if let still = key.oldHotEntry { afterCommit(.apiKey(still.hash, still.entry)) }
        afterCommit(.apiKey(new, key.hotEntry))
        return true
    }

    func revokeAPIKey(_ id: APIKeyID, of account: AccountID, at: Instant) throws(DomainError) -> Bool {
        let revoked = try connection.all(Statements.revoke, account, id, at) { row throws(DomainError) in
            try Revoked(row)
        }
        try forget(revoked, of: account)
        return !revoked.isEmpty
    }

    func revokeAPIKeys(of account: AccountID, at: Instant) throws(DomainError) -> [APIKeyID] {
        let revoked = try connection.all(Statements.revokeAll, account, at) { row throws(DomainError) in
            try Revoked(row)
        }
        try forget(revoked, of: account)
        return revoked.map(\.id).sorted(by: >)
    }

    private struct Revoked {
        let id: APIKeyID
        let secretHash: KeyedHash
        let lastUsedAt: Instant?
        let oldHash: KeyedHash?

        init(_ row: Row) throws(DomainError) {
            id = try row.id(0)
            secretHash = try row.hash(1)
            lastUsedAt = row.instantIfAny(2)
            oldHash = try row.hashIfAny(3)
        }
    }

    /// Memory is about to forget when they were last used, so the rows have to know.
    private func forget(_ keys: [Revoked], of account: AccountID) throws(DomainError) {
        for key in keys {
            let used = hot.lastUsed([key.secretHash, key.oldHash], row: key.lastUsedAt)
            if used != key.lastUsedAt { try connection.run(Statements.used, account, key.id, used) }
            afterCommit(.apiKeyGone(key.secretHash))
            if let oldHash = key.oldHash { afterCommit(.apiKeyGone(oldHash)) }
        }
    }
}
