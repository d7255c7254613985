/// What a webhook's outbox job comes to, looked at right before it goes out.
package enum OpenedWebhook: Sendable {
    case post(WebhookRequest)
    /// Its endpoint or account is gone, or it is over already.
    case discard
}

/// Opens a queued delivery and signs it for this moment: receivers refuse what was signed long ago.
package struct OpenWebhook: Sendable {
    package let job: OutboxRecord

    package init(job: OutboxRecord) { self.job = job }

    /// Throws `corrupted` when the delivery is there and doesn't open.
    package func run(_ look: Look) throws(DomainError) -> OpenedWebhook {
        let id = WebhookDeliveryID(job.subject)
        guard let delivery = try look.rows.webhookDelivery(id, of: job.accountID), delivery.state == .pending,
            let account = try look.rows.account(job.accountID), account.state == .active,
            let endpoint = try look.rows.webhookEndpoint(delivery.endpointID, of: job.accountID),
            endpoint.disabledAt == nil
        else { return .discard }
        let vault = try look.vault(of: job.accountID)
        let content = try vault.content(of: endpoint)
        let body = Array(try vault.content(of: delivery).body.utf8)
        let timestamp = look.now.seconds
        let signature = WebhookSignature.header(
            id: id.text, timestamp: timestamp, body: body, secrets: content.secrets(at: look.now).map(\.bytes),
            look.environment.cryptography)
        return .post(
            WebhookRequest(
                url: content.url,
                headers: [
                    ("webhook-id", id.text), ("webhook-timestamp", "\(timestamp)"), ("webhook-signature", signature),
                ], body: body))
    }
}
