import Domain

private enum Statements {
    static let columns = """
        session_id, account_id, token_hash, device_label, created_at, authenticated_at, expires_at, last_seen_at,
        two_factor, revoked_at
        """
    static let byToken = SQL("SELECT \(columns) FROM sessions WHERE token_hash = ?1")
    static let byID = SQL("SELECT \(columns) FROM sessions WHERE account_id = ?1 AND session_id = ?2")
    static let live = SQL(
        """
        SELECT \(columns) FROM sessions
        WHERE account_id = ?1 AND session_id < ?2 AND revoked_at IS NULL AND expires_at > ?3
        ORDER BY session_id DESC
        """)
    static let held = SQL(
        "SELECT \(columns) FROM sessions WHERE account_id = ?1 AND session_id < ?2 ORDER BY session_id DESC LIMIT ?3")
    static let hot = SQL("SELECT \(columns) FROM sessions WHERE revoked_at IS NULL")
    static let insert = SQL("INSERT INTO sessions (\(columns)) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")
    static let replaceToken = SQL(
        """
        UPDATE sessions SET token_hash = ?3, authenticated_at = ?4, two_factor = ?5, last_seen_at = max(last_seen_at, ?6)
        WHERE token_hash = ?2 AND session_id = ?1 AND revoked_at IS NULL AND expires_at > ?4
        """)
    static let revoke = SQL(
        """
        UPDATE sessions SET revoked_at = ?3
        WHERE account_id = ?1 AND session_id = ?2 AND revoked_at IS NULL AND expires_at > ?3
        RETURNING session_id, token_hash, last_seen_at
        """)
    static let revokeAll = SQL(
        """
        UPDATE sessions SET revoked_at = ?3
        WHERE account_id = ?1 AND session_id IS NOT ?2 AND revoked_at IS NULL
        RETURNING session_id, token_hash, last_seen_at
        """)
    static let seen = SQL("UPDATE sessions SET last_seen_at = ?3 WHERE account_id = ?1 AND session_id = ?2")
    static let sweep = SQL(
        """
        DELETE FROM sessions WHERE token_hash IN (
            SELECT token_hash FROM sessions WHERE expires_at <= ?1
            UNION SELECT token_hash FROM sessions WHERE revoked_at <= ?1 AND revoked_at IS NOT NULL
            LIMIT ?2)
        RETURNING token_hash
        """)
}

extension SessionRecord {
    fileprivate init(_ row: Row) throws(DomainError) {
        self.init(
            id: try row.id(0), accountID: try row.id(1), tokenHash: try row.hash(2), deviceLabel: row.bytes(3),
            createdAt: row.instant(4), authenticatedAt: row.instant(5), expiresAt: row.instant(6),
            lastSeenAt: row.instant(7), twoFactor: row.bool(8), revokedAt: row.instantIfAny(9))
    }

    var hotEntry: HotSessionEntry {
        HotSessionEntry(
            id: id, account: accountID, authenticatedAt: authenticatedAt, expiresAt: expiresAt, lastSeenAt: lastSeenAt,
            twoFactor: twoFactor)
    }
}

extension HotMaps {
    /// Those of accounts that have their data key: without it an account is a deleted one.
    func loadSessions(from connection: Connection, _ keys: KeyRing) throws(DomainError) {
        _ = try connection.all(Statements.hot) { row throws(DomainError) -> Void? in
            let session = try SessionRecord(row)
            guard keys.entry(session.accountID.uuid) != nil else { return nil }
            sessions.insert(session.tokenHash, session.hotEntry)
            return nil
        }
    }
}

extension SQLiteReadTransaction {
    func heldSessions(of account: AccountID, page: PageRequest) throws(DomainError) -> [SessionRecord] {
        try connection.all(Statements.held, account, page.before, page.rows) { row throws(DomainError) in
            try seenSession(row)
        }
    }

    func session(tokenHash: KeyedHash) throws(DomainError) -> SessionRecord? {
        try connection.first(Statements.byToken, tokenHash) { row throws(DomainError) in try seenSession(row) }
    }

    func session(_ id: SessionID, of account: AccountID) throws(DomainError) -> SessionRecord? {
        try connection.first(Statements.byID, account, id) { row throws(DomainError) in try seenSession(row) }
    }

    func liveSessions(
        of account: AccountID, now: Instant, idleSince: Instant, page: PageRequest
    ) throws(DomainError) -> [SessionRecord] {
        try connection.all(Statements.live, account, page.before, now, limit: page.rows) { row throws(DomainError) in
            let session = try seenSession(row)
            return session.lastSeenAt > idleSince ? session : nil
        }
    }

    private func seenSession(_ row: Row) throws(DomainError) -> SessionRecord {
        var session = try SessionRecord(row)
        session.lastSeenAt = hot.lastSeen(tokenHash: session.tokenHash, row: session.lastSeenAt)
        return session
    }
}

extension SQLiteTransaction {
    func insert(_ session: SessionRecord) throws(DomainError) {
        try connection.run(
            Statements.insert, session.id, session.accountID, session.tokenHash, session.deviceLabel, session.createdAt,
            session.authenticatedAt, session.expiresAt, session.lastSeenAt, session.twoFactor, session.revokedAt)
        if session.revokedAt == nil { afterCommit(.session(session.tokenHash, session.hotEntry)) }
    }

    func replaceToken(
        of session: SessionID, old: KeyedHash, new: KeyedHash, authenticatedAt: Instant, twoFactor: Bool
    ) throws(DomainError) -> Bool {
        let seen = hot.lastSeen(tokenHash: old, row: Instant(microseconds: .min))
        let changed = try connection.run(
            Statements.replaceToken, session, old, new, authenticatedAt, twoFactor, seen)
        guard changed == 1 else { return false }
        afterCommit(.sessionMoved(from: old, to: new, authenticatedAt: authenticatedAt, twoFactor: twoFactor))
        return true
    }

    func revokeSession(_ id: SessionID, of account: AccountID, at: Instant) throws(DomainError) -> Bool {
        let revoked = try connection.all(Statements.revoke, account, id, at) { row throws(DomainError) in
            try Revoked(row)
        }
        try forget(revoked, of: account)
        return !revoked.isEmpty
    }

    func revokeSessions(of account: AccountID, except: SessionID?, at: Instant) throws(DomainError) -> [SessionID] {
        let revoked = try connection.all(Statements.revokeAll, account, except, at) { row throws(DomainError) in
            try Revoked(row)
        }
        try forget(revoked, of: account)
        return revoked.map(\.id).sorted(by: >)
    }

    func sweepSessions(before: Instant, limit: Int) throws(DomainError) {
        let gone = try connection.all(Statements.sweep, before, limit) { row throws(DomainError) in try row.hash(0) }
        for hash in gone { afterCommit(.sessionGone(hash)) }
    }

    private struct Revoked {
        let id: SessionID
        let tokenHash: KeyedHash
        let lastSeenAt: Instant

        init(_ row: Row) throws(DomainError) {
            id = try row.id(0)
            tokenHash = try row.hash(1)
            lastSeenAt = row.instant(2)
        }
    }

    /// Memory is about to forget when they were last seen, so the rows have to know.
    private func forget(_ sessions: [Revoked], of account: AccountID) throws(DomainError) {
        for session in sessions {
            let seen = hot.lastSeen(tokenHash: session.tokenHash, row: session.lastSeenAt)
            if seen > session.lastSeenAt { try connection.run(Statements.seen, account, session.id, seen) }
            afterCommit(.sessionGone(session.tokenHash))
        }
    }
}
