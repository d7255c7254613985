/// A session as its owner sees it, times also as text in the account's zone.
package struct SessionView: Sendable, Equatable {
    package let id: SessionID
    package let deviceLabel: String
    package let createdAt: Instant
    package let lastSeenAt: Instant
    /// When it ends if it is not used again.
    package let endsAt: Instant
    package let authenticatedAt: Instant
    /// Whether it is the one that asks.
    package let isCurrent: Bool
    package let twoFactor: Bool
    package let createdText: String
    package let lastSeenText: String
}

/// A session with its token, which is shown this once.
package struct OpenedSession: Sendable, Equatable {
    package let account: AccountID
    package let token: String
    package let session: SessionView
}

extension Look {
    func view(
        _ session: SessionRecord, current: SessionID?, zone: String, _ vault: Vault
    ) throws(DomainError) -> SessionView {
        SessionView(
            id: session.id, deviceLabel: try vault.text(session.deviceLabel, .userAgent, row: session.id.uuid),
            createdAt: session.createdAt, lastSeenAt: session.lastSeenAt,
            endsAt: session.end(environment.policy), authenticatedAt: session.authenticatedAt,
            isCurrent: session.id == current, twoFactor: session.twoFactor,
            createdText: text(session.createdAt, in: zone), lastSeenText: text(session.lastSeenAt, in: zone))
    }

    /// The account's live sessions, newest first.
    func liveSessions(of account: AccountID, _ page: PageRequest) throws(DomainError) -> [SessionRecord] {
        try rows.liveSessions(of: account, now: now, idleSince: now - environment.policy.sessionIdle, page: page)
    }
}
