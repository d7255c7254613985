/// The account's remote browsers, newest first, ended ones included.
package struct ListDriverSessions: Query {
    /// Empty from an owner.
    package let accountID: String
    package let pageSize: Int32
    package let pageToken: String

    package init(accountID: String, pageSize: Int32, pageToken: String) {
        self.accountID = accountID
        self.pageSize = pageSize
        self.pageToken = pageToken
    }

    package func perform(_ look: Look, as principal: Principal) throws(DomainError) -> Page<DriverSessionView> {
        let request = try Paging.request(pageSize: pageSize, pageToken: pageToken)
        let account = try look.activeAccount(principal.account(named: accountID))
        let vault = try look.vault(of: account.id)
        let zone = try vault.profile(of: account).timeZone
        let rows = try look.rows.driverSessions(of: account.id, page: request)
        return try Paging.page(rows, request) { $0.id.uuid }.map { row throws(DomainError) in
            try look.view(row, vault, zone: zone)
        }
    }
}
