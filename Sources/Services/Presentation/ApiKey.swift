import Domain
import Messages

extension ApiKey {
    init(_ view: APIKeyView) {
        self.init(
            id: view.id.text, name: view.name, prefix: view.prefix, scopes: view.scopes,
            createdAt: Timestamp(view.createdAt), lastUsedAt: view.lastUsedAt.map { Timestamp($0) },
            expiresAt: view.expiresAt.map { Timestamp($0) }, createdText: view.createdText,
            lastUsedText: view.lastUsedText, expiresText: view.expiresText,
            oldSecretEndsAt: view.oldSecretEndsAt.map { Timestamp($0) }, oldSecretEndsText: view.oldSecretEndsText)
    }
}
