/// Ends an API key: the next call with it is refused.
package struct RevokeApiKey: Operation {
    package struct Answer: Sendable {}

    private let keyID: String

    package init(keyID: String) { self.keyID = keyID }

    package func perform(_ work: Work, as principal: Principal) throws(DomainError) -> Verdict<Answer> {
        let owner = try principal.requireOwner()
        guard let id = APIKeyID(text: keyID) else { throw .notFound("API key") }
        let held = try work.rows.apiKeys(of: owner.account, page: PageRequest(limit: APIKeyRules.maximumKeys))
        guard let key = held.first(where: { $0.id == id }),
            try work.revokeAPIKey(id, of: owner.account)
        else { throw .notFound("API key") }
        let vault = try work.look.vault(of: owner.account)
        let name = try vault.text(key.name, .apiKeyName, row: id.uuid)
        try work.record(
            .apiKeyRevoked, vault, by: principal.actor, named: principal.actorName,
            [ActivityDetail("key_id", id.text), ActivityDetail("name", name)])
        return .done(Answer())
    }
}
