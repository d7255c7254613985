import Domain
import Foundation
import TestSupport
import Testing

@Suite struct ExportTests {
    private func fill(_ account: AccountID, _ count: Int, _ world: World) async throws {
        var left = count
        while left > 0 {
            let now = min(left, 500)
            try await world.change { work throws(DomainError) in
                let vault = try work.look.vault(of: account)
                for index in 0..<now {
                    try work.record(.profileUpdated, vault, by: .customer, [ActivityDetail("index", "\(index)")])
                }
            }
            left -= now
        }
    }

    private func read(_ pieces: [[UInt8]]) throws -> [String: Any] {
        let object = try JSONSerialization.jsonObject(with: Data(pieces.joined()))
        return try #require(object as? [String: Any])
    }

    @Test func anEmptyAccountIsWhole() async throws {
        let world = try World()
        defer { world.discard() }
        let account = try await world.account("Robin \"Quote\" \\ \u{1} Välé\n👩‍🚀")
        let document = try read(try await world.export(account))
        #expect(
            Set(document.keys) == [
                "type", "version", "exported_at", "account", "security", "preferences", "sessions", "api_keys",
                "browser_profiles", "driver_sessions", "recordings", "invoices", "emails", "webhook_endpoints",
                "webhook_deliveries", "activity",
            ])
        let told = try #require(document["account"] as? [String: Any])
        #expect(told["display_name"] as? String == "Robin \"Quote\" \\ \u{1} Välé\n👩‍🚀")
        let activity = try #require(document["activity"] as? [String: Any])
        #expect(activity["head"] is NSNull && (activity["rows"] as? [Any])?.count == 0)
    }

    @Test(arguments: [1, 499, 500, 501, 1_250])
    func everyRowIsToldOnceAndPiecesAreBounded(_ count: Int) async throws {
        let world = try World()
        defer { world.discard() }
        let account = try await world.account()
        try await fill(account, count, world)
        try await world.change { work throws(DomainError) in
            let vault = try work.look.vault(of: account)
            for index in 0..<count {
                let id: EmailID = work.newID()
                let envelope = MailEnvelope(recipientAddress: "r@example.com", subject: "\(index)")
                try work.rows.insert(
                    EmailRecord(
                        id: id, accountID: account, category: "tips", template: "tip",
                        envelope: vault.seal(envelope.encoded, .email, row: id.uuid), createdAt: work.now,
                        state: .sent))
            }
        }
        let pieces = try await world.export(account)
        #expect(pieces.allSatisfy { $0.count < 140_000 && !$0.isEmpty })
        let document = try read(pieces)
        let emails = try #require(document["emails"] as? [[String: Any]])
        #expect(emails.compactMap { $0["subject"] as? String } == (0..<count).reversed().map { "\($0)" })
        let activity = try #require(document["activity"] as? [String: Any])
        let rows = try #require(activity["rows"] as? [[String: Any]])
        #expect(rows.compactMap { $0["sequence"] as? Int } == Array(1...count))
        #expect((activity["head"] as? [String: Any])?["count"] as? Int == count)
    }

    @Test func rowsThatComeMeanwhileAreNotTold() async throws {
        let world = try World()
        defer { world.discard() }
        let account = try await world.account()
        try await fill(account, 1_200, world)
        let pieces = try await world.export(account) { _ in try await fill(account, 10, world) }
        #expect(pieces.count > 2)
        let activity = try #require(try read(pieces)["activity"] as? [String: Any])
        #expect((activity["rows"] as? [Any])?.count == 1_200)
        #expect((activity["head"] as? [String: Any])?["count"] as? Int == 1_200)
    }

    @Test func aDeletedAccountEndsIt() async throws {
        let world = try World()
        defer { world.discard() }
        let account = try await world.account()
        try await fill(account, 1_200, world)
        await #expect(throws: DomainError.notFound("account")) {
            try await world.export(account) { count in
                guard count == 1 else { return }
                let principal = world.principal(account)
                let email = "c-\(account.uuid.text)@example.com"
                try await world.change { work throws(DomainError) in
                    _ = try DeleteAccount(confirmEmail: email).perform(work, as: principal)
                    try work.rows.destroyDataKey(of: account)
                }
            }
        }
    }
}
