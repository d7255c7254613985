import Domain

/// Writes last-seen from memory into rows, part by part, so that no batch gets long.
struct SeenFlush {
    /// Sessions or API keys of one part that were seen since the last flush.
    private struct Seen {
        let hash: KeyedHash
        let account: AccountID
        let id: UUIDv7
        let at: Instant
    }

    private enum Statements {
        static let session = SQL(
            "UPDATE sessions SET last_seen_at = ?3 WHERE account_id = ?1 AND session_id = ?2 AND last_seen_at < ?3")
        static let apiKey = SQL(
            """
            UPDATE api_keys SET last_used_at = ?3
            WHERE account_id = ?1 AND key_id = ?2 AND (last_used_at IS NULL OR last_used_at < ?3)
            """)
    }

    private let hot: HotMaps
    private var sessions: [Seen] = []
    private var apiKeys: [Seen] = []

    /// Takes what one part has; it counts as flushed from now on.
    init(_ hot: HotMaps, part: Int) {
        self.hot = hot
        var seen: [Seen] = []
        hot.sessions.forEach(inPart: part) { hash, entry in
            guard entry.isDirty else { return }
            entry.isDirty = false
            seen.append(Seen(hash: hash, account: entry.account, id: entry.id.uuid, at: entry.lastSeenAt))
        }
        sessions = seen
        seen = []
        hot.apiKeys.forEach(inPart: part) { hash, entry in
            guard entry.isDirty, let at = entry.lastUsedAt else { return }
            entry.isDirty = false
            seen.append(Seen(hash: hash, account: entry.key.account, id: entry.key.id.uuid, at: at))
        }
        apiKeys = seen
    }

    var isEmpty: Bool { sessions.isEmpty && apiKeys.isEmpty }

    func write(on connection: Connection) throws(DomainError) {
        for seen in sessions { try connection.run(Statements.session, seen.account, seen.id, seen.at) }
        for seen in apiKeys { try connection.run(Statements.apiKey, seen.account, seen.id, seen.at) }
    }

    /// The commit failed: the next flush takes them again.
    func undo() {
        for seen in sessions { hot.sessions.change(seen.hash) { $0.isDirty = true } }
        for seen in apiKeys { hot.apiKeys.change(seen.hash) { $0.isDirty = true } }
    }
}
