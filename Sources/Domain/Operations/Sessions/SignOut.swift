/// Ends the session that asks.
package struct SignOut: Operation {
    package struct Answer: Sendable {}

    package init() {}

    package func perform(_ work: Work, as principal: Principal) throws(DomainError) -> Verdict<Answer> {
        let owner = try principal.requireOwner()
        guard try work.revokeSession(owner.session.id, of: owner.account) else {
            throw .sessionInvalid
        }
        try work.record(
            .sessionSignedOut, work.look.vault(of: owner.account), by: principal.actor, named: principal.actorName,
            [ActivityDetail("session_id", owner.session.id.text)])
        return .done(Answer())
    }
}
