/// Deletes a browser profile: no remote browser starts from it any more.
package struct DeleteBrowserProfile: Operation {
    /// Empty from an owner.
    package let accountID: String
    package let browserProfileID: String

    package init(accountID: String, browserProfileID: String) {
        self.accountID = accountID
        self.browserProfileID = browserProfileID
    }

    package func perform(_ work: Work, as principal: Principal) throws(DomainError) -> Verdict<Void> {
        let account = try work.look.activeAccount(principal.account(named: accountID))
        let vault = try work.look.vault(of: account.id)
        guard let id = BrowserProfileID(text: browserProfileID),
            let row = try work.rows.browserProfile(id, of: account.id),
            try work.revokeBrowserProfile(id, of: account.id)
        else { throw .notFound("browser profile") }
        let name = try vault.text(row.name, .browserProfileName, row: id.uuid)
        try work.record(
            .browserProfileDeleted, vault, by: principal.actor, named: principal.actorName,
            [ActivityDetail("browser_profile_id", id.text), ActivityDetail("name", name)])
        return .done(())
    }
}
