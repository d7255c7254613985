import Foundation
import Messages
import RPC
import RPCClient
import TestSupport
import Testing

/// RFC 8058 through the wire.
@Suite struct UnsubscribeTests {
    private static let optional = [
        "product_updates", "usage_summary", "quota_warning", "session_failure_digest", "tips",
    ]
    private static let mandatory = [
        "signup_verification", "password_reset", "security_notice", "billing_failure", "subscription_cancellation",
        "support_reply",
    ]

    private func send(_ customer: Customer, _ category: String) async throws -> Email {
        let answer: SendEmailResponse = try await customer.client.call(
            .sendEmail, SendEmailRequest(accountID: customer.accountID, category: category),
            options: customer.server.asService())
        return try #require(answer.email)
    }

    /// Header lines, unfolded, by name.
    private func headers(_ email: Email, _ server: ServerProcess) async throws -> [String: String] {
        for _ in 0..<1_000 {
            if let mail = server.mailFolder.all.first(where: { $0.name == "\(email.id).eml" }) {
                let lines = mail.headers.replacingOccurrences(of: "\r\n ", with: " ").components(separatedBy: "\r\n")
                return Dictionary(
                    uniqueKeysWithValues: lines.compactMap { line in
                        line.range(of: ": ").map { (String(line[..<$0.lowerBound]), String(line[$0.upperBound...])) }
                    })
            }
            try await Task.sleep(for: .milliseconds(10))
        }
        throw TestFailure("no mail \(email.id)")
    }

    private func unsubscribe(_ token: String, _ server: ServerProcess, _ client: Client) async throws
        -> UnsubscribeResponse
    {
        try await client.call(.unsubscribe, UnsubscribeRequest(token: token), options: server.asService())
    }

    @Test func oneClickTurnsOffItsCategoryAndNoOther() async throws {
        let server = try ServerProcess(arguments: ["--public-url", "https://accounts.example.com"])
        defer { server.discard() }
        let customer = try await Customer.signUp(on: server)
        var tokens: [String: String] = [:]
        for category in Self.optional {
            let found = try await headers(try await send(customer, category), server)
            let link = try #require(found["List-Unsubscribe"])
            #expect(link.hasPrefix("<https://accounts.example.com/unsubscribe?token=uns_") && link.hasSuffix(">"))
            #expect(found["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click")
            tokens[category] = String(link.dropLast().split(separator: "=")[1])
        }
        #expect(Set(tokens.values).count == 5)
        #expect(tokens.values.allSatisfy { !$0.contains(customer.accountID.dropFirst(4)) })
        for category in Self.mandatory {
            let found = try await headers(try await send(customer, category), server)
            #expect(found.keys.allSatisfy { !$0.hasPrefix("List-") }, "\(category)")
        }
        let token = try #require(tokens["tips"])
        for _ in 0..<2 {
            let answer = try await unsubscribe(token, server, customer.client)
            #expect(answer.category?.id == "tips")
        }
        let wanted: GetPreferencesResponse = try await customer.call(.getPreferences, GetPreferencesRequest())
        #expect(wanted.preferences.filter { !$0.enabled }.map(\.category) == ["tips"])
        #expect(try await send(customer, "tips").state == .suppressed)
        #expect(try await send(customer, "product_updates").state == .queued)
        let activity: ListActivityResponse = try await customer.call(
            .listActivity, ListActivityRequest(kinds: ["preferences.updated"]))
        #expect(activity.activities.count == 1)
        // Turned on again, it works again: it never expires.
        let _: UpdatePreferencesResponse = try await customer.call(
            .updatePreferences, UpdatePreferencesRequest(preferences: [Preference(category: "tips", enabled: true)]))
        _ = try await unsubscribe(token, server, customer.client)
        #expect(try await send(customer, "tips").state == .suppressed)

        for (index, _) in token.enumerated().dropFirst(4) {
            var forged = Array(token)
            forged[index] = forged[index] == "A" ? "B" : "A"
            try await expectStatus(.notFound, reason: "LINK_INVALID") {
                try await unsubscribe(String(forged), server, customer.client)
            }
        }
        let _: DeleteAccountResponse = try await customer.call(
            .deleteAccount, DeleteAccountRequest(confirmEmail: customer.email))
        try await expectStatus(.notFound, reason: "LINK_INVALID") {
            try await unsubscribe(token, server, customer.client)
        }
    }

    @Test func withoutHttpsThereIsNoOneClick() async throws {
        let server = try ServerProcess(arguments: ["--public-url", "http://accounts.example.com"])
        defer { server.discard() }
        let customer = try await Customer.signUp(on: server)
        let found = try await headers(try await send(customer, "tips"), server)
        #expect(found.keys.allSatisfy { !$0.hasPrefix("List-") })
    }
}
