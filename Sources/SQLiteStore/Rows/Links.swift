import Domain

private enum Statements {
    static let linkColumns = "token_hash, account_id, purpose, address_hash, created_at, expires_at"
    static let link = SQL(
        """
        SELECT \(linkColumns) FROM links
        WHERE token_hash = ?1 AND purpose = ?2 AND used_at IS NULL AND expires_at > ?3
        """)
    static let insertLink = SQL("INSERT INTO links (\(linkColumns)) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
    static let redeemLink = SQL(
        """
        UPDATE links SET used_at = ?3
        WHERE token_hash = ?1 AND purpose = ?2 AND used_at IS NULL AND expires_at > ?3
        RETURNING \(linkColumns)
        """)
    static let killLinks = SQL("DELETE FROM links WHERE account_id = ?1 AND purpose = ?2")
    static let challengeColumns = "token_hash, account_id, device_label, created_at, expires_at, attempts_left"
    static let challenge = SQL(
        """
        SELECT \(challengeColumns) FROM challenges
        WHERE token_hash = ?1 AND used_at IS NULL AND attempts_left > 0 AND expires_at > ?2
        """)
    static let insertChallenge = SQL("INSERT INTO challenges (\(challengeColumns)) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
    static let spendAttempt = SQL(
        """
        UPDATE challenges SET attempts_left = attempts_left - 1
        WHERE token_hash = ?1 AND used_at IS NULL AND attempts_left > 0 AND expires_at > ?2
        """)
    static let redeemChallenge = SQL(
        "UPDATE challenges SET used_at = ?2 WHERE token_hash = ?1 AND used_at IS NULL AND expires_at > ?2")
    static let killChallenges = SQL("DELETE FROM challenges WHERE account_id = ?1")
    static let codesLeft = SQL("SELECT count(*) FROM recovery_codes WHERE account_id = ?1 AND used_at IS NULL")
    static let removeCodes = SQL("DELETE FROM recovery_codes WHERE account_id = ?1")
    static let insertCode = SQL("INSERT INTO recovery_codes (account_id, code_hash) VALUES (?1, ?2)")
    static let redeemCode = SQL(
        "UPDATE recovery_codes SET used_at = ?3 WHERE account_id = ?1 AND code_hash = ?2 AND used_at IS NULL")
    static let throttle = SQL(
        "SELECT failures, last_at, not_before FROM throttles WHERE subject = ?1 AND purpose = ?2")
    static let putThrottle = SQL(
        """
        INSERT INTO throttles (subject, purpose, failures, last_at, not_before) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (subject, purpose) DO UPDATE SET failures = ?3, last_at = ?4, not_before = ?5
        """)
    static let clearThrottle = SQL("DELETE FROM throttles WHERE subject = ?1 AND purpose = ?2")
    static let sweepLinks = SQL(
        "DELETE FROM links WHERE token_hash IN (SELECT token_hash FROM links WHERE expires_at <= ?1 LIMIT ?2)")
    static let sweepChallenges = SQL(
        "DELETE FROM challenges WHERE token_hash IN (SELECT token_hash FROM challenges WHERE expires_at <= ?1 LIMIT ?2)"
    )
    static let sweepThrottles = SQL(
        """
        DELETE FROM throttles WHERE (subject, purpose) IN (
            SELECT subject, purpose FROM throttles WHERE last_at <= ?1 AND not_before <= ?2 LIMIT ?3)
        """)
}

extension LinkRecord {
    fileprivate init(_ row: Row) throws(DomainError) {
        self.init(
            tokenHash: try row.hash(0), accountID: try row.id(1), purpose: try row.choice(2),
            addressHash: try row.hash(3),
            createdAt: row.instant(4), expiresAt: row.instant(5))
    }
}

extension ChallengeRecord {
    fileprivate init(_ row: Row) throws(DomainError) {
        self.init(
            tokenHash: try row.hash(0), accountID: try row.id(1), deviceLabel: row.bytes(2), createdAt: row.instant(3),
            expiresAt: row.instant(4), attemptsLeft: row.int(5))
    }
}

extension SQLiteReadTransaction {
    func link(tokenHash: KeyedHash, purpose: LinkPurpose, now: Instant) throws(DomainError) -> LinkRecord? {
        try connection.first(Statements.link, tokenHash, purpose, now) { row throws(DomainError) in try LinkRecord(row)
        }
    }

    func challenge(tokenHash: KeyedHash, now: Instant) throws(DomainError) -> ChallengeRecord? {
        try connection.first(Statements.challenge, tokenHash, now) { row throws(DomainError) in
            try ChallengeRecord(row)
        }
    }

    func recoveryCodesLeft(of account: AccountID) throws(DomainError) -> Int {
        try connection.first(Statements.codesLeft, account) { Int($0.int(0)) } ?? 0
    }

    func throttle(_ subject: KeyedHash, _ purpose: ThrottlePurpose) throws(DomainError) -> ThrottleRecord? {
        try connection.first(Statements.throttle, subject, purpose) { row in
            ThrottleRecord(
                subject: subject, purpose: purpose, failures: row.int(0), lastAt: row.instant(1),
                notBefore: row.instant(2))
        }
    }
}

extension SQLiteTransaction {
    func insert(_ link: LinkRecord) throws(DomainError) {
        try connection.run(
            Statements.insertLink, link.tokenHash, link.accountID, link.purpose, link.addressHash, link.createdAt,
            link.expiresAt)
    }

    func redeemLink(tokenHash: KeyedHash, purpose: LinkPurpose, at: Instant) throws(DomainError) -> LinkRecord? {
        try connection.first(Statements.redeemLink, tokenHash, purpose, at) { row throws(DomainError) in
            try LinkRecord(row)
        }
    }

    func killLinks(of account: AccountID, purposes: [LinkPurpose]) throws(DomainError) {
        for purpose in purposes { try connection.run(Statements.killLinks, account, purpose) }
    }

    func insert(_ challenge: ChallengeRecord) throws(DomainError) {
        try connection.run(
            Statements.insertChallenge, challenge.tokenHash, challenge.accountID, challenge.deviceLabel,
            challenge.createdAt, challenge.expiresAt, challenge.attemptsLeft)
    }

    func spendChallengeAttempt(tokenHash: KeyedHash, at: Instant) throws(DomainError) -> Bool {
        try connection.run(Statements.spendAttempt, tokenHash, at) == 1
    }

    func redeemChallenge(tokenHash: KeyedHash, at: Instant) throws(DomainError) -> Bool {
        try connection.run(Statements.redeemChallenge, tokenHash, at) == 1
    }

    func killChallenges(of account: AccountID) throws(DomainError) {
        try connection.run(Statements.killChallenges, account)
    }

    func replaceRecoveryCodes(of account: AccountID, with hashes: [KeyedHash]) throws(DomainError) {
        try connection.run(Statements.removeCodes, account)
        for hash in hashes { try connection.run(Statements.insertCode, account, hash) }
    }

    func redeemRecoveryCode(of account: AccountID, hash: KeyedHash, at: Instant) throws(DomainError) -> Bool {
        try connection.run(Statements.redeemCode, account, hash, at) == 1
    }

    func put(_ throttle: ThrottleRecord) throws(DomainError) {
        try connection.run(
            Statements.putThrottle, throttle.subject, throttle.purpose, throttle.failures, throttle.lastAt,
            throttle.notBefore)
    }

    func clearThrottle(_ subject: KeyedHash, _ purpose: ThrottlePurpose) throws(DomainError) {
        try connection.run(Statements.clearThrottle, subject, purpose)
    }

    func sweepLinks(now: Instant, limit: Int) throws(DomainError) {
        try connection.run(Statements.sweepLinks, now, limit)
        try connection.run(Statements.sweepChallenges, now, limit)
        try connection.run(Statements.sweepThrottles, now - Throttle.forgottenAfter, now, limit)
    }
}
