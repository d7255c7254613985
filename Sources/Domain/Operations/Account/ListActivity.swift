/// What happened to the account, newest first.
package struct ListActivity: Query {
    /// Empty from an owner.
    package let accountID: String
    /// Empty: all.
    package let kinds: [String]
    package let since: Instant?
    package let until: Instant?
    package let pageSize: Int32
    package let pageToken: String

    package init(
        accountID: String, kinds: [String], since: Instant?, until: Instant?, pageSize: Int32, pageToken: String
    ) {
        self.accountID = accountID
        self.kinds = kinds
        self.since = since
        self.until = until
        self.pageSize = pageSize
        self.pageToken = pageToken
    }

    package struct Answer: Sendable {
        package let page: Page<ActivityView>
        /// Nil before the chain's first row.
        package let head: SignedActivityHead?
        /// What the hashes are keyed with: the owner's to know. Empty for others, and once the account is deleted.
        package let chainKey: [UInt8]
    }

    package func perform(_ look: Look, as principal: Principal) throws(DomainError) -> Answer {
        let id = try principal.account(named: accountID)
        let filter = try filter()
        let page = try Paging.request(pageSize: pageSize, pageToken: pageToken)
        guard let account = try look.rows.account(id) else { throw .notFound("account") }
        let rows = try look.rows.activities(of: id, filter, page: page)
        let shown = Paging.page(rows, page) { $0.id.uuid }
        let zone = try look.timeZone(of: account)
        // What a deleted account's rows said of the person can't be read any more.
        let vault = account.state == .deleted ? nil : try look.vault(of: id)
        let views = try shown.map { row throws(DomainError) in
            let details = try vault.map { vault throws(DomainError) in try vault.details(of: row) } ?? []
            return ActivityView(row, details: details, occurredText: look.text(row.at, in: zone))
        }
        let head = try look.signedHead(of: id)
        var chainKey: [UInt8] = []
        if case .owner = principal, let vault, let head { chainKey = try vault.chainKey(of: head.record.chain) }
        return Answer(page: views, head: head, chainKey: chainKey)
    }

    private func filter() throws(DomainError) -> ActivityFilter {
        var problems: [FieldProblem] = []
        for (index, kind) in kinds.enumerated().prefix(50) where ActivityKind(rawValue: kind) == nil {
            problems.append(
                FieldProblem(
                    field: "kinds[\(index)]", description: "No such kind; one is password.changed.",
                    reason: "KIND_UNKNOWN"))
        }
        if let since, let until, until < since {
            problems.append(
                FieldProblem(field: "until", description: "Send a time after since.", reason: "TIME_RANGE_INVALID"))
        }
        guard problems.isEmpty else { throw .invalid(problems) }
        // Once each: however often a kind is named, the query stays as small as there are kinds.
        return ActivityFilter(
            kinds: Set(kinds.compactMap(ActivityKind.init)).map(\.rawValue), since: since, until: until)
    }
}

extension Vault {
    func details(of row: ActivityRecord) throws(DomainError) -> [ActivityDetail] {
        try ActivityDetail.decode(try open(row.details, .activityDetails, row: row.id.uuid))
    }

    func chainKey(of chain: ActivityChainRecord) throws(DomainError) -> [UInt8] {
        try open(chain.chainKey, .activityChainKey)
    }
}

package struct ActivityView: Sendable, Equatable {
    package let id: ActivityID
    package let kind: String
    package let occurredAt: Instant
    package let actor: Actor
    package let actorName: String
    package let summary: String
    package let details: [ActivityDetail]
    package let occurredText: String
    /// Nil for a row from before the chain began.
    package let link: ActivityLink?

    init(_ row: ActivityRecord, details: [ActivityDetail], occurredText: String) {
        id = row.id
        kind = row.kind
        occurredAt = row.at
        actor = row.actor
        actorName = row.actorName
        summary = ActivityKind(rawValue: row.kind)?.summary ?? row.kind
        self.details = details
        self.occurredText = occurredText
        link = row.link
    }
}
