/// The account's webhook endpoints, newest first; disabled ones too.
package struct ListWebhookEndpoints: Query {
    private let pageSize: Int32
    private let pageToken: String

    package init(pageSize: Int32, pageToken: String) {
        self.pageSize = pageSize
        self.pageToken = pageToken
    }

    package func perform(_ look: Look, as principal: Principal) throws(DomainError) -> Page<WebhookEndpointView> {
        let account = try look.activeAccount(try principal.requireOwner().account)
        let request = try Paging.request(pageSize: pageSize, pageToken: pageToken)
        let vault = try look.vault(of: account.id)
        let zone = try vault.profile(of: account).timeZone
        let endpoints = try look.rows.webhookEndpoints(of: account.id, page: request)
        return try Paging.page(endpoints, request) { $0.id.uuid }.map { endpoint throws(DomainError) in
            try look.view(endpoint, zone: zone, vault)
        }
    }
}
