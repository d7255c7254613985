/// An API key as its owner sees it, times also as text in the account's zone. Never the secret.
package struct APIKeyView: Sendable, Equatable {
    package let id: APIKeyID
    package let name: String
    /// The secret's first characters.
    package let prefix: String
    package let scopes: [String]
    package let createdAt: Instant
    package let lastUsedAt: Instant?
    package let expiresAt: Instant?
    package let createdText: String
    /// "Never" before its first use.
    package let lastUsedText: String
    /// "Never" when it does not end.
    package let expiresText: String
    /// Nil once the secret from before the last rotation is no longer good.
    package let oldSecretEndsAt: Instant?
    /// Empty likewise.
    package let oldSecretEndsText: String
}

extension Look {
    func view(_ key: APIKeyRecord, zone: String, _ vault: Vault) throws(DomainError) -> APIKeyView {
        let oldEndsAt = key.oldSecret.flatMap { now < $0.endsAt ? $0.endsAt : nil }
        return APIKeyView(
            id: key.id, name: try vault.text(key.name, .apiKeyName, row: key.id.uuid), prefix: key.prefix,
            scopes: key.scopes, createdAt: key.createdAt, lastUsedAt: key.lastUsedAt, expiresAt: key.expiresAt,
            createdText: text(key.createdAt, in: zone),
            lastUsedText: key.lastUsedAt.map { text($0, in: zone) } ?? "Never",
            expiresText: key.expiresAt.map { text($0, in: zone) } ?? "Never", oldSecretEndsAt: oldEndsAt,
            oldSecretEndsText: oldEndsAt.map { text($0, in: zone) } ?? "")
    }
}
