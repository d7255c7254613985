extension HotSession {
    /// Whether a token that is found stands for a live session. Allocates nothing: the hot path's.
    package func isLive(at now: Instant, idle: TimeSpan) -> Bool { now < expiresAt && now < lastSeenAt + idle }

    /// When it ends if it is not used again.
    package func end(_ policy: Policy) -> Instant { min(expiresAt, lastSeenAt + policy.sessionIdle) }
}

extension SessionRecord {
    /// When it ends if it is not used again.
    package func end(_ policy: Policy) -> Instant { min(expiresAt, lastSeenAt + policy.sessionIdle) }
}

extension HotAPIKey {
    /// Whether a key that is found may still be used.
    package func isLive(at now: Instant) -> Bool { expiresAt.map { now < $0 } ?? true }
}
