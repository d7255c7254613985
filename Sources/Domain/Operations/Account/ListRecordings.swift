/// The account's recordings, newest first.
package struct ListRecordings: Query {
    /// Empty from an owner.
    package let accountID: String
    package let pageSize: Int32
    package let pageToken: String

    package init(accountID: String, pageSize: Int32, pageToken: String) {
        self.accountID = accountID
        self.pageSize = pageSize
        self.pageToken = pageToken
    }

    package func perform(_ look: Look, as principal: Principal) throws(DomainError) -> Page<RecordingView> {
        let request = try Paging.request(pageSize: pageSize, pageToken: pageToken)
        let account = try look.activeAccount(principal.account(named: accountID))
        let zone = try look.timeZone(of: account)
        let rows = try look.rows.recordings(of: account.id, page: request)
        return try Paging.page(rows, request) { $0.id.uuid }.map { look.view($0, zone: zone) }
    }
}
