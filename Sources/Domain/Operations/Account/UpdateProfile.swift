/// Changes the display name, the time zone, or both.
package struct UpdateProfile: Operation {
    package let displayName: String
    package let timeZone: String
    /// `display_name`, `time_zone`. None: the fields that are not empty.
    package let paths: [String]

    package init(displayName: String, timeZone: String, paths: [String]) {
        self.displayName = displayName
        self.timeZone = timeZone
        self.paths = paths
    }

    package func perform(_ work: Work, as principal: Principal) throws(DomainError) -> Verdict<AccountView> {
        let owner = try principal.requireOwner()
        let wanted = try changes(work.environment)
        var account = try work.look.account(of: owner)
        let vault = try work.look.vault(of: account.id)
        var profile = try vault.profile(of: account)
        var details: [ActivityDetail] = []
        if let name = wanted.displayName, name != profile.displayName {
            profile.displayName = name
            details.append(ActivityDetail("display_name", name))
        }
        if let zone = wanted.timeZone, zone != profile.timeZone {
            profile.timeZone = zone
            details.append(ActivityDetail("time_zone", zone))
        }
        // What is already so is no change.
        guard !details.isEmpty else { return .done(work.look.view(of: account, profile)) }
        account.profile = vault.seal(profile.encoded, .profile)
        guard try work.rows.update(account) else { throw .storage("account changed meanwhile") }
        try work.record(.profileUpdated, vault, by: principal.actor, named: principal.actorName, details)
        return .done(work.look.view(of: account, profile))
    }

    /// The new values as they are kept; nil for what stays.
    private func changes(_ environment: Environment) throws(DomainError) -> (displayName: String?, timeZone: String?) {
        let (asksName, asksZone) = try fields()
        let problems = [
            asksName ? ProfileRules.displayNameProblem(displayName) : nil,
            asksZone ? ProfileRules.timeZoneProblem(timeZone, environment) : nil,
        ].compactMap(\.self)
        guard problems.isEmpty else { throw .invalid(problems) }
        let name =
            asksName
            ? try Names.check(
                displayName, field: "display_name", maximumCodePoints: ProfileRules.displayNameMaximumCodePoints,
                required: true) : nil
        return (name, asksZone ? timeZone : nil)
    }

    private func fields() throws(DomainError) -> (name: Bool, zone: Bool) {
        guard !paths.isEmpty else {
            let fields = (name: !displayName.isEmpty, zone: !timeZone.isEmpty)
            guard fields.name || fields.zone else {
                throw .invalid(
                    "update_mask", "Name what to change: display_name, time_zone.", reason: "UPDATE_MASK_EMPTY")
            }
            return fields
        }
        guard paths.allSatisfy({ $0 == "display_name" || $0 == "time_zone" }) else {
            throw .invalid(
                "update_mask", "Only display_name and time_zone can be changed here.",
                reason: "UPDATE_MASK_UNKNOWN_PATH")
        }
        return (paths.contains("display_name"), paths.contains("time_zone"))
    }
}
