/// The account's live sessions, newest first.
package struct ListSessions: Query {
    package typealias Answer = Page<SessionView>

    private let pageSize: Int32
    private let pageToken: String

    package init(pageSize: Int32, pageToken: String) {
        self.pageSize = pageSize
        self.pageToken = pageToken
    }

    package func perform(_ look: Look, as principal: Principal) throws(DomainError) -> Page<SessionView> {
        let owner = try principal.requireOwner()
        let request = try Paging.request(pageSize: pageSize, pageToken: pageToken)
        let account = try look.activeAccount(owner.account)
        let vault = try look.vault(of: account.id)
        let zone = try vault.profile(of: account).timeZone
        let sessions = try look.liveSessions(of: account.id, request)
        return try Paging.page(sessions, request) { $0.id.uuid }.map { session throws(DomainError) in
            try look.view(session, current: owner.session.id, zone: zone, vault)
        }
    }
}
