import Foundation
import Messages
import RPC
import RPCClient
import TestSupport
import Testing

/// The server's own keys: made new under load, through kills, with backups, and somewhere else than in the data folder.
@Suite(.serialized) struct KeyRotationTests {
    // MARK: What `accountd keys status` says

    private struct Generation: Equatable {
        let number: Int
        let state: String
        let dataKeys: Int
        let invoices: Int
        let answers: Int
        let publicKey: String
    }

    private func status(_ server: ServerProcess, _ more: [String] = []) throws -> [Generation] {
        let (code, output) = try server.run(["keys", "status"] + more)
        guard code == 0 else { throw TestFailure("keys status: \(output)") }
        return try output.split(separator: "\n").map { line in
            let words = line.split(separator: " ")
            func value(_ name: String) -> String {
                words.first { $0.hasPrefix(name + "=") }.map { String($0.dropFirst(name.count + 1)) } ?? ""
            }
            guard words.count == 7, words[0] == "generation", let number = Int(words[1]) else {
                throw TestFailure("keys status: \(line)")
            }
            return Generation(
                number: number, state: String(words[2]), dataKeys: Int(value("data_keys")) ?? -1,
                invoices: Int(value("invoices")) ?? -1, answers: Int(value("answers")) ?? -1,
                publicKey: value("public_key"))
        }
    }

    /// Asks until it is so, for a minute at most.
    private func until(_ server: ServerProcess, _ isSo: ([Generation]) -> Bool) async throws -> [Generation] {
        for _ in 0..<3_000 {
            let found = try status(server)
            if isSo(found) { return found }
            try await Task.sleep(for: .milliseconds(10))
        }
        throw TestFailure("it never came about: \(try status(server)); the log: \(server.log.suffix(2_000))")
    }

    // MARK: Under load, through kills

    private static let seeded = 20_000
    private static let kills = 4

    /// Accounts that make a rotation take long enough to be killed in its middle.
    private func seed() throws -> (data: URL, tokens: [String]) {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("accountd-test-\(UUID().uuidString)")
        let (tokens, accounts) = (folder.path + ".tokens", folder.path + ".accounts")
        defer { for file in [tokens, accounts] { try? FileManager.default.removeItem(atPath: file) } }
        let named = ProcessInfo.processInfo.environment["ACCOUNTD_SEED_BIN"] ?? ".build/debug/accountd-seed"
        let (code, output) = try runProgram(
            URL(fileURLWithPath: named), [folder.path, "\(Self.seeded)", "\(Self.seeded)", tokens, accounts])
        guard code == 0 else { throw TestFailure("\(named): \(output)") }
        return (folder, try String(contentsOfFile: tokens, encoding: .utf8).split(separator: "\n").map(String.init))
    }

    private func invoice(_ customer: Customer, _ number: String) async throws {
        let _: RegisterInvoiceResponse = try await customer.client.call(
            .registerInvoice,
            RegisterInvoiceRequest(
                accountID: customer.accountID, number: number, currency: "EUR", amountMinor: 5,
                requestID: UUID().uuidString), options: customer.server.asService())
    }

    /// Starts `keys rotate` and leaves it alone.
    private func startRotation(_ server: ServerProcess) throws -> ChildProcess {
        let null = open("/dev/null", O_RDWR | O_CLOEXEC)
        defer { close(null) }
        return try ChildProcess(
            ServerProcess.binary.path, ["keys", "rotate", "--data", server.data.path],
            environment: ProcessInfo.processInfo.environment, input: null, output: null, errors: null)
    }

    @Test func aRotationUnderLoadOutlivesKills() async throws {
        let (data, tokens) = try seed()
        let server = try ServerProcess(data: data)
        defer { server.discard() }
        let stays = try await Customer.signUp(on: server, displayName: "Robin Stays")
        try await invoice(stays, "N-1")
        let gone = try await Customer.signUp(on: server, displayName: "Robin Goes")
        try await invoice(gone, "N-2")
        let _: DeleteAccountResponse = try await gone.call(
            .deleteAccount, DeleteAccountRequest(confirmEmail: gone.email, requestID: UUID().uuidString))
        let seed = UInt64.random(in: 0...UInt64(UInt32.max))
        print("key rotation: seed \(seed)")
        var random = CrashRandom(seed: seed)
        var midway = 0
        for round in 1...Self.kills {
            let (failures, left) = try await killInARotation(server, &random)
            #expect(failures == [], "round \(round)")
            if left > 0 { midway += 1 }
        }
        print("key rotation: \(midway) of \(Self.kills) kills came in the middle")
        #expect(midway > 0, "no kill came in the middle: seed more accounts")

        // One more, or the rest of the last, to its end, with the customers at work all the time.
        let workers = try await workers(4, server, &random)
        let (rotation, journals) = try await withRunning(workers, server) {
            let rotation = try server.run(["keys", "rotate"])
            // Then the load ends, by a kill as well.
            server.kill9()
            return rotation
        }
        #expect(rotation.status == 0 && rotation.output.contains("is no longer used"), "\(rotation.output)")
        try server.start()
        let newest = try #require(try status(server).last)
        #expect(newest.state == "seals" && newest.dataKeys > Self.seeded && newest.invoices >= 2)
        #expect(try server.run(["keys", "retire", "\(newest.number)"]).status == 1)
        for generation in try status(server).dropLast() where generation.state != "retired" {
            #expect(generation.state == "unused" && generation.dataKeys + generation.invoices + generation.answers == 0)
            let retired = try server.run(["keys", "retire", "\(generation.number)"])
            #expect(retired.status == 0, "\(retired.output)")
        }
        // The running server lets go of them, and so does a later start.
        for _ in 0..<2 {
            try await everythingIsReadable(server, tokens, stays, gone)
            server.stop()
            try server.start()
        }
        let failures = await verify(journals, workers, server)
        #expect(failures == [])
        let left = try FileManager.default.contentsOfDirectory(atPath: server.data.appendingPathComponent("keys").path)
        let secret = left.filter { $0.hasSuffix(".key") }.sorted()
        let parts = ["retention", "sealing", "signing", "wrapping"].map { "\($0)-\(newest.number).key" }
        #expect(secret == (parts + ["hashing-1.key", "tokens-1.key"]).sorted())
    }

    /// Begins a rotation, kills the server and the command when it is in its middle, and starts the server again. Answers how many
    /// data keys were left at that moment.
    private func killInARotation(
        _ server: ServerProcess, _ random: inout CrashRandom
    ) async throws -> (failures: [String], left: Int) {
        let workers = try await workers(4, server, &random)
        let after = Int.random(in: 1..<Self.seeded / 4, using: &random)
        let (left, journals) = try await withRunning(workers, server) {
            let before = try status(server).last?.number ?? 0
            let command = try startRotation(server)
            let found = try await until(server) { generations in
                guard let newest = generations.last, newest.number > before, newest.state == "seals" else {
                    return false
                }
                return newest.dataKeys >= after
            }
            server.kill9()
            command.send(SIGKILL)
            command.waitUntilExit()
            return found.dropLast().map(\.dataKeys).reduce(0, +)
        }
        try server.start()
        var failures = await verify(journals, workers, server)
        let check = try server.run(["check"])
        if check.status != 0 { failures.append("check: \(check.output)") }
        // What was left half done goes on by itself.
        _ = try await until(server) { generations in
            generations.dropLast().allSatisfy { ["unused", "retired"].contains($0.state) }
        }
        return (failures, left)
    }

    private func workers(
        _ count: Int, _ server: ServerProcess, _ random: inout CrashRandom
    ) async throws -> [CrashWorker] {
        var workers: [CrashWorker] = []
        for _ in 0..<count { workers.append(try await CrashWorker(on: server, seed: random.next())) }
        return workers
    }

    /// Runs `body`, which has to end with a kill of the server, beside customers who sign up, sign in, change and delete.
    private func withRunning<Result: Sendable>(
        _ workers: [CrashWorker], _ server: ServerProcess, _ body: () async throws -> Result
    ) async throws -> (Result, [(Int, CrashJournal)]) {
        try await withThrowingTaskGroup(of: (Int, CrashJournal).self) { group in
            for (index, worker) in workers.enumerated() {
                group.addTask {
                    var worker = worker
                    return (index, await worker.run())
                }
            }
            let result: Result
            do {
                result = try await body()
            } catch {
                server.kill9()
                throw error
            }
            var journals: [(Int, CrashJournal)] = []
            for try await journal in group { journals.append(journal) }
            return (result, journals)
        }
    }

    private func verify(
        _ journals: [(Int, CrashJournal)], _ workers: [CrashWorker], _ server: ServerProcess
    ) async -> [String] {
        guard let client = try? server.client() else { return ["no client"] }
        var failures: [String] = []
        for (index, journal) in journals {
            failures += await CrashVerification(
                server: server, client: client, customer: workers[index].customer, journal: journal
            ).failures()
        }
        return failures
    }

    private func everythingIsReadable(
        _ server: ServerProcess, _ tokens: [String], _ stays: Customer, _ gone: Customer
    ) async throws {
        let client = try server.client()
        for index in stride(from: 0, to: Self.seeded, by: 101) {
            let owner = CallOptions(
                metadata: [.authorization(tokens[index]), .serviceAuthorization(server.serviceToken)])
            let answer: GetAccountResponse = try await client.call(.getAccount, GetAccountRequest(), options: owner)
            #expect(answer.account?.email == "customer\(index)@example.com")
        }
        for (customer, name) in [(stays, "Robin Stays"), (gone, "Robin Goes")] {
            let answer: ListInvoicesResponse = try await client.call(
                .listInvoices, ListInvoicesRequest(accountID: customer.accountID), options: server.asService())
            #expect(answer.invoices.map(\.displayName) == [name])
        }
        let deleted: GetAccountResponse = try await client.call(
            .getAccount, GetAccountRequest(accountID: gone.accountID), options: server.asService())
        #expect(deleted.account?.state == .deleted && deleted.account?.displayName == "")
    }

    // MARK: Signatures, and answers that were given

    @Test func whatWasSignedAndAnsweredBeforeStillHolds() async throws {
        let server = try ServerProcess()
        defer { server.discard() }
        let customer = try await Customer.signUp(on: server)
        let leaves = try await Customer.signUp(on: server)
        let request = DeleteAccountRequest(confirmEmail: leaves.email, requestID: UUID().uuidString)
        let answer: DeleteAccountResponse = try await leaves.call(.deleteAccount, request)
        let before: GetDeletionResponse = try await customer.client.call(
            .getDeletion, GetDeletionRequest(receipt: answer.receipt), options: server.asService())
        let first: ListActivityResponse = try await customer.call(.listActivity, ListActivityRequest())
        let files = server.data.path + ".exports"
        try FileManager.default.createDirectory(atPath: files, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(atPath: files) }
        try await export(customer, to: files + "/before.json")
        let (code, output) = try server.run(["keys", "rotate"])
        #expect(code == 0, "\(output)")
        #expect(output.split(separator: "\n").last?.contains("generation 1 is no longer used") == true, "\(output)")
        #expect(try server.run(["keys", "retire", "1"]).status == 0)
        let keys = try status(server)
        #expect(keys.map(\.state) == ["retired", "seals"])

        let after: GetDeletionResponse = try await customer.client.call(
            .getDeletion, GetDeletionRequest(receipt: answer.receipt), options: server.asService())
        for (signed, generation) in [(before, keys[0]), (after, keys[1])] {
            #expect(hex(signed.publicKey) == generation.publicKey)
            #expect(isSigned(signed.receiptDocument, by: signed.publicKey, signed.signature))
        }
        let _: UpdateProfileResponse = try await customer.call(
            .updateProfile, UpdateProfileRequest(displayName: "Robin After"))
        let second: ListActivityResponse = try await customer.call(.listActivity, ListActivityRequest())
        #expect(first.head.map { hex($0.publicKey) } == keys[0].publicKey)
        #expect(second.head.map { hex($0.publicKey) } == keys[1].publicKey)
        // Who kept a head from before holds today's log against it, with both keys.
        try await export(customer, to: files + "/after.json")
        let verify = ["verify-activity", files + "/after.json", "--earlier-head", files + "/before.json"]
        let keyFlags = keys.map { ["--public-key", $0.publicKey] }
        let both = try rpcctl(verify + keyFlags[0] + keyFlags[1])
        #expect(both.status == 0 && both.output.contains("verified"), "\(both.output)")
        for flags in keyFlags { #expect(try rpcctl(verify + flags).status == 1) }
        // The answer of before, which was sealed under a key that is gone.
        let again: DeleteAccountResponse = try await leaves.call(.deleteAccount, request)
        #expect(again.receipt == answer.receipt)
    }

    private func export(_ customer: Customer, to file: String) async throws {
        let pieces: ServerStream<ExportDataResponse> = try customer.client.stream(
            .exportData, ExportDataRequest(), options: customer.options())
        var document: [UInt8] = []
        for try await piece in pieces { document += Array(piece.chunk.utf8) }
        try Data(document).write(to: URL(fileURLWithPath: file))
    }

    private func rpcctl(_ arguments: [String]) throws -> (status: Int32, output: String) {
        let named = ProcessInfo.processInfo.environment["RPCCTL_BIN"] ?? ".build/release/rpcctl"
        return try runProgram(URL(fileURLWithPath: named), arguments)
    }

    private func hex(_ bytes: [UInt8]) -> String { bytes.map { String(format: "%02x", $0) }.joined() }

    @Test func keysThatVanishUnderARunningServerAreMissedButNotForgotten() async throws {
        let server = try ServerProcess()
        defer { server.discard() }
        let customer = try await Customer.signUp(on: server)
        #expect(try server.run(["keys", "rotate"]).status == 0)
        let (key, aside) = (server.data.path + "/keys/wrapping-2.key", server.data.path + "/aside")
        try FileManager.default.moveItem(atPath: key, toPath: aside)
        for _ in 0..<600 where !server.log.contains("generation 2 has vanished") {
            try await Task.sleep(for: .milliseconds(100))
        }
        #expect(server.log.contains("generation 2 has vanished"))
        let account: GetAccountResponse = try await customer.call(.getAccount, GetAccountRequest())
        #expect(account.account?.email == customer.email)
        _ = try await Customer.signUp(on: server)
        // A rotation would bury the loss, and a start would serve nobody.
        #expect(try server.run(["keys", "rotate"]).output.contains("wrapping-2.key"))
        server.stop()
        let refused = try server.run(["serve", "--listen", "127.0.0.1:0"])
        #expect(refused.status == 1 && refused.output.contains("wrapping-2.key"), "\(refused.output)")
        try FileManager.default.moveItem(atPath: aside, toPath: key)
        try server.start()
        let again: GetAccountResponse = try await customer.moved(to: server).call(.getAccount, GetAccountRequest())
        #expect(again.account?.email == customer.email)
    }

    // MARK: Without a server

    @Test func withoutAServerTheCommandDoesItAll() async throws {
        let server = try ServerProcess()
        defer { server.discard() }
        let customer = try await Customer.signUp(on: server)
        try await invoice(customer, "N-1")
        let refused = try server.run(["keys", "retire", "1"])
        #expect(refused.status == 1 && refused.output.contains("generation 1"), "\(refused.output)")
        server.stop()
        for generation in 2...4 {
            let (code, output) = try server.run(["keys", "rotate"])
            #expect(code == 0 && output.contains("generation \(generation) is made"), "\(output)")
        }
        for generation in 1...3 { #expect(try server.run(["keys", "retire", "\(generation)"]).status == 0) }
        #expect(try status(server).map(\.state) == ["retired", "retired", "retired", "seals"])
        try server.start()
        let account: GetAccountResponse = try await customer.moved(to: server).call(.getAccount, GetAccountRequest())
        #expect(account.account?.email == customer.email)
    }

    // MARK: Backups

    @Test func aBackupFromBeforeOpensWithTheKeysOfAfter() async throws {
        let server = try ServerProcess()
        defer { server.discard() }
        let customer = try await Customer.signUp(on: server, displayName: "Robin Before")
        try await invoice(customer, "N-1")
        let backup = try BackupFolder(of: server)
        defer { backup.discard() }
        let old = try Data(contentsOf: server.data.appendingPathComponent("keys/retention-1.key"))
        #expect(try server.run(["keys", "rotate"]).status == 0)
        server.stop()
        let restored = try backup.restore(keysFrom: server)
        let second = try ServerProcess(data: restored)
        defer { second.discard() }
        let client = try second.client()
        let invoices: ListInvoicesResponse = try await client.call(
            .listInvoices, ListInvoicesRequest(accountID: customer.accountID), options: second.asService())
        #expect(invoices.invoices.map(\.displayName) == ["Robin Before"])
        let account: GetAccountResponse = try await customer.moved(to: second).call(.getAccount, GetAccountRequest())
        #expect(account.account?.displayName == "Robin Before")
        // It is brought under today's keys by itself.
        _ = try await until(second) { $0.map(\.state) == ["unused", "seals"] }

        // Where the old keys were retired, the start says what is missing, and goes once it is there again.
        second.stop()
        for name in ["accounts.sqlite-wal", "accounts.sqlite-shm"] {
            try? FileManager.default.removeItem(at: restored.appendingPathComponent(name))
        }
        try FileManager.default.removeItem(at: restored.appendingPathComponent("accounts.sqlite"))
        try FileManager.default.copyItem(at: backup.file, to: restored.appendingPathComponent("accounts.sqlite"))
        let kept = backup.folder.appendingPathComponent("kept")
        try FileManager.default.copyItem(at: restored.appendingPathComponent("keys"), to: kept)
        for name in ["retention", "sealing", "signing", "wrapping"] {
            try FileManager.default.removeItem(at: restored.appendingPathComponent("keys/\(name)-1.key"))
        }
        _ = FileManager.default.createFile(
            atPath: restored.path + "/keys/signing-1.public", contents: old, attributes: [.posixPermissions: 0o400])
        let refused = try second.run(["serve", "--listen", "127.0.0.1:0"])
        #expect(refused.status == 1 && refused.output.contains("retention-1.key"), "\(refused.output)")
        for name in ["retention", "sealing", "signing", "wrapping"] {
            try FileManager.default.copyItem(
                at: kept.appendingPathComponent("\(name)-1.key"),
                to: restored.appendingPathComponent("keys/\(name)-1.key"))
        }
        try second.start()
        let again: ListInvoicesResponse = try await second.client().call(
            .listInvoices, ListInvoicesRequest(accountID: customer.accountID), options: second.asService())
        #expect(again.invoices.map(\.displayName) == ["Robin Before"])
    }

    // MARK: Where keys lie

    @Test func keysLieWhereTheSettingPoints() async throws {
        let process = try SettingsProcess()
        defer { process.discard() }
        let keys = process.folder.appendingPathComponent("elsewhere")
        let arguments = ["--data", process.data.path, "--listen", "127.0.0.1:0"]
        let flag = ["--keys", keys.path]
        #expect(try process.readyLine(arguments + flag).line.hasPrefix("accountd ready on "))
        #expect(!FileManager.default.fileExists(atPath: process.data.path + "/keys"))
        #expect(SettingsProcess.mode(keys) == 0o700)
        for file in try FileManager.default.contentsOfDirectory(atPath: keys.path) {
            #expect(SettingsProcess.mode(keys.appendingPathComponent(file)) == 0o400)
        }
        let environment = ["ACCOUNTD_KEYS": keys.path]
        #expect(try process.readyLine(arguments, environment: environment).line.hasPrefix("accountd ready on "))
        let data = ["--data", process.data.path]
        let rotated = try process.run(["keys", "rotate"] + data, environment: environment)
        #expect(rotated.status == 0, "\(rotated.output)")
        #expect(FileManager.default.fileExists(atPath: keys.path + "/wrapping-2.key"))
    }

    @Test(arguments: [0o600, 0o440, 0o404])
    func aKeyOfAnotherModeIsRefusedInOneLine(mode: Int) throws {
        let process = try SettingsProcess()
        defer { process.discard() }
        let arguments = ["--data", process.data.path, "--listen", "127.0.0.1:0"]
        #expect(try process.readyLine(arguments).line.hasPrefix("accountd ready on "))
        for part in ["hashing", "retention", "sealing", "signing", "wrapping"] {
            let key = process.data.appendingPathComponent("keys/\(part)-1.key")
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: key.path)
            let refused = try process.run(arguments)
            #expect(refused.status == 1 && refused.output.contains(key.path), "\(refused.output)")
            let said = refused.output.split(separator: "\n").filter { $0.hasPrefix("accountd: ") }
            #expect(said.count == 1 && said[0].contains("0400"), "\(refused.output)")
            try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: key.path)
        }
        #expect(try process.readyLine(arguments).line.hasPrefix("accountd ready on "))
    }

    @Test func theKeysOfAnotherServerAreRefused() async throws {
        let server = try ServerProcess()
        defer { server.discard() }
        let customer = try await Customer.signUp(on: server)
        server.stop()
        let others = server.data.path + ".keys"
        defer { try? FileManager.default.removeItem(atPath: others) }
        let refused = try server.run(["serve", "--listen", "127.0.0.1:0", "--keys", others])
        #expect(refused.status == 1 && refused.output.contains(others), "\(refused.output)")
        try server.start()
        let account: GetAccountResponse = try await customer.moved(to: server).call(.getAccount, GetAccountRequest())
        #expect(account.account?.email == customer.email)
    }
}
