import Domain
import Messages

extension Deletion {
    init(_ view: DeletionView) {
        self.init(
            accountID: view.accountID.text, requestedAt: Timestamp(view.requestedAt),
            state: view.completedAt == nil ? .purging : .completed, revoked: view.revoked.map { RevokedItem($0) },
            purges: view.purges.items.map { Purge($0) }, retained: view.retained.items.map { RetainedItem($0) },
            purgeDueAt: Timestamp(view.purgeDueAt), completedAt: view.completedAt.map { Timestamp($0) },
            dataKeyDestroyedAt: view.dataKeyDestroyedAt.map { Timestamp($0) })
    }
}

extension RevokedItem {
    init(_ item: DeletionView.Revoked) {
        self.init(kind: item.kind, count: Int32(clamping: item.count), ids: item.ids)
    }
}

extension Purge {
    init(_ purge: DeletionView.Purge) {
        self.init(
            recordingID: purge.recordingID.text, dueAt: Timestamp(purge.dueAt),
            purgedAt: purge.purgedAt.map { Timestamp($0) }, state: purge.purgedAt == nil ? .pending : .purged)
    }
}

extension RetainedItem {
    init(_ item: DeletionView.Retained) {
        self.init(
            kind: "invoice", id: item.invoiceID.text, retainUntil: Timestamp(item.retainUntil), reason: Retention.reason
        )
    }
}
