/// Tells that a remote browser runs for the customer.
package struct StartDriverSession: Operation {
    package let accountID: String
    /// May be empty.
    package let browserProfileID: String
    package let label: String

    package init(accountID: String, browserProfileID: String, label: String) {
        self.accountID = accountID
        self.browserProfileID = browserProfileID
        self.label = label
    }

    package func perform(_ work: Work, as principal: Principal) throws(DomainError) -> Verdict<DriverSessionView> {
        let label = try Names.check(label, field: "label", maximumCodePoints: 200, required: false)
        let account = try work.look.activeAccount(principal.account(named: accountID))
        let vault = try work.look.vault(of: account.id)
        let id: DriverSessionID = work.newID()
        let row = DriverSessionRecord(
            id: id, accountID: account.id, browserProfileID: try liveProfile(work, of: account.id),
            label: vault.seal(Array(label.utf8), .driverSessionLabel, row: id.uuid), startedAt: work.now)
        try work.rows.insert(row)
        try work.record(
            .driverSessionStarted, vault, by: principal.actor, named: principal.actorName,
            [ActivityDetail("driver_session_id", id.text), ActivityDetail("label", label)])
        return .done(try work.look.view(row, vault, zone: vault.profile(of: account).timeZone))
    }

    private func liveProfile(_ work: Work, of account: AccountID) throws(DomainError) -> BrowserProfileID? {
        guard !browserProfileID.isEmpty else { return nil }
        guard let id = BrowserProfileID(text: browserProfileID), try work.rows.browserProfile(id, of: account) != nil
        else {
            throw .notFound("browser profile")
        }
        return id
    }
}
