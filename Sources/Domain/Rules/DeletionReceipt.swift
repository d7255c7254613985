/// What the server signs about a deletion: JSON in one fixed spelling, so that the same facts are the same bytes.
///
/// Members stand in this order, without white space; times are RFC 3339 in UTC to the microsecond, what has not happened
/// yet is null. Nothing in it needs escaping: kinds are ours, the rest are ids, times and numbers. It names nobody.
package struct DeletionReceipt: Sendable {
    package static let type = "account.v1.DeletionReceipt"

    private let deletion: DeletionView
    private let asOf: Instant

    /// `asOf`: when the facts were read; they move on.
    package init(_ deletion: DeletionView, asOf: Instant) {
        self.deletion = deletion
        self.asOf = asOf
    }

    package var document: [UInt8] { Array(json.utf8) }

    private var json: String {
        object([
            ("type", text(Self.type)),
            ("as_of", time(asOf)),
            ("account_id", text(deletion.accountID.text)),
            ("requested_at", time(deletion.requestedAt)),
            ("state", text(deletion.completedAt == nil ? "purging" : "completed")),
            ("completed_at", time(deletion.completedAt)),
            ("data_key_destroyed_at", time(deletion.dataKeyDestroyedAt)),
            ("mails_removed_at", time(deletion.mailsRemovedAt)),
            ("revoked", array(deletion.revoked.map(revoked))),
            ("purge_due_at", time(deletion.purgeDueAt)),
            ("purges_total", "\(deletion.purges.total)"),
            ("purges", array(deletion.purges.items.map(purge))),
            ("retained_total", "\(deletion.retained.total)"),
            ("retained", array(deletion.retained.items.map(retained))),
        ])
    }

    private func revoked(_ item: DeletionView.Revoked) -> String {
        object([("kind", text(item.kind)), ("count", "\(item.count)")])
    }

    private func purge(_ purge: DeletionView.Purge) -> String {
        object([
            ("recording_id", text(purge.recordingID.text)), ("due_at", time(purge.dueAt)),
            ("purged_at", time(purge.purgedAt)),
        ])
    }

    private func retained(_ item: DeletionView.Retained) -> String {
        object([
            ("kind", text("invoice")), ("id", text(item.invoiceID.text)), ("retain_until", time(item.retainUntil)),
        ])
    }

    private func text(_ text: String) -> String { "\"\(text)\"" }
    private func time(_ instant: Instant?) -> String { instant.map { text($0.rfc3339) } ?? "null" }
    private func array(_ items: [String]) -> String { "[\(items.joined(separator: ","))]" }
    private func object(_ members: [(String, String)]) -> String {
        "{\(members.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ","))}"
    }
}
