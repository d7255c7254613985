/// Gives an API key a new secret, shown this once. The old one stays good for the overlap, so that programs can be moved over.
package struct RotateApiKey: Operation {
    package typealias Answer = MintApiKey.Answer

    private let keyID: String
    private let overlap: TimeSpan?

    /// `overlap`: nil where the request's is no length of time.
    package init(keyID: String, overlap: TimeSpan?) {
        self.keyID = keyID
        self.overlap = overlap
    }

    package func perform(_ work: Work, as principal: Principal) throws(DomainError) -> Verdict<Answer> {
        let account = try work.look.activeAccount(try principal.requireOwner().account)
        let oldEndsAt = try endOfOverlap(work.now)
        guard let id = APIKeyID(text: keyID) else { throw .notFound("API key") }
        let held = try work.rows.apiKeys(of: account.id, page: PageRequest(limit: APIKeyRules.maximumKeys))
        guard var key = held.first(where: { $0.id == id }) else { throw .notFound("API key") }
        let secret = APIKeyRules.makeSecret(work.environment.random)
        let old = key.secretHash
        key.secretHash = work.environment.cryptography.hash(.apiKey, token: secret)
        key.prefix = APIKeyRules.prefix(of: secret)
        key.oldSecret = oldEndsAt.map { APIKeyRecord.OldSecret(hash: old, endsAt: $0) }
        guard
            try work.rows.rotateAPIKey(
                id, of: account.id, old: old, new: key.secretHash, prefix: key.prefix, oldEndsAt: oldEndsAt)
        else { throw .notFound("API key") }
        let vault = try work.look.vault(of: account.id)
        try tell(of: key, account, vault, work, principal)
        let zone = try vault.profile(of: account).timeZone
        return .done(Answer(key: try work.look.view(key, zone: zone, vault), secret: secret))
    }

    /// Nil where the old secret ends at once.
    private func endOfOverlap(_ now: Instant) throws(DomainError) -> Instant? {
        guard let overlap, overlap >= .seconds(0), overlap <= APIKeyRules.longestOverlap else {
            throw .invalid("overlap", "Choose 0 to 7 days.", reason: "OVERLAP_INVALID")
        }
        return overlap == .seconds(0) ? nil : now + overlap
    }

    private func tell(
        of key: APIKeyRecord, _ account: AccountRecord, _ vault: Vault, _ work: Work, _ principal: Principal
    ) throws(DomainError) {
        let name = try vault.text(key.name, .apiKeyName, row: key.id.uuid)
        var details = [ActivityDetail("key_id", key.id.text), ActivityDetail("name", name)]
        if let oldSecret = key.oldSecret {
            details.append(ActivityDetail("old_secret_ends_at", oldSecret.endsAt.rfc3339))
        }
        try work.record(.apiKeyRotated, vault, by: principal.actor, named: principal.actorName, details)
        try work.mail(
            .apiKeyRotated, to: vault.profile(of: account),
            [
                MailContent.Variable("name", .text(name)), MailContent.Variable("prefix", .text(key.prefix)),
                MailContent.Variable("time", .time(work.now)),
            ], vault)
    }
}
