import Foundation
import Messages
import RPC
import RPCClient
import TestSupport
import Testing

/// Mails over SMTP, to a real server, with what may go wrong in between.
@Suite(.serialized) struct SMTPTests {
    /// A customer who came about while mails still went to the folder; and a server on the same data that mails.
    private func customer(
        of mail: TestMailServer, email: String? = nil, arguments: [String]
    ) async throws -> (Customer, ServerProcess) {
        let before = try ServerProcess()
        let made = try await Customer.signUp(on: before, email: email)
        before.stop()
        let server = try ServerProcess(data: before.data, arguments: arguments)
        return (try made.moved(to: server), server)
    }

    @discardableResult
    private func send(_ customer: Customer, _ subject: String, _ category: String = "support_reply") async throws
        -> String
    {
        let answer: SendEmailResponse = try await customer.client.call(
            .sendEmail,
            SendEmailRequest(
                accountID: customer.accountID, category: category,
                variables: [EmailVariable(name: "subject", value: subject)]),
            options: customer.server.asService())
        return try #require(answer.email?.id)
    }

    private func states(_ customer: Customer) async throws -> [String: Email] {
        let list: ListEmailsResponse = try await customer.call(.listEmails, ListEmailsRequest(pageSize: 200))
        return Dictionary(uniqueKeysWithValues: list.emails.map { ($0.id, $0) })
    }

    @Test(arguments: [TestMailServer.Mode.starttls, .smtps])
    func mailsArriveOverTLSOnConnectionsUsedAgain(_ mode: TestMailServer.Mode) async throws {
        let mail = try TestMailServer(mode)
        defer { mail.discard() }
        let (customer, server) = try await customer(of: mail, arguments: mail.arguments(mode))
        defer { server.discard() }
        var ids: [String] = []
        for number in 0..<30 { ids.append(try await send(customer, "Reply \(number)")) }
        #expect(try await mail.until { try await states(customer).values.allSatisfy { $0.state == .sent } })
        let taken = mail.taken(to: customer.email)
        #expect(Set(taken.compactMap(\.id)) == Set(ids.map { "<\($0)@accountd>" }))
        #expect(taken.allSatisfy { $0.tls && $0.user == TestMailServer.user })
        let peers = Set(mail.events.filter { $0.event == "mail" }.map(\.peer))
        #expect(peers.count <= 6, "\(peers.count) connections for 30 mails")
        let read = try mail.mails
        #expect(Set(read.map(\.subject)).isSuperset(of: (0..<30).map { "Reply \($0)" }))
        #expect(read.allSatisfy { $0.defects == [] && $0.to == [customer.email] && !$0.hasBareLineEnds })
        #expect(server.mailFolder.all.allSatisfy { !$0.headers.contains("Reply") })
        #expect(server.log.contains("takes mails"))
        #expect(!server.log.contains("p:w"))
    }

    @Test func whatTheServerRejectsIsSaidSoAndNotTriedAgain() async throws {
        let mail = try TestMailServer()
        defer { mail.discard() }
        let (customer, server) = try await customer(
            of: mail, email: "refused-\(UUID().uuidString.lowercased())@example.com", arguments: mail.arguments())
        defer { server.discard() }
        let id = try await send(customer, "Reply")
        #expect(try await mail.until { try await states(customer)[id]?.state == .failed })
        #expect(try await states(customer)[id]?.failureReason == "rejected")
        try await Task.sleep(for: .seconds(2))
        #expect(mail.events.filter { $0.event == "refused" }.count == 1)
        let listed = try server.run(["outbox"])
        #expect(listed.status == 0 && listed.output.contains("dead") && listed.output.contains("rejected"))
        #expect(!listed.output.contains("example.com"))
    }

    @Test func withoutSTARTTLSNothingIsSent() async throws {
        let mail = try TestMailServer()
        defer { mail.discard() }
        let port = try mail.proxy(["strip": 1], seed: 1)
        let (customer, server) = try await customer(of: mail, arguments: mail.arguments(port: port))
        defer { server.discard() }
        let id = try await send(customer, "Secret")
        #expect(try await mail.until { server.log.components(separatedBy: "job postponed").count > 2 })
        #expect(server.log.contains("offers no STARTTLS; nothing was sent"))
        #expect(try await states(customer)[id]?.state == .queued)
        #expect(!mail.events.contains { $0.event != "ehlo" || $0.user != nil })
    }

    @Test func badSettingsAreOneLineAndAccountsAreServed() async throws {
        let mail = try TestMailServer()
        defer { mail.discard() }
        let url = mail.arguments()[1]
        let cases: [([String], String)] = [
            (["--smtp-url", "http://localhost"], "smtp-url is no smtp://"),
            (["--smtp-url", "smtp://localhost:1", "--smtp-ca", mail.authority], "can't be reached"),
            (["--smtp-url", url], "certificate doesn't hold"),
            (["--smtp-url", url, "--smtp-ca", mail.path("none")], "holds no certificates"),
            (
                ["--smtp-url", "smtp://mail%40er:not-the-one@localhost:\(mail.port)", "--smtp-ca", mail.authority],
                "password"
            ),
            (
                [
                    "--smtp-url", url.replacingOccurrences(of: "localhost", with: "127.0.0.1"), "--smtp-ca",
                    mail.authority,
                ],
                "certificate doesn't hold"
            ),
        ]
        for (arguments, words) in cases {
            let (customer, server) = try await customer(of: mail, arguments: arguments)
            defer { server.discard() }
            #expect(try await mail.until { server.log.contains(words) }, "\(arguments): \(server.log)")
            let id = try await send(customer, "Later")
            #expect(try await states(customer)[id]?.state == .queued)
            let waiting = try server.run(["outbox"]).output
            #expect(waiting.contains("waiting mail count=1 oldest_seconds="), "\(waiting)")
            #expect(!server.log.contains("not-the-one") && !server.log.contains("mail@er"))
        }
        #expect(!mail.events.contains { $0.event == "mail" })
    }

    @Test func everyMailArrivesAtLeastOnceThroughFaultsAndKills() async throws {
        let mail = try TestMailServer()
        defer { mail.discard() }
        let seed = UInt64.random(in: 0...UInt64(UInt32.max))
        let faults = [
            "greeting": 0.1, "mail": 0.05, "rcpt": 0.05, "before": 0.06, "after": 0.1, "answer": 0.05,
        ]
        let port = try mail.proxy(faults, seed: seed)
        var (customer, server) = try await customer(of: mail, arguments: mail.arguments(port: port))
        defer { server.discard() }
        var promised: [String: String] = [:]
        for number in 0..<120 {
            promised["Reply \(number)"] = try await send(customer, "Reply \(number)")
            guard number % 40 == 20 else { continue }
            server.kill9()
            try server.start()
            customer = try customer.moved(to: server)
        }
        let isDone = try await mail.until(seconds: 150) {
            try await states(customer).values.allSatisfy { $0.state == .sent }
        }
        let left = try await states(customer).values.filter { $0.state != .sent }.count
        #expect(isDone, "seed \(seed): \(left) not sent")
        let replies = try mail.mails.filter { $0.subject.hasPrefix("Reply") }
        let byID = Dictionary(grouping: replies, by: \.messageID)
        for (subject, id) in promised {
            let copies = byID["<\(id)@accountd>"] ?? []
            #expect(!copies.isEmpty, "seed \(seed): \(subject) never arrived")
            #expect(copies.allSatisfy { $0.subject == subject && $0.defects == [] })
        }
        #expect(byID.count == promised.count)
        print("smtp: \(promised.count) mails arrived \(replies.count) times through faults and 3 kills, seed \(seed)")
    }

    @Test func aMailIsBrokenOffForAStopAndSentAfterwards() async throws {
        let mail = try TestMailServer()
        defer { mail.discard() }
        // Accepts and never speaks.
        let silent = try SilentListener()
        let (customer, server) = try await customer(of: mail, arguments: mail.arguments(port: silent.port))
        let id = try await send(customer, "Patience")
        try await Task.sleep(for: .seconds(1))
        let begun = Date()
        server.stop()
        #expect(Date().timeIntervalSince(begun) < 5)
        let after = try ServerProcess(data: server.data, arguments: mail.arguments())
        defer { after.discard() }
        #expect(try await mail.until { mail.taken(to: customer.email).contains { $0.id == "<\(id)@accountd>" } })
    }
}

private final class SilentListener {
    private let descriptor: Int32
    let port: Int

    init() throws {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        self.descriptor = descriptor
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && listen(descriptor, 16) == 0
                    && getsockname(descriptor, $0, &length) == 0
            }
        }
        guard isListening else { throw TestFailure("no listener") }
        port = Int(UInt16(bigEndian: address.sin_port))
    }

    deinit { close(descriptor) }
}
