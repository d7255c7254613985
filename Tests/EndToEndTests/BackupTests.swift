import Foundation
import Messages
import RPC
import RPCClient
import TestSupport
import Testing

/// Backups as docs/operations.md says to make and restore them: they bring the data back, and nobody who was deleted since.
@Suite struct BackupTests {
    @Test func aBackupRestoresWhatWasAcknowledged() async throws {
        let server = try ServerProcess()
        defer { server.discard() }
        let customer = try await Customer.signUp(on: server, displayName: "Robin Before", timeZone: "Europe/Zurich")
        let backup = try BackupFolder(of: server)
        defer { backup.discard() }
        let _: UpdateProfileResponse = try await customer.call(
            .updateProfile, UpdateProfileRequest(displayName: "Robin After"))
        server.stop()
        let restored = try backup.restore(keysFrom: server)
        let check = try runProgram(ServerProcess.binary, ["check", "--data", restored.path])
        #expect(check.status == 0, "\(check.output)")
        let second = try ServerProcess(data: restored)
        defer { second.discard() }
        let client = try second.client()
        let owner = CallOptions(
            metadata: [.authorization(customer.sessionToken), .serviceAuthorization(second.serviceToken)])
        let account: GetAccountResponse = try await client.call(.getAccount, GetAccountRequest(), options: owner)
        #expect(account.account?.displayName == "Robin Before")
        let opened: SignInResponse = try await client.call(
            .signIn, SignInRequest(email: customer.email, password: customer.password), options: second.asService())
        #expect(!opened.sessionToken.isEmpty)
    }

    @Test func aPersonDeletedSinceCantBeReadFromABackup() async throws {
        let server = try ServerProcess()
        defer { server.discard() }
        let journey = try await PrivacyJourney.run(on: server)
        let bystander = try await Customer.signUp(on: server, displayName: "Robin Stays")
        let backup = try BackupFolder(of: server)
        defer { backup.discard() }
        let receipt = try await journey.delete().receipt
        _ = try await journey.completed(receipt)
        server.stop()

        let restored = try backup.restore(keysFrom: server)
        let search = PrivacySearch(
            journey.personal.merging(journey.secrets.filter { $0.key != "service token" }) { $1 })
        #expect(search.finds(in: [backup.file]) == [])
        let check = try runProgram(ServerProcess.binary, ["check", "--data", restored.path])
        #expect(check.output.contains(journey.customer.accountID), "\(check.output)")
        #expect(!check.output.contains(bystander.accountID))

        let second = try ServerProcess(data: restored)
        defer { second.discard() }
        let client = try second.client()
        let service = second.asService()
        for (address, password) in [
            (journey.secondAddress, PrivacyJourney.newPassword), (journey.firstAddress, Customer.firstPassword),
        ] {
            let status = await client.status(
                .signIn, SignInRequest(email: address, password: password), SignInResponse.self, service)
            #expect(status == .unauthenticated, "as for an address that nobody has")
        }
        for token in journey.liveTokens {
            let owner = CallOptions(metadata: [.authorization(token), .serviceAuthorization(second.serviceToken)])
            let status = await client.status(.getAccount, GetAccountRequest(), GetAccountResponse.self, owner)
            #expect([.unauthenticated, .notFound, .dataLoss].contains(status))
            let validation = await client.status(
                .validateSession, ValidateSessionRequest(sessionToken: token), ValidateSessionResponse.self, service)
            #expect(validation == .unauthenticated, "a deleted person's session must not open other services")
        }
        let key = await client.status(
            .verifyApiKey, VerifyApiKeyRequest(secret: journey.apiKeySecret), VerifyApiKeyResponse.self, service)
        #expect(key == .unauthenticated)
        let account: GetAccountResponse = try await client.call(
            .getAccount, GetAccountRequest(accountID: journey.customer.accountID), options: service)
        #expect(
            account.account?.state == .deleted && account.account?.email == "" && account.account?.displayName == "")
        let recordings = await client.status(
            .listRecordings, ListRecordingsRequest(accountID: journey.customer.accountID), ListRecordingsResponse.self,
            service)
        #expect(recordings == .notFound)
        // The address is free: a restore doesn't lock its owner out.
        let again = try await Customer.signUp(on: second, email: journey.secondAddress, displayName: "Somebody New")
        #expect(again.accountID != journey.customer.accountID)
        // Others are there, and the invoice is.
        let stays = CallOptions(
            metadata: [.authorization(bystander.sessionToken), .serviceAuthorization(second.serviceToken)])
        let seen: GetAccountResponse = try await client.call(.getAccount, GetAccountRequest(), options: stays)
        #expect(seen.account?.displayName == "Robin Stays")
        let invoices: ListInvoicesResponse = try await client.call(
            .listInvoices, ListInvoicesRequest(accountID: journey.customer.accountID), options: service)
        #expect(invoices.invoices.first?.displayName == PrivacyJourney.firstName)
    }

    @Test func aLostKeyFileStopsTheStart() async throws {
        let server = try ServerProcess()
        defer { server.discard() }
        let customer = try await Customer.signUp(on: server)
        server.stop()
        let keys = server.data.appendingPathComponent("keys.sqlite")
        let aside = server.data.appendingPathComponent("aside")
        try FileManager.default.moveItem(at: keys, to: aside)
        let refused = try server.run(["serve", "--listen", "127.0.0.1:0"])
        #expect(refused.status == 1 && refused.output.contains("keys.sqlite"), "\(refused.output)")
        // Nothing was done to the accounts: with the right file all is well again.
        try FileManager.default.removeItem(at: keys)
        try FileManager.default.moveItem(at: aside, to: keys)
        try server.start()
        let account: GetAccountResponse = try await server.client().call(
            .getAccount, GetAccountRequest(), options: customer.options())
        #expect(account.account?.email == customer.email)
    }
}

/// A backup, and the folder that it is restored to.
struct BackupFolder {
    let folder: URL
    var file: URL { folder.appendingPathComponent("accounts.backup") }

    /// Made beside the running server.
    init(of server: ServerProcess) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("accountd-backup-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let made = try server.run(["backup", file.path])
        guard made.status == 0 else { throw TestFailure("backup: \(made.output)") }
    }

    /// An empty folder, 0700; the keys; today's keys.sqlite; the backup as accounts.sqlite.
    func restore(keysFrom server: ServerProcess) throws -> URL {
        let files = FileManager.default
        let restored = folder.appendingPathComponent("restored")
        try files.createDirectory(
            at: restored, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        for name in ["keys", "keys.sqlite"] {
            try files.copyItem(at: server.data.appendingPathComponent(name), to: restored.appendingPathComponent(name))
        }
        try files.copyItem(at: file, to: restored.appendingPathComponent("accounts.sqlite"))
        return restored
    }

    func discard() { try? FileManager.default.removeItem(at: folder) }
}

extension Client {
    /// What a call comes to.
    func status<Request: Message, Answer: Message>(
        _ method: Messages.Method, _ request: Request, _ answer: Answer.Type, _ options: CallOptions
    ) async -> StatusCode {
        do {
            _ = try await call(method, request, as: answer, options: options)
            return .ok
        } catch {
            return error.code
        }
    }
}
