import Domain

struct HotSessionEntry: Sendable {
    let id: SessionID
    let account: AccountID
    var authenticatedAt: Instant
    let expiresAt: Instant
    var lastSeenAt: Instant
    var twoFactor: Bool
    /// Seen since the last flush.
    var isDirty = false

    @inline(__always)
    var session: HotSession {
        HotSession(
            id: id.uuid, account: account.uuid, authenticatedAt: authenticatedAt, expiresAt: expiresAt,
            lastSeenAt: lastSeenAt, twoFactor: twoFactor)
    }

    /// Never goes back.
    @inline(__always)
    mutating func see(at instant: Instant) {
        guard instant > lastSeenAt else { return }
        lastSeenAt = instant
        isDirty = true
    }
}

struct HotAPIKeyEntry: Sendable {
    let key: HotAPIKey
    var lastUsedAt: Instant?
    var isDirty = false
}

/// What a commit changes in the hot maps.
enum HotChange {
    case session(KeyedHash, HotSessionEntry)
    case sessionGone(KeyedHash)
    case sessionMoved(from: KeyedHash, to: KeyedHash, authenticatedAt: Instant, twoFactor: Bool)
    case apiKey(KeyedHash, HotAPIKeyEntry)
    case apiKeyGone(KeyedHash)
}

/// All sessions and API keys that are not revoked, in memory. Only the writer changes which there are, after a commit and before
/// its answers; when they were last seen is changed by whoever saw them.
final class HotMaps: HotReads {
    let sessions = HotMap<HotSessionEntry>()
    let apiKeys = HotMap<HotAPIKeyEntry>()

    func session(tokenHash: KeyedHash) -> HotSession? { sessions.value(tokenHash)?.session }

    func useSessions(
        tokenHashes: Span<KeyedHash>, at instant: Instant, if isLive: (HotSession) -> Bool,
        into found: inout MutableSpan<HotSession?>
    ) {
        sessions.change(tokenHashes) { index, entry in
            let session = entry.session
            guard isLive(session) else { return }
            entry.see(at: instant)
            found[index] = session
        }
    }

    func sessionSeen(tokenHash: KeyedHash, at instant: Instant) {
        sessions.change(tokenHash) { entry in entry.see(at: instant) }
    }

    func apiKey(secretHash: KeyedHash) -> HotAPIKey? { apiKeys.value(secretHash)?.key }

    func apiKeySeen(secretHash: KeyedHash, at instant: Instant) {
        apiKeys.change(secretHash) { entry in
            if let last = entry.lastUsedAt, instant <= last { return }
            entry.lastUsedAt = instant
            entry.isDirty = true
        }
    }

    /// The later of a row's last-seen and the one in memory.
    func lastSeen(tokenHash: KeyedHash, row: Instant) -> Instant {
        guard let entry = sessions.value(tokenHash) else { return row }
        return max(row, entry.lastSeenAt)
    }

    /// The latest of a row's last-used and what memory has for its secrets.
    func lastUsed(_ secretHashes: [KeyedHash?], row: Instant?) -> Instant? {
        let used = secretHashes.compactMap { hash in hash.flatMap { apiKeys.value($0)?.lastUsedAt } }
        return (used + [row].compactMap { $0 }).max()
    }

    func apply(_ change: HotChange) {
        switch change {
        case .session(let hash, let entry): sessions.insert(hash, entry)
        case .sessionGone(let hash): sessions.remove(hash)
        case .sessionMoved(let old, let new, let authenticatedAt, let twoFactor):
            guard var entry = sessions.remove(old) else { return }
            entry.authenticatedAt = authenticatedAt
            entry.twoFactor = twoFactor
            sessions.insert(new, entry)
        case .apiKey(let hash, let entry): apiKeys.insert(hash, entry)
        case .apiKeyGone(let hash): apiKeys.remove(hash)
        }
    }
}
