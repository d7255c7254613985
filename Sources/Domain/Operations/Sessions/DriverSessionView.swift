/// A remote browser as its owner sees it.
package struct DriverSessionView: Sendable, Equatable {
    package enum State: Sendable, Equatable {
        case running, ended, revoked
    }

    package let id: DriverSessionID
    package let accountID: AccountID
    package let browserProfileID: BrowserProfileID?
    package let label: String
    package let startedAt: Instant
    package let endedAt: Instant?
    package let state: State
    package let startedText: String
    /// Empty before its end.
    package let endedText: String
}

extension Look {
    func view(_ row: DriverSessionRecord, _ vault: Vault, zone: String) throws(DomainError) -> DriverSessionView {
        let end = row.endedAt ?? row.revokedAt
        return DriverSessionView(
            id: row.id, accountID: row.accountID, browserProfileID: row.browserProfileID,
            label: try vault.text(row.label, .driverSessionLabel, row: row.id.uuid), startedAt: row.startedAt,
            endedAt: end, state: row.endedAt != nil ? .ended : row.revokedAt != nil ? .revoked : .running,
            startedText: text(row.startedAt, in: zone), endedText: end.map { text($0, in: zone) } ?? "")
    }
}
