/// Makes a profile that the customer's remote browsers start from.
package struct CreateBrowserProfile: Operation {
    /// Empty from an owner.
    package let accountID: String
    package let name: String

    package init(accountID: String, name: String) {
        self.accountID = accountID
        self.name = name
    }

    package func perform(_ work: Work, as principal: Principal) throws(DomainError) -> Verdict<BrowserProfileView> {
        let name = try Names.check(name, field: "name", maximumCodePoints: 100, required: true)
        let account = try work.look.activeAccount(principal.account(named: accountID))
        let vault = try work.look.vault(of: account.id)
        let id: BrowserProfileID = work.newID()
        let row = BrowserProfileRecord(
            id: id, accountID: account.id, name: vault.seal(Array(name.utf8), .browserProfileName, row: id.uuid),
            createdAt: work.now)
        try work.rows.insert(row)
        try work.record(
            .browserProfileCreated, vault, by: principal.actor, named: principal.actorName,
            [ActivityDetail("browser_profile_id", id.text), ActivityDetail("name", name)])
        return .done(try work.look.view(row, vault, zone: vault.profile(of: account).timeZone))
    }
}
