/// An endpoint as its owner sees it. Never a secret.
package struct WebhookEndpointView: Sendable, Equatable {
    package let id: WebhookEndpointID
    package let url: String
    package let description: String
    /// Empty: all.
    package let eventTypes: [String]
    package let createdAt: Instant
    package let createdText: String
    package let disabledAt: Instant?
    /// Empty unless it is disabled.
    package let disabledText: String
    package let disabledReason: String
    /// The latest moment at which an old secret still signs.
    package let oldSecretSignsUntil: Instant?
    package let oldSecretSignsUntilText: String
}

/// A delivery as its owner sees it: the audit log's row.
package struct WebhookDeliveryView: Sendable, Equatable {
    package struct Attempt: Sendable, Equatable {
        package let attempt: WebhookAttempt
        package let text: String
    }

    package let delivery: WebhookDeliveryRecord
    package let url: String
    /// As they were when the event was published.
    package let displayName: String
    package let email: String
    package let createdText: String
    package let nextAttemptText: String
    package let attempts: [Attempt]
}

extension Vault {
    func content(of endpoint: WebhookEndpointRecord) throws(DomainError) -> WebhookEndpointContent {
        try WebhookEndpointContent(decoding: open(endpoint.content, .webhookEndpoint, row: endpoint.id.uuid))
    }

    func content(of delivery: WebhookDeliveryRecord) throws(DomainError) -> WebhookDeliveryContent {
        try WebhookDeliveryContent(decoding: open(delivery.content, .webhookDelivery, row: delivery.id.uuid))
    }
}

extension Look {
    /// `zone` is the account's own.
    func view(_ endpoint: WebhookEndpointRecord, zone: String, _ vault: Vault) throws(DomainError)
        -> WebhookEndpointView
    {
        let content = try vault.content(of: endpoint)
        let until = content.secrets(at: now).compactMap(\.signsUntil).max()
        return WebhookEndpointView(
            id: endpoint.id, url: content.url, description: content.description, eventTypes: endpoint.eventTypes,
            createdAt: endpoint.createdAt, createdText: text(endpoint.createdAt, in: zone),
            disabledAt: endpoint.disabledAt, disabledText: endpoint.disabledAt.map { text($0, in: zone) } ?? "",
            disabledReason: endpoint.disabledAt == nil ? "" : "It answered 410: it is gone.",
            oldSecretSignsUntil: until, oldSecretSignsUntilText: until.map { text($0, in: zone) } ?? "")
    }

    func view(_ delivery: WebhookDeliveryRecord, zone: String, _ vault: Vault) throws(DomainError)
        -> WebhookDeliveryView
    {
        let content = try vault.content(of: delivery)
        return WebhookDeliveryView(
            delivery: delivery, url: content.url, displayName: content.displayName, email: content.email,
            createdText: text(delivery.createdAt, in: zone),
            nextAttemptText: delivery.nextAttemptAt.map { text($0, in: zone) } ?? "",
            attempts: delivery.attempts.map { .init(attempt: $0, text: text($0.at, in: zone)) })
    }
}
