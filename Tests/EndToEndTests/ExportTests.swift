import Foundation
import Messages
import RPC
import RPCClient
import TestSupport
import Testing

/// ExportData through the wire, and what rpcctl makes of it.
@Suite(.serialized)
struct ExportTests {
    let server: ServerProcess

    init() throws { server = try SuiteServer.journeys.get() }

    private func export(_ customer: Customer) async throws -> [UInt8] {
        let pieces: ServerStream<ExportDataResponse> = try customer.client.stream(
            .exportData, ExportDataRequest(), options: customer.options())
        var document: [UInt8] = []
        for try await piece in pieces { document += Array(piece.chunk.utf8) }
        return document
    }

    private func object(_ document: [UInt8]) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(document)) as? [String: Any])
    }

    private func rpcctl(_ arguments: [String]) throws -> (status: Int32, output: String) {
        let named = ProcessInfo.processInfo.environment["RPCCTL_BIN"]
        let program = named.map { URL(fileURLWithPath: $0) } ?? URL(fileURLWithPath: ".build/release/rpcctl")
        return try runProgram(program, arguments)
    }

    @Test func aCustomerTakesEverythingAlong() async throws {
        let customer = try await Customer.signUp(
            on: server, displayName: "Zoë \"Quote\" \\ </x>", timeZone: "Asia/Kathmandu")
        let options = server.asService()
        let key: MintApiKeyResponse = try await customer.call(
            .mintApiKey, MintApiKeyRequest(name: "ci", scopes: ["browsers.read"]))
        let profile: CreateBrowserProfileResponse = try await customer.call(
            .createBrowserProfile, CreateBrowserProfileRequest(name: "shop"))
        let driver: StartDriverSessionResponse = try await customer.client.call(
            .startDriverSession, StartDriverSessionRequest(accountID: customer.accountID, label: "run 7"),
            options: options)
        let _: RegisterRecordingResponse = try await customer.client.call(
            .registerRecording,
            RegisterRecordingRequest(
                accountID: customer.accountID, objectKey: "\(customer.accountID)/one.webm", sizeBytes: 99,
                recordedAt: .fromNow(-60)),
            options: options)
        let document = try await export(customer)
        let told = try object(document)
        let account = try #require(told["account"] as? [String: Any])
        #expect(account["id"] as? String == customer.accountID && account["email"] as? String == customer.email)
        #expect(account["time_zone"] as? String == "Asia/Kathmandu")
        for (list, id) in [
            ("sessions", customer.session.id), ("api_keys", key.apiKey?.id ?? ""),
            ("browser_profiles", profile.browserProfile?.id ?? ""), ("driver_sessions", driver.driverSession?.id ?? ""),
        ] {
            let rows = try #require(told[list] as? [[String: Any]])
            #expect(rows.compactMap { $0["id"] as? String } == [id], "\(list)")
        }
        #expect((told["recordings"] as? [[String: Any]])?.first?["size_bytes"] as? Int == 99)
        let emails = try #require(told["emails"] as? [[String: Any]])
        #expect(emails.count == 2 && emails.allSatisfy { $0["recipient"] as? String == customer.email })
        let activity = try #require(told["activity"] as? [String: Any])
        #expect((activity["rows"] as? [Any])?.count == 7)
        // No secret is in it.
        let text = String(decoding: document, as: UTF8.self)
        for secret in [customer.sessionToken, key.secret, customer.password] { #expect(!text.contains(secret)) }
    }

    @Test func rpcctlVerifiesWhatItExported() async throws {
        let customer = try await Customer.signUp(on: server)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("export-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = { (name: String) in folder.appendingPathComponent(name).path }
        for (name, text) in [("service", server.serviceToken), ("session", customer.sessionToken)] {
            #expect(FileManager.default.createFile(atPath: file(name), contents: Data(text.utf8)))
        }
        let exported = { () throws -> String in
            let result = try rpcctl([
                "export", "--address", server.address, "--service-token", file("service"), "--token", file("session"),
            ])
            #expect(result.status == 0, "\(result.output)")
            return result.output
        }
        try exported().write(toFile: file("earlier.json"), atomically: true, encoding: .utf8)
        let _: UpdateProfileResponse = try await customer.call(
            .updateProfile, UpdateProfileRequest(displayName: "Noor \u{1F469}"))
        let now = try exported()
        try now.write(toFile: file("now.json"), atomically: true, encoding: .utf8)
        let listed: ListActivityResponse = try await customer.call(.listActivity, ListActivityRequest())
        let head = try #require(listed.head)
        let key = head.publicKey.map { String(format: "%02x", $0) }.joined()
        let right = try rpcctl([
            "verify-activity", file("now.json"), "--public-key", key, "--earlier-head", file("earlier.json"),
        ])
        #expect(right.status == 0 && right.output == "verified: 4 rows\n", "\(right.output)")
        #expect(listed.activities.map(\.sequence) == [4, 3, 2, 1] && listed.activities[0].hash == head.hash)
        #expect(listed.activities[1].hash == listed.activities[0].previousHash && listed.chainKey.count == 32)

        let other = String(repeating: "0", count: 64)
        #expect(try rpcctl(["verify-activity", file("now.json"), "--public-key", other]).status == 1)
        let rolledBack = try rpcctl(["verify-activity", file("earlier.json"), "--earlier-head", file("now.json")])
        #expect(rolledBack.status == 1 && rolledBack.output.contains("only 3"), "\(rolledBack.output)")
        for (old, new) in [
            ("\"profile.updated\"", "\"profile.update\""), ("\"value\":\"Noor", "\"value\":\"Nour"),
            ("\"sequence\":2,", "\"sequence\":3,"),
            ("\"actor\":\"customer\"", "\"actor\":\"service\""), ("\"count\":4", "\"count\":3"),
            ("\"kind\":\"email.verified\"", "\"kind\":\"email.verified\",\"kind\":\"x\""), ("]}}", "]}"),
        ] {
            let range = try #require(now.range(of: old))
            try now.replacingCharacters(in: range, with: new)
                .write(toFile: file("changed.json"), atomically: true, encoding: .utf8)
            let wrong = try rpcctl(["verify-activity", file("changed.json")])
            #expect(wrong.status == 1, "\(old): \(wrong.output)")
        }
    }

    @Test func aStreamOfManyRowsComesWholeAndInOrder() async throws {
        let customer = try await Customer.signUp(on: server)
        for _ in 0..<6 {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for index in 0..<500 {
                    group.addTask {
                        let _: UpdateProfileResponse = try await customer.call(
                            .updateProfile, UpdateProfileRequest(displayName: "Name \(index)"))
                    }
                }
                try await group.waitForAll()
            }
        }
        let activity = try #require(try object(try await export(customer))["activity"] as? [String: Any])
        let rows = try #require(activity["rows"] as? [[String: Any]])
        #expect(rows.compactMap { $0["sequence"] as? Int } == Array(1...3_003))
    }
}
