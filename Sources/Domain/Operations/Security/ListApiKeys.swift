/// The account's API keys that are not revoked, newest first.
package struct ListApiKeys: Query {
    package typealias Answer = Page<APIKeyView>

    private let pageSize: Int32
    private let pageToken: String

    package init(pageSize: Int32, pageToken: String) {
        self.pageSize = pageSize
        self.pageToken = pageToken
    }

    package func perform(_ look: Look, as principal: Principal) throws(DomainError) -> Page<APIKeyView> {
        let account = try look.activeAccount(try principal.requireOwner().account)
        let request = try Paging.request(pageSize: pageSize, pageToken: pageToken)
        let vault = try look.vault(of: account.id)
        let zone = try vault.profile(of: account).timeZone
        let keys = try look.rows.apiKeys(of: account.id, page: request)
        return try Paging.page(keys, request) { $0.id.uuid }.map { key throws(DomainError) in
            try look.view(key, zone: zone, vault)
        }
    }
}
