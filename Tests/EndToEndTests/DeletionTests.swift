import Crypto
import Foundation
import Messages
import RPC
import RPCClient
import TestSupport
import Testing

/// The end of an account: what its answer says is so, at once and later, and nothing of the person is left.
@Suite struct DeletionTests {
    @Test func aDeletionTellsTheTruthAtEveryStage() async throws {
        let server = try ServerProcess()
        defer { server.discard() }
        let journey = try await PrivacyJourney.run(on: server)
        let customer = journey.customer
        try await refuseAnotherAddress(journey)
        let answer = try await journey.delete()
        guard let deletion = answer.deletion else { throw TestFailure("no deletion in the answer") }
        #expect(deletion.accountID == customer.accountID)
        #expect(deletion.revoked.first { $0.kind == "session" }?.count == 3)
        #expect(deletion.revoked.first { $0.kind == "api_key" }?.count == 1)
        #expect(deletion.revoked.first { $0.kind == "browser_profile" }?.count == 2)
        #expect(deletion.revoked.first { $0.kind == "driver_session" }?.ids == [journey.runningDriverSession.id])
        #expect(Set(deletion.purges.map(\.recordingID)) == Set(journey.recordings.map(\.id)))
        let requested = deletion.requestedAt?.seconds ?? 0
        #expect(deletion.purges.allSatisfy { $0.dueAt?.seconds ?? 0 <= requested + 14 * 86_400 })
        #expect(deletion.purgeDueAt?.seconds ?? 0 <= requested + 14 * 86_400)
        #expect(deletion.retained.map(\.id) == [journey.invoice.id])
        // 1 January 2037, the first moment after 31 December of the tenth year after 2026.
        #expect([2_114_380_799, 2_114_380_800].contains(deletion.retained.first?.retainUntil?.seconds))
        let refused = try await journey.refusals()
        #expect(refused == [])

        let done = try await journey.completed(answer.receipt)
        #expect(done.completedAt != nil && done.dataKeyDestroyedAt != nil)
        #expect(done.purges.count == 3 && done.purges.allSatisfy { $0.state == .purged && $0.purgedAt != nil })
        #expect((done.dataKeyDestroyedAt?.seconds ?? .max) - requested <= 10)
        #expect(done.revoked.map(\.count) == deletion.revoked.map(\.count))
        for recording in journey.recordings {
            let object = server.data.appendingPathComponent("bucket").appendingPathComponent(recording.objectKey)
            #expect(!FileManager.default.fileExists(atPath: object.path))
        }
        let byService: GetDeletionResponse = try await customer.client.call(
            .getDeletion, GetDeletionRequest(accountID: customer.accountID), options: server.asService())
        #expect(byService.deletion == done)
        #expect(byService.receipt.isEmpty)
    }

    @Test func theReceiptIsSignedAndAChangedOneIsNot() async throws {
        let server = try ServerProcess()
        defer { server.discard() }
        let journey = try await PrivacyJourney.run(on: server)
        let receipt = try await journey.delete().receipt
        _ = try await journey.completed(receipt)
        let answer: GetDeletionResponse = try await journey.customer.client.call(
            .getDeletion, GetDeletionRequest(receipt: receipt), options: server.asService())
        #expect(answer.publicKey.count == 32 && answer.signature.count == 64)
        #expect(
            ServerCryptography.verify(answer.signature, of: answer.receiptDocument, by: answer.publicKey))
        var changed = answer.receiptDocument
        for index in stride(from: 0, to: changed.count, by: 37) {
            changed[index] ^= 1
            #expect(!ServerCryptography.verify(answer.signature, of: changed, by: answer.publicKey))
            changed[index] ^= 1
        }
        let document = try #require(
            try JSONSerialization.jsonObject(with: Data(answer.receiptDocument)) as? [String: Any])
        #expect(document["account_id"] as? String == journey.customer.accountID)
        #expect(document["state"] as? String == "completed")
        #expect((document["purges"] as? [Any])?.count == 3)
        #expect(PrivacySearch(journey.personal).finds(in: Data(answer.receiptDocument), named: "receipt") == [])
        try await expectStatus(.notFound) {
            try await journey.customer.client.call(
                .getDeletion, GetDeletionRequest(receipt: "rcp_" + String(repeating: "A", count: 43)),
                as: GetDeletionResponse.self, options: server.asService())
        }
        // The key stays the same over a restart, and so does what the receipt opens.
        server.stop()
        try server.start()
        let client = try server.client()
        let later: GetDeletionResponse = try await client.call(
            .getDeletion, GetDeletionRequest(receipt: receipt), options: server.asService())
        #expect(later.publicKey == answer.publicKey && later.deletion == answer.deletion)
    }

    @Test func withinTenSecondsNothingOfThePersonIsInAnyFile() async throws {
        let server = try ServerProcess(arguments: ["--log-level", "debug"])
        defer { server.discard() }
        let journey = try await PrivacyJourney.run(on: server)
        let search = PrivacySearch(journey.personal)
        #expect(!search.finds(in: server.files).isEmpty, "its mails are there")
        let began = Date()
        let receipt = try await journey.delete().receipt
        _ = try await journey.completed(receipt)
        var finds = search.finds(in: server.files)
        while !finds.isEmpty, Date().timeIntervalSince(began) < 10 {
            try await Task.sleep(for: .milliseconds(200))
            finds = search.finds(in: server.files)
        }
        #expect(finds == [])
        var secrets = journey.secrets
        secrets["service token"] = nil
        #expect(PrivacySearch(secrets).finds(in: server.files) == [])
        server.stop()
        #expect(search.finds(in: server.files) == [])
        let check = try server.run(["check"])
        #expect(check.status == 0, "\(check.output)")
    }

    @Test func invoicesStayReadableAsTheyWereIssued() async throws {
        let server = try ServerProcess()
        defer { server.discard() }
        let journey = try await PrivacyJourney.run(on: server)
        let receipt = try await journey.delete().receipt
        _ = try await journey.completed(receipt)
        for _ in 0..<2 {
            let client = try server.client()
            let listed: ListInvoicesResponse = try await client.call(
                .listInvoices, ListInvoicesRequest(accountID: journey.customer.accountID), options: server.asService())
            let invoice = try #require(listed.invoices.first)
            #expect(listed.invoices.count == 1 && invoice.id == journey.invoice.id)
            #expect(invoice.displayName == PrivacyJourney.firstName)
            #expect(invoice.email == journey.firstAddress)
            #expect(invoice.number == "QW-2026-0815-4711" && invoice.amountMinor == 12_345)
            #expect(invoice.description == "Quellwasser plan, forty browsers")
            server.stop()
            try server.start()
        }
    }

    @Test func theAddressCanSignUpAgainAsSomebodyNew() async throws {
        let server = try ServerProcess()
        defer { server.discard() }
        let journey = try await PrivacyJourney.run(on: server)
        let receipt = try await journey.delete().receipt
        _ = try await journey.completed(receipt)
        let again = try await Customer.signUp(on: server, email: journey.pendingAddress, displayName: "Somebody New")
        #expect(again.accountID != journey.customer.accountID)
        let account: GetAccountResponse = try await again.call(.getAccount, GetAccountRequest())
        #expect(account.account?.displayName == "Somebody New")
        let activities: ListActivityResponse = try await again.call(.listActivity, ListActivityRequest())
        #expect(activities.activities.allSatisfy { $0.kind != "profile.updated" })
        let invoices: ListInvoicesResponse = try await again.call(.listInvoices, ListInvoicesRequest())
        #expect(invoices.invoices.isEmpty)
        let refused = try await journey.refusals()
        #expect(refused == [])
    }

    @Test func anAbandonedSignUpsMailGoesWithTheAccountThatFollowed() async throws {
        let server = try ServerProcess()
        defer { server.discard() }
        let client = try server.client()
        let address = Customer.freshAddress()
        let mails = server.mailFolder
        for _ in 0..<2 {
            let _: SignUpResponse = try await client.call(
                .signUp, SignUpRequest(email: address, password: Customer.firstPassword, displayName: "Robin Vale"),
                options: server.asService())
        }
        var isVerified = false
        for _ in 0..<500 where !isVerified {
            for token in mails.mails(to: address).compactMap(\.token) {
                let status = await client.status(
                    .verifyEmail, VerifyEmailRequest(token: token), VerifyEmailResponse.self, server.asService())
                if status == .ok { isVerified = true }
            }
            try await Task.sleep(for: .milliseconds(10))
        }
        let opened: SignInResponse = try await client.call(
            .signIn, SignInRequest(email: address, password: Customer.firstPassword), options: server.asService())
        let owner = CallOptions(
            metadata: [.authorization(opened.sessionToken), .serviceAuthorization(server.serviceToken)])
        let _: DeleteAccountResponse = try await client.call(
            .deleteAccount, DeleteAccountRequest(confirmEmail: address), options: owner)
        for _ in 0..<1_000 where !mails.mails(to: address).isEmpty { try await Task.sleep(for: .milliseconds(10)) }
        #expect(PrivacySearch(["address": address]).finds(in: server.files) == [])
    }

    private func refuseAnotherAddress(_ journey: PrivacyJourney) async throws {
        try await expectStatus(.invalidArgument) {
            try await journey.customer.call(
                .deleteAccount, DeleteAccountRequest(confirmEmail: journey.firstAddress), as: DeleteAccountResponse.self
            )
        }
    }
}

extension PrivacyJourney {
    /// Asked twice with one request_id: one deletion, one answer.
    func delete() async throws -> DeleteAccountResponse {
        let request = DeleteAccountRequest(confirmEmail: customer.email, requestID: UUID().uuidString)
        let first: DeleteAccountResponse = try await customer.call(.deleteAccount, request)
        let second: DeleteAccountResponse = try await customer.call(.deleteAccount, request)
        guard !first.receipt.isEmpty, second.receipt == first.receipt else {
            throw TestFailure("a repeated deletion gave another receipt")
        }
        return first
    }

    /// The deletion once it is completed, asked by its receipt.
    func completed(_ receipt: String) async throws -> Deletion {
        for _ in 0..<1_000 {
            let answer: GetDeletionResponse = try await customer.client.call(
                .getDeletion, GetDeletionRequest(receipt: receipt), options: customer.server.asService())
            guard let deletion = answer.deletion else { throw TestFailure("no deletion behind the receipt") }
            let purged = deletion.purges.allSatisfy { $0.state == .purged }
            // It never says that it is done before it is.
            guard deletion.state != .completed || (purged && deletion.dataKeyDestroyedAt != nil) else {
                throw TestFailure("completed too early: \(deletion)")
            }
            if deletion.state == .completed { return deletion }
            try await Task.sleep(for: .milliseconds(10))
        }
        throw TestFailure("the deletion is not completed after ten seconds")
    }

    /// Every token, code and link of before, tried; what still opens something is named.
    func refusals() async throws -> [String] {
        let server = customer.server
        let client = try server.client()
        var opened: [String] = []
        for token in liveTokens + deadTokens {
            let owner = CallOptions(metadata: [.authorization(token), .serviceAuthorization(server.serviceToken)])
            if await client.succeeds(.getAccount, GetAccountRequest(), GetAccountResponse.self, owner) {
                opened.append("session")
            }
            let validate = ValidateSessionRequest(sessionToken: token)
            if await client.succeeds(.validateSession, validate, ValidateSessionResponse.self, server.asService()) {
                opened.append("validation")
            }
        }
        let service = server.asService()
        if await client.succeeds(
            .verifyApiKey, VerifyApiKeyRequest(secret: apiKeySecret), VerifyApiKeyResponse.self, service)
        {
            opened.append("API key")
        }
        for name in ["sign-up link", "change link", "pending change link"] {
            let request = VerifyEmailRequest(token: secrets[name] ?? "")
            if await client.succeeds(.verifyEmail, request, VerifyEmailResponse.self, service) { opened.append(name) }
        }
        for name in ["reset link", "pending reset link"] {
            let request = ResetPasswordRequest(
                token: secrets[name] ?? "", newPassword: Self.wrongPassword, recoveryCode: recoveryCodes[0])
            if await client.succeeds(.resetPassword, request, ResetPasswordResponse.self, service) {
                opened.append(name)
            }
        }
        let challenge = CompleteSignInRequest(
            challengeToken: secrets["open challenge"] ?? "", recoveryCode: recoveryCodes[1])
        if await client.succeeds(.completeSignIn, challenge, CompleteSignInResponse.self, service) {
            opened.append("challenge")
        }
        for address in [firstAddress, secondAddress] {
            let request = SignInRequest(email: address, password: Self.newPassword)
            if await client.succeeds(.signIn, request, SignInResponse.self, service) { opened.append("password") }
        }
        // A service that names the account is told that it is deleted, and nothing else.
        let account: GetAccountResponse = try await client.call(
            .getAccount, GetAccountRequest(accountID: customer.accountID), options: service)
        let told = [account.account?.displayName, account.account?.email, account.account?.pendingEmail]
        if account.account?.state != .deleted || told.contains(where: { $0 != "" }) { opened.append("account") }
        return opened
    }
}

extension Client {
    fileprivate func succeeds<Request: Message, Answer: Message>(
        _ method: Messages.Method, _ request: Request, _ answer: Answer.Type, _ options: CallOptions
    ) async -> Bool {
        do {
            _ = try await call(method, request, as: answer, options: options)
            return true
        } catch {
            return false
        }
    }
}
