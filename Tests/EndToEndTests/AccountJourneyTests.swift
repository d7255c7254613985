import Foundation
import Messages
import RPC
import RPCClient
import TestSupport
import Testing

@Suite(.serialized)
struct AccountJourneyTests {
    let server: ServerProcess

    init() throws { server = try SuiteServer.journeys.get() }

    @Test func anAccountReadsAsItIsInItsOwnZone() async throws {
        let customer = try await Customer.signUp(on: server, displayName: " Zoé Ångström ", timeZone: "Asia/Kolkata")
        let answer = try await customer.call(.getAccount, GetAccountRequest(), as: GetAccountResponse.self)
        let account = try #require(answer.account)
        #expect(account.id == customer.accountID && isID(account.id, "acc_"))
        #expect(account.displayName == "Zoé Ångström")
        #expect(account.email == customer.email)
        #expect(isRecent(account.emailVerifiedAt) && isRecent(account.createdAt))
        #expect(account.pendingEmail.isEmpty && account.pendingEmailText.isEmpty)
        #expect(account.timeZone == "Asia/Kolkata")
        #expect(account.state == .active)
        let verified = try pageText(account.emailVerifiedAt, "Asia/Kolkata")
        #expect(account.emailVerifiedText == "Verified \(verified)" && verified.hasSuffix(" IST"))
        #expect(try account.createdText == pageText(account.createdAt, "Asia/Kolkata"))

        let byService: GetAccountResponse = try await customer.client.call(
            .getAccount, GetAccountRequest(accountID: account.id), options: server.asService())
        #expect(byService == answer)
    }

    @Test func aProfileChangesOnlyInWhatIsNamed() async throws {
        let customer = try await Customer.signUp(on: server)
        func update(_ request: UpdateProfileRequest) async throws -> Account {
            try #require(try await customer.call(.updateProfile, request, as: UpdateProfileResponse.self).account)
        }
        var account = try await update(UpdateProfileRequest(displayName: "Sam", timeZone: "America/New_York"))
        #expect(account.displayName == "Sam" && account.timeZone == "America/New_York")
        #expect(
            try account.emailVerifiedText == "Verified \(pageText(account.emailVerifiedAt, "America/New_York"))")

        account = try await update(
            UpdateProfileRequest(
                displayName: "Alex", timeZone: "Europe/Zurich", updateMask: FieldMask(paths: ["display_name"])))
        #expect(account.displayName == "Alex" && account.timeZone == "America/New_York")
        account = try await update(
            UpdateProfileRequest(
                displayName: "Kim", timeZone: "UTC", updateMask: FieldMask(paths: ["time_zone"])))
        #expect(account.displayName == "Alex" && account.timeZone == "UTC")
        #expect(account.emailVerifiedText.hasSuffix(" UTC"))

        let kinds = try await customer.call(
            .listActivity, ListActivityRequest(kinds: ["profile.updated"]), as: ListActivityResponse.self)
        #expect(kinds.activities.count == 3)

        let unknown = try await expectStatus(.invalidArgument) {
            try await update(UpdateProfileRequest(displayName: "X", updateMask: FieldMask(paths: ["email"])))
        }
        #expect(unknown.fieldViolations.map(\.field) == ["update_mask"])
        let zone = try await expectStatus(.invalidArgument) {
            try await update(UpdateProfileRequest(timeZone: "Mars/Olympus"))
        }
        #expect(zone.fieldViolations.map(\.field) == ["time_zone"])
    }

    @Test func anAddressChangesOnlyWhenTheNewOneIsProved() async throws {
        var customer = try await Customer.signUp(on: server)
        let old = customer.email
        let new = Customer.freshAddress()
        let asked = try await customer.call(
            .changeEmail, ChangeEmailRequest(newEmail: new), as: ChangeEmailResponse.self)
        #expect(asked.account?.email == old)
        #expect(asked.account?.pendingEmail == new)
        #expect(asked.account?.pendingEmailText == "Waiting for \(new) to be verified")
        let told = try await server.mailFolder.wait(to: old, subject: "about to change")
        #expect(told.token == nil)
        _ = try await customer.signedInAgain()
        try await expectStatus(.unauthenticated, reason: "BAD_CREDENTIALS") {
            try await signIn(new, customer.password)
        }

        let token = try await server.mailFolder.token(to: new, subject: "Verify your new email address")
        let verified: VerifyEmailResponse = try await customer.client.call(
            .verifyEmail, VerifyEmailRequest(token: token), options: server.asService())
        #expect(verified.accountID == customer.accountID && verified.email == new)
        let account = try await customer.call(.getAccount, GetAccountRequest(), as: GetAccountResponse.self).account
        #expect(account?.email == new && account?.pendingEmail == "" && account?.pendingEmailText == "")
        try await expectStatus(.unauthenticated, reason: "BAD_CREDENTIALS") { try await signIn(old, customer.password) }
        customer.email = new
        _ = try await customer.signedInAgain()
        for address in [old, new] {
            _ = try await server.mailFolder.wait(to: address, subject: "Your email address was changed")
        }
        try await expectStatus(.notFound, reason: "LINK_INVALID") {
            try await customer.client.call(
                .verifyEmail, VerifyEmailRequest(token: token), as: VerifyEmailResponse.self,
                options: server.asService())
        }
    }

    @Test func aTakenNewAddressGetsTheSameAnswerAndItsOwnerAMail() async throws {
        let customer = try await Customer.signUp(on: server)
        let other = try await Customer.signUp(on: server)
        let asked = try await customer.call(
            .changeEmail, ChangeEmailRequest(newEmail: other.email), as: ChangeEmailResponse.self)
        #expect(asked.account?.pendingEmail == other.email)
        let mail = try await server.mailFolder.wait(to: other.email, subject: "You already have an account")
        #expect(mail.token == nil)
    }

    @Test func everythingOfAnAccountCanBeMadeListedAndEnded() async throws {
        let customer = try await Customer.signUp(on: server, timeZone: "Europe/Zurich")
        let profile = try await browserProfiles(customer)
        let driver = try await driverSessions(customer, profile)
        try await recordings(customer, driver)
        try await invoices(customer)
        try await deleteProfile(customer, profile)
    }

    @Test func listsPageBackwardsInTimeAndStayRightWhileRowsAreAdded() async throws {
        let customer = try await Customer.signUp(on: server)
        var made: [String] = []
        func make() async throws {
            let answer = try await customer.call(
                .createBrowserProfile, CreateBrowserProfileRequest(name: "p"), as: CreateBrowserProfileResponse.self)
            made.append(try #require(answer.browserProfile).id)
        }
        for _ in 0..<7 { try await make() }
        let expected = Array(made.reversed())
        var seen: [String] = []
        var token = ""
        repeat {
            let page = try await customer.call(
                .listBrowserProfiles, ListBrowserProfilesRequest(pageSize: 3, pageToken: token),
                as: ListBrowserProfilesResponse.self)
            #expect(page.browserProfiles.count <= 3)
            seen += page.browserProfiles.map(\.id)
            token = page.nextPageToken
            try await make()
        } while !token.isEmpty
        #expect(seen == expected)
    }

    @Test func aDeletionIsCompleteSignedAndFreesTheAddress() async throws {
        let customer = try await Customer.signUp(on: server)
        let second = try await customer.signedInAgain()
        let key = try await customer.call(
            .mintApiKey, MintApiKeyRequest(name: "ci", scopes: ["runs.read"]), as: MintApiKeyResponse.self)
        let recording = try await register(customer, "\(customer.accountID)/a/1.webm")
        let invoice: RegisterInvoiceResponse = try await customer.client.call(
            .registerInvoice,
            RegisterInvoiceRequest(accountID: customer.accountID, number: "R-1", currency: "EUR", amountMinor: 1250),
            options: server.asService())
        let wrong = try await expectStatus(.invalidArgument) {
            try await customer.call(
                .deleteAccount, DeleteAccountRequest(confirmEmail: Customer.freshAddress()),
                as: DeleteAccountResponse.self)
        }
        #expect(wrong.fieldViolations.map(\.field) == ["confirm_email"])

        let answer = try await customer.call(
            .deleteAccount, DeleteAccountRequest(confirmEmail: customer.email.uppercased()),
            as: DeleteAccountResponse.self)
        let deletion = try #require(answer.deletion)
        #expect(isToken(answer.receipt, "rcp_"))
        #expect(deletion.accountID == customer.accountID && isRecent(deletion.requestedAt))
        let sessions = deletion.revoked.first { $0.kind == "session" }
        #expect(Set(sessions?.ids ?? []) == [customer.session.id, second.session.id])
        #expect(deletion.revoked.first { $0.kind == "api_key" }?.ids == [key.apiKey?.id ?? ""])
        #expect(deletion.purges.map(\.recordingID) == [recording.id])
        #expect(deletion.retained.map(\.id) == [invoice.invoice?.id ?? ""])
        #expect(deletion.retained.first?.retainUntil == invoice.invoice?.retainUntil)
        let days = ((deletion.purgeDueAt?.seconds ?? 0) - (deletion.requestedAt?.seconds ?? 0)) / 86_400
        #expect(days == 14)

        for token in [customer.sessionToken, second.sessionToken] {
            try await expectStatus(.unauthenticated, reason: "BAD_CREDENTIALS") {
                try await customer.client.call(
                    .validateSession, ValidateSessionRequest(sessionToken: token), as: ValidateSessionResponse.self,
                    options: server.asService())
            }
        }
        try await expectStatus(.unauthenticated, reason: "BAD_CREDENTIALS") {
            try await customer.client.call(
                .verifyApiKey, VerifyApiKeyRequest(secret: key.secret), as: VerifyApiKeyResponse.self,
                options: server.asService())
        }
        try await expectStatus(.unauthenticated, reason: "BAD_CREDENTIALS") {
            try await signIn(customer.email, customer.password)
        }
        try await proveDeletion(customer, answer.receipt, invoice.invoice)

        let again = try await Customer.signUp(on: server, email: customer.email)
        #expect(again.accountID != customer.accountID)
    }
}

extension AccountJourneyTests {
    private func signIn(_ email: String, _ password: String) async throws -> SignInResponse {
        try await server.client().call(
            .signIn, SignInRequest(email: email, password: password), options: server.asService())
    }

    private func register(_ customer: Customer, _ key: String) async throws -> Recording {
        let answer: RegisterRecordingResponse = try await customer.client.call(
            .registerRecording,
            RegisterRecordingRequest(accountID: customer.accountID, objectKey: key, sizeBytes: 4_096),
            options: server.asService())
        return try #require(answer.recording)
    }

    private func browserProfiles(_ customer: Customer) async throws -> BrowserProfile {
        let made = try await customer.call(
            .createBrowserProfile, CreateBrowserProfileRequest(name: "Shopping"),
            as: CreateBrowserProfileResponse.self)
        let profile = try #require(made.browserProfile)
        #expect(isID(profile.id, "prf_") && profile.accountID == customer.accountID && profile.name == "Shopping")
        #expect(
            try isRecent(profile.createdAt) && profile.createdText == pageText(profile.createdAt, "Europe/Zurich"))
        let list = try await customer.call(
            .listBrowserProfiles, ListBrowserProfilesRequest(), as: ListBrowserProfilesResponse.self)
        #expect(list.browserProfiles == [profile] && list.nextPageToken.isEmpty)
        return profile
    }

    private func driverSessions(_ customer: Customer, _ profile: BrowserProfile) async throws -> DriverSession {
        let started: StartDriverSessionResponse = try await customer.client.call(
            .startDriverSession,
            StartDriverSessionRequest(
                accountID: customer.accountID, browserProfileID: profile.id, label: "Checkout run"),
            options: server.asService())
        let driver = try #require(started.driverSession)
        #expect(isID(driver.id, "drv_") && driver.accountID == customer.accountID)
        #expect(driver.browserProfileID == profile.id && driver.label == "Checkout run")
        #expect(driver.state == .running && driver.endedAt == nil && driver.endedText.isEmpty)
        #expect(try driver.startedText == pageText(driver.startedAt, "Europe/Zurich"))
        // Remote browsers are never mixed with sign-ins.
        let sessions = try await customer.call(.listSessions, ListSessionsRequest(), as: ListSessionsResponse.self)
        #expect(sessions.sessions.map(\.id) == [customer.session.id])

        let ended: EndDriverSessionResponse = try await customer.client.call(
            .endDriverSession,
            EndDriverSessionRequest(accountID: customer.accountID, driverSessionID: driver.id),
            options: server.asService())
        let end = try #require(ended.driverSession)
        #expect(end.state == .ended && isRecent(end.endedAt))
        #expect(try end.endedText == pageText(end.endedAt, "Europe/Zurich"))
        let list = try await customer.call(
            .listDriverSessions, ListDriverSessionsRequest(), as: ListDriverSessionsResponse.self)
        #expect(list.driverSessions == [end])
        return end
    }

    private func recordings(_ customer: Customer, _ driver: DriverSession) async throws {
        let key = "\(customer.accountID)/2026/run.webm"
        let answer: RegisterRecordingResponse = try await customer.client.call(
            .registerRecording,
            RegisterRecordingRequest(
                accountID: customer.accountID, objectKey: key, sizeBytes: 77, recordedAt: .fromNow(-3_600),
                driverSessionID: driver.id), options: server.asService())
        let recording = try #require(answer.recording)
        #expect(isID(recording.id, "rec_") && recording.accountID == customer.accountID)
        #expect(recording.objectKey == key && recording.sizeBytes == 77 && recording.driverSessionID == driver.id)
        #expect(isRecent(recording.createdAt) && isRecent(recording.recordedAt, within: 3_800))
        #expect(try recording.recordedText == pageText(recording.recordedAt, "Europe/Zurich"))
        let list = try await customer.call(
            .listRecordings, ListRecordingsRequest(), as: ListRecordingsResponse.self)
        #expect(list.recordings == [recording])
        try await expectStatus(.alreadyExists) { try await register(customer, key) }
        let foreign = try await expectStatus(.invalidArgument) {
            try await register(customer, "acc_00000000-0000-7000-8000-000000000000/x")
        }
        #expect(foreign.fieldViolations.map(\.field) == ["object_key"])
    }

    private func invoices(_ customer: Customer) async throws {
        let issued = Timestamp(seconds: 1_735_689_599)  // 2024-12-31 23:59:59 UTC
        let answer: RegisterInvoiceResponse = try await customer.client.call(
            .registerInvoice,
            RegisterInvoiceRequest(
                accountID: customer.accountID, number: "2024-0099", currency: "EUR", amountMinor: 1_250,
                issuedAt: issued, description: "Browser hours"), options: server.asService())
        let invoice = try #require(answer.invoice)
        #expect(isID(invoice.id, "inv_") && invoice.accountID == customer.accountID)
        #expect(invoice.number == "2024-0099" && invoice.currency == "EUR" && invoice.amountMinor == 1_250)
        #expect(invoice.description == "Browser hours" && invoice.issuedAt == issued)
        #expect(invoice.displayName == "Robin Vale" && invoice.email == customer.email)
        #expect(invoice.issuedText == "2025-01-01 00:59 CET")
        #expect(try pageText(invoice.retainUntil, "UTC").hasPrefix("2034-12-31"))
        // What it says of the customer is what was so when it was issued.
        let _: UpdateProfileResponse = try await customer.call(
            .updateProfile, UpdateProfileRequest(displayName: "Renamed"))
        let list = try await customer.call(.listInvoices, ListInvoicesRequest(), as: ListInvoicesResponse.self)
        #expect(list.invoices == [invoice])
    }

    private func deleteProfile(_ customer: Customer, _ profile: BrowserProfile) async throws {
        let request = DeleteBrowserProfileRequest(browserProfileID: profile.id)
        let _: DeleteBrowserProfileResponse = try await customer.call(.deleteBrowserProfile, request)
        try await expectStatus(.notFound) {
            try await customer.call(.deleteBrowserProfile, request, as: DeleteBrowserProfileResponse.self)
        }
        let list = try await customer.call(
            .listBrowserProfiles, ListBrowserProfilesRequest(), as: ListBrowserProfilesResponse.self)
        #expect(list.browserProfiles.isEmpty)
    }

    private func proveDeletion(_ customer: Customer, _ receipt: String, _ invoice: Invoice?) async throws {
        var proof = GetDeletionResponse()
        for _ in 0..<500 {
            proof = try await customer.client.call(
                .getDeletion, GetDeletionRequest(receipt: receipt), options: server.asService())
            if proof.deletion?.state == .completed { break }
            try await Task.sleep(for: .milliseconds(20))
        }
        let deletion = try #require(proof.deletion)
        #expect(deletion.state == .completed && isRecent(deletion.completedAt) && isRecent(deletion.dataKeyDestroyedAt))
        #expect(deletion.purges.allSatisfy { $0.state == .purged && isRecent($0.purgedAt) })
        #expect(proof.receipt == receipt)
        #expect(isSigned(proof.receiptDocument, by: proof.publicKey, proof.signature))
        #expect(!isSigned(proof.receiptDocument + [0x20], by: proof.publicKey, proof.signature))
        let document = String(decoding: proof.receiptDocument, as: UTF8.self)
        #expect(document.contains(customer.accountID) && !document.contains(customer.email))

        let invoices: ListInvoicesResponse = try await customer.client.call(
            .listInvoices, ListInvoicesRequest(accountID: customer.accountID), options: server.asService())
        #expect(invoices.invoices.map(\.email) == [invoice?.email ?? ""])
        let byService: GetAccountResponse = try await customer.client.call(
            .getAccount, GetAccountRequest(accountID: customer.accountID), options: server.asService())
        #expect(byService.account?.state == .deleted)
        #expect(byService.account?.email == "" && byService.account?.displayName == "")
    }
}
