/// A browser profile as its owner sees it.
package struct BrowserProfileView: Sendable, Equatable {
    package let id: BrowserProfileID
    package let accountID: AccountID
    package let name: String
    package let createdAt: Instant
    package let createdText: String
}

extension Look {
    func view(_ row: BrowserProfileRecord, _ vault: Vault, zone: String) throws(DomainError) -> BrowserProfileView {
        BrowserProfileView(
            id: row.id, accountID: row.accountID,
            name: try vault.text(row.name, .browserProfileName, row: row.id.uuid), createdAt: row.createdAt,
            createdText: text(row.createdAt, in: zone))
    }
}
