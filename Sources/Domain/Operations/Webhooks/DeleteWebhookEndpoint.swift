/// Ends an endpoint: nothing goes there any more, not even what was queued.
package struct DeleteWebhookEndpoint: Operation {
    package struct Answer: Sendable {}

    private let endpointID: String

    package init(endpointID: String) { self.endpointID = endpointID }

    package func perform(_ work: Work, as principal: Principal) throws(DomainError) -> Verdict<Answer> {
        let account = try principal.requireOwner().account
        let endpoint = try work.look.webhookEndpoint(named: endpointID, of: account)
        let vault = try work.look.vault(of: account)
        let host = WebhookURL.host(ofAccepted: try vault.content(of: endpoint).url)
        guard try work.revokeWebhookEndpoint(endpoint) else {
            throw .notFound("webhook endpoint")
        }
        try work.rows.cancelWebhookDeliveries(
            of: account, endpoint: endpoint.id, failure: "The endpoint was deleted.")
        try work.record(
            .webhookEndpointDeleted, vault, by: principal.actor, named: principal.actorName,
            [ActivityDetail("endpoint_id", endpoint.id.text), ActivityDetail("host", host)])
        return .done(Answer())
    }
}
