/// How far a deletion is: what stopped being valid, what is being removed, what stays.
package struct DeletionView: Sendable, Equatable {
    package struct Revoked: Sendable, Equatable {
        /// `session`, `api_key`, `browser_profile`, `driver_session`, `webhook_endpoint`.
        package let kind: String
        package let count: Int64
        /// Only in the deletion's own answer: afterwards it is the count that is known.
        package let ids: [String]
    }

    package struct Purge: Sendable, Equatable {
        package let recordingID: RecordingID
        package let dueAt: Instant
        package let purgedAt: Instant?
    }

    package struct Retained: Sendable, Equatable {
        package let invoiceID: InvoiceID
        package let retainUntil: Instant
    }

    package let accountID: AccountID
    package let requestedAt: Instant
    package let revoked: [Revoked]
    package let purges: Listed<Purge>
    package let retained: Listed<Retained>
    package let purgeDueAt: Instant
    package let dataKeyDestroyedAt: Instant?
    package let mailsRemovedAt: Instant?
    /// When the last of what had to go was gone; nil before.
    package let completedAt: Instant?
}

/// The first of many, and how many there are: an answer has to fit in one message, however much an account had.
package struct Listed<Element: Sendable & Equatable>: Sendable, Equatable {
    package let items: [Element]
    package let total: Int

    static var maximum: Int { 5_000 }
}

/// The ids that a deletion revoked.
struct RevokedIDs {
    var sessions: [SessionID]
    var apiKeys: [APIKeyID]
    var browserProfiles: [BrowserProfileID]
    var driverSessions: [DriverSessionID]
    var webhookEndpoints: [WebhookEndpointID]
}

extension Look {
    /// Read from the rows each time, so that it is as true later as it was at first.
    func view(of deletion: DeletionRecord, revoked ids: RevokedIDs? = nil) throws(DomainError) -> DeletionView {
        let purges = try purges(of: deletion)
        let steps = purges.all.map(\.purgedAt) + [deletion.dataKeyDestroyedAt, deletion.mailsRemovedAt]
        let done = steps.compactMap(\.self)
        return DeletionView(
            accountID: deletion.accountID, requestedAt: deletion.requestedAt, revoked: deletion.revoked(ids),
            purges: purges.listed, retained: try retained(of: deletion.accountID), purgeDueAt: deletion.purgeDueAt,
            dataKeyDestroyedAt: deletion.dataKeyDestroyedAt, mailsRemovedAt: deletion.mailsRemovedAt,
            completedAt: done.count == steps.count ? done.max() : nil)
    }

    private func purges(
        of deletion: DeletionRecord
    ) throws(DomainError) -> (all: [DeletionView.Purge], listed: Listed<DeletionView.Purge>) {
        let rows = try everyPage { page throws(DomainError) in
            try self.rows.recordings(of: deletion.accountID, page: page)
        } id: {
            $0.id.uuid
        }
        let all = rows.map {
            DeletionView.Purge(
                recordingID: $0.id, dueAt: $0.purgeDueAt ?? deletion.purgeDueAt, purgedAt: $0.purgedAt)
        }
        return (all, listed(all))
    }

    private func retained(of account: AccountID) throws(DomainError) -> Listed<DeletionView.Retained> {
        let rows = try everyPage { page throws(DomainError) in
            try self.rows.invoices(of: account, page: page)
        } id: {
            $0.id.uuid
        }
        return listed(rows.map { DeletionView.Retained(invoiceID: $0.id, retainUntil: $0.lastRetainedMoment) })
    }

    private func listed<Element>(_ all: [Element]) -> Listed<Element> {
        Listed(items: Array(all.prefix(Listed<Element>.maximum)), total: all.count)
    }

    private func everyPage<Row>(
        _ page: (PageRequest) throws(DomainError) -> [Row], id: (Row) -> UUIDv7
    ) throws(DomainError) -> [Row] {
        let limit = 500
        var all: [Row] = []
        while true {
            let rows = try page(PageRequest(limit: limit, after: all.last.map(id)))
            all += rows
            if rows.count < limit { return all }
        }
    }
}

extension DeletionRecord {
    fileprivate func revoked(_ ids: RevokedIDs?) -> [DeletionView.Revoked] {
        [
            revoked("session", revokedSessions, ids?.sessions.map(\.text)),
            revoked("api_key", revokedAPIKeys, ids?.apiKeys.map(\.text)),
            revoked("browser_profile", revokedBrowserProfiles, ids?.browserProfiles.map(\.text)),
            revoked("driver_session", revokedDriverSessions, ids?.driverSessions.map(\.text)),
            revoked("webhook_endpoint", revokedWebhookEndpoints, ids?.webhookEndpoints.map(\.text)),
        ]
    }

    private func revoked(_ kind: String, _ count: Int64, _ ids: [String]?) -> DeletionView.Revoked {
        DeletionView.Revoked(kind: kind, count: count, ids: Array((ids ?? []).prefix(Listed<String>.maximum)))
    }
}
