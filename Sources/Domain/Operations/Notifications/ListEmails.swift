/// What was mailed to the customer and what became of it, newest first.
package struct ListEmails: Query {
    /// Empty for an owner.
    package let accountID: String
    package let pageSize: Int32
    package let pageToken: String

    package init(accountID: String, pageSize: Int32, pageToken: String) {
        self.accountID = accountID
        self.pageSize = pageSize
        self.pageToken = pageToken
    }

    package func perform(_ look: Look, as principal: Principal) throws(DomainError) -> Page<EmailView> {
        let id = try principal.account(named: accountID)
        // A sign-up that was never verified was mailed too, and support may have to see that.
        guard let account = try look.rows.account(id), account.state != .deleted else { throw .notFound("account") }
        let request = try Paging.request(pageSize: pageSize, pageToken: pageToken)
        let vault = try look.vault(of: id)
        let zone = try vault.profile(of: account).timeZone
        return try Paging.page(look.rows.emails(of: id, page: request), request, id: \.id.uuid)
            .map { email throws(DomainError) in try look.view(of: email, vault, zone: zone) }
    }
}
