/// What SignIn gives where two-factor is on.
package struct OpenedChallenge: Sendable, Equatable {
    package let account: AccountID
    package let token: String
    package let expiresAt: Instant
}

extension ChallengeRecord {
    /// A challenge has no id of its own; its sealed label is bound to its token instead.
    static func sealRow(_ tokenHash: KeyedHash) -> UUIDv7 { UUIDv7(high: tokenHash.word0, low: tokenHash.word1) }
}

extension Work {
    func openChallenge(
        for account: AccountRecord, _ vault: Vault, deviceLabel: String
    ) throws(DomainError) -> OpenedChallenge {
        let token = Tokens.make(.challenge, environment.random)
        let hash = environment.cryptography.hash(.challenge, token: token)
        let challenge = ChallengeRecord(
            tokenHash: hash, accountID: account.id,
            deviceLabel: vault.seal(Array(deviceLabel.utf8), .userAgent, row: ChallengeRecord.sealRow(hash)),
            createdAt: now, expiresAt: now + environment.policy.challengeLifetime,
            attemptsLeft: environment.policy.challengeAttempts)
        try rows.insert(challenge)
        return OpenedChallenge(account: account.id, token: token, expiresAt: challenge.expiresAt)
    }
}
