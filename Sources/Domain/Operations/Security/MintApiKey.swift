/// Makes an API key, and shows its secret this once.
package struct MintApiKey: Operation {
    package struct Answer: Sendable, Equatable {
        package let key: APIKeyView
        package let secret: String
    }

    private let name: String
    private let scopes: [String]
    private let expiresAt: Instant?

    package init(name: String, scopes: [String], expiresAt: Instant?) {
        self.name = name
        self.scopes = scopes
        self.expiresAt = expiresAt
    }

    package func perform(_ work: Work, as principal: Principal) throws(DomainError) -> Verdict<Answer> {
        let account = try work.look.activeAccount(try principal.requireOwner().account)
        let name = try checkedName(work.now)
        let held = try work.rows.apiKeys(of: account.id, page: PageRequest(limit: APIKeyRules.maximumKeys))
        guard held.count < APIKeyRules.maximumKeys else {
            throw .failedPrecondition(
                reason: "TOO_MANY_API_KEYS",
                message: "An account has at most \(APIKeyRules.maximumKeys) API keys; revoke one first.")
        }
        let vault = try work.look.vault(of: account.id)
        let secret = APIKeyRules.makeSecret(work.environment.random)
        let key = make(named: name, secret: secret, for: account.id, vault, work)
        try work.rows.insert(key)
        try tell(of: key, named: name, account, vault, work, principal)
        let zone = try vault.profile(of: account).timeZone
        return .done(Answer(key: try work.look.view(key, zone: zone, vault), secret: secret))
    }

    private func checkedName(_ now: Instant) throws(DomainError) -> String {
        let problems = APIKeyRules.problems(name: name, scopes: scopes, expiresAt: expiresAt, now: now)
        guard problems.isEmpty else { throw .invalid(problems) }
        return try Names.check(
            name, field: "name", maximumCodePoints: APIKeyRules.maximumNameCodePoints, required: true)
    }

    private func make(
        named name: String, secret: String, for account: AccountID, _ vault: Vault, _ work: Work
    ) -> APIKeyRecord {
        let id: APIKeyID = work.newID()
        return APIKeyRecord(
            id: id, accountID: account, secretHash: work.environment.cryptography.hash(.apiKey, token: secret),
            prefix: APIKeyRules.prefix(of: secret),
            name: vault.seal(Array(name.utf8), .apiKeyName, row: id.uuid), scopes: scopes, createdAt: work.now,
            expiresAt: expiresAt)
    }

    private func tell(
        of key: APIKeyRecord, named name: String, _ account: AccountRecord, _ vault: Vault, _ work: Work,
        _ principal: Principal
    ) throws(DomainError) {
        try work.record(
            .apiKeyMinted, vault, by: principal.actor, named: principal.actorName,
            [
                ActivityDetail("key_id", key.id.text), ActivityDetail("name", name),
                ActivityDetail("scopes", scopes.joined(separator: " ")),
            ])
        try work.mail(
            .apiKeyMinted, to: vault.profile(of: account),
            [
                MailContent.Variable("name", .text(name)), MailContent.Variable("prefix", .text(key.prefix)),
                MailContent.Variable("time", .time(work.now)),
            ], vault)
    }
}
