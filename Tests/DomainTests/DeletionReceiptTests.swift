import Foundation
import Testing

@testable import Domain

@Suite struct DeletionReceiptTests {
    private let account = AccountID(UUIDv7(at: .utc(2026, 1, 1), randomHigh: 1, randomLow: 2))
    private let recording = RecordingID(UUIDv7(at: .utc(2026, 1, 2), randomHigh: 3, randomLow: 4))
    private let invoice = InvoiceID(UUIDv7(at: .utc(2026, 1, 3), randomHigh: 5, randomLow: 6))

    private func view(purgedAt: Instant? = nil, completedAt: Instant? = nil) -> DeletionView {
        DeletionView(
            accountID: account, requestedAt: .utc(2026, 4, 15, 9),
            revoked: [
                DeletionView.Revoked(kind: "session", count: 2, ids: []),
                DeletionView.Revoked(kind: "api_key", count: 0, ids: []),
            ],
            purges: Listed(
                items: [
                    DeletionView.Purge(recordingID: recording, dueAt: .utc(2026, 4, 29, 9), purgedAt: purgedAt)
                ], total: 1),
            retained: Listed(
                items: [
                    DeletionView.Retained(
                        invoiceID: invoice, retainUntil: .utc(2037, 1, 1) - TimeSpan(microseconds: 1))
                ], total: 1),
            purgeDueAt: .utc(2026, 4, 29, 9), dataKeyDestroyedAt: .utc(2026, 4, 15, 9, 0, 1), mailsRemovedAt: nil,
            completedAt: completedAt)
    }

    private func text(_ view: DeletionView, asOf: Instant = .utc(2026, 4, 16)) -> String {
        String(decoding: DeletionReceipt(view, asOf: asOf).document, as: UTF8.self)
    }

    @Test func theDocumentHasOneSpelling() {
        #expect(
            text(view()) == """
                {"type":"account.v1.DeletionReceipt","as_of":"2026-04-16T00:00:00.000000Z","account_id":"\(account.text)",\
                "requested_at":"2026-04-15T09:00:00.000000Z","state":"purging","completed_at":null,\
                "data_key_destroyed_at":"2026-04-15T09:00:01.000000Z","mails_removed_at":null,\
                "revoked":[{"kind":"session","count":2},{"kind":"api_key","count":0}],\
                "purge_due_at":"2026-04-29T09:00:00.000000Z","purges_total":1,\
                "purges":[{"recording_id":"\(recording.text)","due_at":"2026-04-29T09:00:00.000000Z","purged_at":null}],\
                "retained_total":1,"retained":[{"kind":"invoice","id":"\(invoice.text)",\
                "retain_until":"2036-12-31T23:59:59.999999Z"}]}
                """)
        #expect(text(view()) == text(view()))
    }

    @Test func anyJSONParserReadsIt() throws {
        let done = Instant.utc(2026, 4, 20)
        let data = Data(text(view(purgedAt: done, completedAt: done)).utf8)
        let parsed = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(parsed["state"] as? String == "completed")
        #expect(parsed["completed_at"] as? String == "2026-04-20T00:00:00.000000Z")
        let purge = try #require((parsed["purges"] as? [[String: Any]])?.first)
        #expect(purge["purged_at"] as? String == "2026-04-20T00:00:00.000000Z")
    }

    @Test func otherFactsAreOtherBytes() {
        #expect(text(view()) != text(view(purgedAt: .utc(2026, 4, 20))))
        #expect(text(view()) != text(view(), asOf: .utc(2026, 4, 17)))
    }
}
