extension Work {
    /// Opens a session after every factor that the account asks for was proved: makes room, writes the row, records it, and
    /// tells the customer unless it is the first one ever.
    func openSession(
        for account: AccountRecord, _ vault: Vault, deviceLabel: String, twoFactor: Bool
    ) throws(DomainError) -> OpenedSession {
        let profile = try vault.profile(of: account)
        let isFirst = try !hasSignedInBefore(account.id)
        try makeRoomForSession(of: account.id, vault)
        let token = Tokens.make(.session, environment.random)
        let id: SessionID = newID()
        let session = SessionRecord(
            id: id, accountID: account.id, tokenHash: environment.cryptography.hash(.sessionToken, token: token),
            deviceLabel: vault.seal(Array(deviceLabel.utf8), .userAgent, row: id.uuid), createdAt: now,
            authenticatedAt: now, expiresAt: now + environment.policy.sessionAbsolute, lastSeenAt: now,
            twoFactor: twoFactor)
        try rows.insert(session)
        try record(
            .sessionSignedIn, vault, by: .customer,
            [
                ActivityDetail("session_id", id.text), ActivityDetail("device", deviceLabel),
                ActivityDetail("two_factor", twoFactor ? "yes" : "no"),
            ])
        if !isFirst {
            let variables: [MailContent.Variable] = [
                .init("device", .text(deviceLabel)), .init("time", .time(now)),
            ]
            try mail(.newSignIn, to: profile, variables, vault)
        }
        let view = try look.view(session, current: id, zone: profile.timeZone, vault)
        return OpenedSession(account: account.id, token: token, session: view)
    }

    private func hasSignedInBefore(_ account: AccountID) throws(DomainError) -> Bool {
        let filter = ActivityFilter(kinds: [ActivityKind.sessionSignedIn.rawValue])
        return try !rows.activities(of: account, filter, page: PageRequest(limit: 1)).isEmpty
    }

    /// Ends the oldest sessions, so that one more is within the cap.
    private func makeRoomForSession(of account: AccountID, _ vault: Vault) throws(DomainError) {
        let cap = max(1, environment.policy.sessionsPerAccount)
        let live = try look.liveSessions(of: account, PageRequest(limit: cap))
        for session in live.dropFirst(cap - 1) {
            guard try revokeSession(session.id, of: account) else { continue }
            try record(
                .sessionRevoked, vault, by: .system,
                [ActivityDetail("session_id", session.id.text), ActivityDetail("reason", "too_many_sessions")])
        }
    }
}
