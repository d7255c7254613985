/// The audit log of deliveries, newest first.
package struct ListWebhookDeliveries: Query {
    /// Empty: all.
    private let endpointID: String
    private let pageSize: Int32
    private let pageToken: String

    package init(endpointID: String, pageSize: Int32, pageToken: String) {
        self.endpointID = endpointID
        self.pageSize = pageSize
        self.pageToken = pageToken
    }

    package func perform(_ look: Look, as principal: Principal) throws(DomainError) -> Page<WebhookDeliveryView> {
        let account = try look.activeAccount(try principal.requireOwner().account)
        let request = try Paging.request(pageSize: pageSize, pageToken: pageToken)
        var endpoint: WebhookEndpointID?
        if !endpointID.isEmpty {
            // A deleted one's deliveries are still listed, so what isn't the account's has simply none.
            guard let id = WebhookEndpointID(text: endpointID) else { throw .notFound("webhook endpoint") }
            endpoint = id
        }
        let vault = try look.vault(of: account.id)
        let zone = try vault.profile(of: account).timeZone
        let deliveries = try look.rows.webhookDeliveries(of: account.id, endpoint: endpoint, page: request)
        return try Paging.page(deliveries, request) { $0.id.uuid }.map { delivery throws(DomainError) in
            try look.view(delivery, zone: zone, vault)
        }
    }
}
