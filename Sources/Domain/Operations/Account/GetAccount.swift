/// The account as a Settings page shows it. A service that names a deleted one is told that it is deleted.
package struct GetAccount: Query {
    /// Empty from an owner.
    package let accountID: String

    package init(accountID: String) { self.accountID = accountID }

    package func perform(_ look: Look, as principal: Principal) throws(DomainError) -> AccountView {
        guard let account = try look.rows.account(principal.account(named: accountID)) else {
            throw .notFound("account")
        }
        return try look.view(of: account)
    }
}
