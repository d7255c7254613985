/// What stops being valid, of every account, in the order in which it came about.
package struct WatchRevocations: WatchedQuery {
    /// In one message.
    package static let mostAtOnce = 500

    private let cursor: String

    package init(cursor: String) { self.cursor = cursor }

    package func begin(_ look: Look, as principal: Principal) throws(DomainError) -> LogPosition {
        guard let position = try Cursor.revocations.position(cursor) else { return try look.rows.newestRevocation() }
        guard try look.rows.hasRevocation(at: position) else { throw .cursorExpired }
        return position
    }

    package func news(
        _ look: Look, beyond place: LogPosition
    ) throws(DomainError) -> News<RevocationRecord, LogPosition> {
        let rows = try look.rows.revocations(after: place.sequence, limit: Self.mostAtOnce + 1)
        return News.first(Self.mostAtOnce, of: rows, beyond: place, position: \.position)
    }

    package func cursor(_ place: LogPosition) -> String { Cursor.revocations.text(place) }
}
