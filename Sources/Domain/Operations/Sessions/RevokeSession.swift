/// Ends another session of the account.
package struct RevokeSession: Operation {
    package struct Answer: Sendable {}

    private let sessionID: String

    package init(sessionID: String) { self.sessionID = sessionID }

    package func perform(_ work: Work, as principal: Principal) throws(DomainError) -> Verdict<Answer> {
        let owner = try principal.requireOwner()
        guard let id = SessionID(text: sessionID) else { throw .notFound("session") }
        guard id != owner.session.id else {
            throw .failedPrecondition(
                reason: "CURRENT_SESSION", message: "This is the session that asks; call SignOut to end it.")
        }
        // One that has ended by itself is as absent as another account's.
        guard let session = try work.rows.session(id, of: owner.account), work.look.isLive(session),
            try work.revokeSession(id, of: owner.account)
        else { throw .notFound("session") }
        let vault = try work.look.vault(of: owner.account)
        let label = try vault.text(session.deviceLabel, .userAgent, row: id.uuid)
        try work.record(
            .sessionRevoked, vault, by: principal.actor, named: principal.actorName,
            [ActivityDetail("session_id", id.text), ActivityDetail("device", label)])
        return .done(Answer())
    }
}
