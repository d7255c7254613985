/// What is new in the account's activity, oldest first, for as long as the session that asked lives.
package struct WatchActivity: WatchedQuery {
    /// In one message.
    package static let mostAtOnce = 100

    package struct Place: Sendable {
        package let account: AccountID
        package let session: SessionID
        fileprivate var position: LogPosition
    }

    private let cursor: String

    package init(cursor: String) { self.cursor = cursor }

    package func begin(_ look: Look, as principal: Principal) throws(DomainError) -> Place {
        let owner = try principal.requireOwner()
        return Place(
            account: owner.account, session: owner.session.id, position: try position(look, of: owner.account))
    }

    private func position(_ look: Look, of account: AccountID) throws(DomainError) -> LogPosition {
        guard let position = try Cursor.activity.position(cursor) else {
            guard let head = try look.rows.activityHead(of: account) else { return .start }
            return LogPosition(sequence: head.count, id: head.id.uuid)
        }
        // Rows are only ever added: one that isn't there was another account's, or lost when a backup was restored.
        if position == .start { return position }
        let row = try look.rows.chainedActivity(ActivityID(position.id), of: account)
        guard row?.position == position else { throw .cursorExpired }
        return position
    }

    package func news(_ look: Look, beyond place: Place) throws(DomainError) -> News<ActivityView, Place> {
        guard let session = try look.rows.session(place.session, of: place.account), look.isLive(session),
            let account = try look.rows.account(place.account), account.state == .active
        else { throw .sessionInvalid }
        let rows = try look.rows.chainedActivities(
            of: place.account, after: ActivityID(place.position.id), limit: Self.mostAtOnce + 1)
        guard !rows.isEmpty else { return News(items: [], place: place, isAll: true) }
        let vault = try look.vault(of: account.id)
        let zone = try look.timeZone(of: account)
        let views = try rows.prefix(Self.mostAtOnce).map { row throws(DomainError) in
            ActivityView(row, details: try vault.details(of: row), occurredText: look.text(row.at, in: zone))
        }
        var next = place
        next.position = rows.prefix(Self.mostAtOnce).last?.position ?? place.position
        return News(items: views, place: next, isAll: rows.count <= Self.mostAtOnce)
    }

    package func cursor(_ place: Place) -> String { Cursor.activity.text(place.position) }
}

extension ActivityRecord {
    fileprivate var position: LogPosition { LogPosition(sequence: link?.sequence ?? 0, id: id.uuid) }
}
