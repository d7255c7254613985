/// An invoice, with the display name and the address as they were when it was registered.
package struct InvoiceView: Sendable, Equatable {
    package let id: InvoiceID
    package let accountID: AccountID
    package let content: InvoiceContent
    package let currency: String
    package let amountMinor: Int64
    package let issuedAt: Instant
    /// The last moment of the day until which the law has it kept.
    package let retainUntil: Instant
    package let issuedText: String
}

extension Look {
    func view(_ row: InvoiceRecord, _ content: InvoiceContent, zone: String) -> InvoiceView {
        InvoiceView(
            id: row.id, accountID: row.accountID, content: content, currency: row.currency,
            amountMinor: row.amountMinor, issuedAt: row.issuedAt, retainUntil: row.lastRetainedMoment,
            issuedText: text(row.issuedAt, in: zone))
    }
}

extension InvoiceRecord {
    /// Still 31 December, whoever reads only the day; the row holds the first moment after it.
    var lastRetainedMoment: Instant { retainUntil - TimeSpan(microseconds: 1) }
}
