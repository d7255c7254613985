/// Ends every session of the account but the one that asks.
package struct RevokeOtherSessions: Operation {
    /// How many live ones were ended.
    package typealias Answer = Int

    package init() {}

    package func perform(_ work: Work, as principal: Principal) throws(DomainError) -> Verdict<Int> {
        let owner = try principal.requireOwner()
        // Counted before: rows whose time had run out are revoked too, but nobody was signed in by them.
        let live = try work.look.liveSessionIDs(of: owner.account)
        let revoked = try work.revokeSessions(of: owner.account, except: owner.session.id)
        let ended = revoked.filter(live.contains)
        guard !ended.isEmpty else { return .done(0) }
        try work.record(
            .sessionRevoked, work.look.vault(of: owner.account), by: principal.actor, named: principal.actorName,
            [ActivityDetail("sessions_revoked", String(ended.count))])
        return .done(ended.count)
    }
}

extension Look {
    /// The cap bounds how many there can be.
    fileprivate func liveSessionIDs(of account: AccountID) throws(DomainError) -> Set<SessionID> {
        let cap = max(1, environment.policy.sessionsPerAccount)
        return Set(try liveSessions(of: account, PageRequest(limit: cap)).map(\.id))
    }
}
