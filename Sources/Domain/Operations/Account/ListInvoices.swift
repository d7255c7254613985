/// The account's invoices, newest first. A service may also ask for a deleted account's: the law has them kept.
package struct ListInvoices: Query {
    /// Empty from an owner.
    package let accountID: String
    package let pageSize: Int32
    package let pageToken: String

    package init(accountID: String, pageSize: Int32, pageToken: String) {
        self.accountID = accountID
        self.pageSize = pageSize
        self.pageToken = pageToken
    }

    package func perform(_ look: Look, as principal: Principal) throws(DomainError) -> Page<InvoiceView> {
        let request = try Paging.request(pageSize: pageSize, pageToken: pageToken)
        guard let account = try look.rows.account(principal.account(named: accountID)) else {
            throw .notFound("account")
        }
        let zone = try look.timeZone(of: account)
        let rows = try look.rows.invoices(of: account.id, page: request)
        return try Paging.page(rows, request) { $0.id.uuid }.map { row throws(DomainError) in
            look.view(row, try look.environment.cryptography.open(row), zone: zone)
        }
    }
}
