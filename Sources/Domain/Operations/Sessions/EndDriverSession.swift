/// Tells that a remote browser has ended. Told again, it answers the same and changes nothing.
package struct EndDriverSession: Operation {
    package let accountID: String
    package let driverSessionID: String

    package init(accountID: String, driverSessionID: String) {
        self.accountID = accountID
        self.driverSessionID = driverSessionID
    }

    package func perform(_ work: Work, as principal: Principal) throws(DomainError) -> Verdict<DriverSessionView> {
        let account = try work.look.activeAccount(principal.account(named: accountID))
        guard let id = DriverSessionID(text: driverSessionID) else { throw .notFound("driver session") }
        let hasEnded = try work.endDriverSession(id, of: account.id)
        guard let row = try work.rows.driverSession(id, of: account.id) else { throw .notFound("driver session") }
        let vault = try work.look.vault(of: account.id)
        if hasEnded {
            try work.record(
                .driverSessionEnded, vault, by: principal.actor, named: principal.actorName,
                [ActivityDetail("driver_session_id", id.text)])
        }
        return .done(try work.look.view(row, vault, zone: vault.profile(of: account).timeZone))
    }
}
