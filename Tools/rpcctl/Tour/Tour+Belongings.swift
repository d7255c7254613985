import FoundationEssentials
import Messages
import RPC

/// Mail preferences, and what other services keep of the customer.
extension Tour {
    func preferences() throws {
        heading("Turn an optional kind of mail off")
        let off = UpdatePreferencesRequest(preferences: [Preference(category: "product_updates", enabled: false)])
        let preferences = try owned(.updatePreferences, off, UpdatePreferencesResponse.self).preferences
        try hold(preferences.contains { $0.category == "product_updates" && !$0.enabled }, "product updates are off")

        heading("A mandatory one cannot be turned off")
        let mandatory = UpdatePreferencesRequest(preferences: [Preference(category: "security_notice", enabled: false)])
        try refused(
            .updatePreferences, mandatory, UpdatePreferencesResponse.self, in: session, as: .invalidArgument)

        heading("A service wants to mail a product update: it is recorded, and not sent")
        let mail = try call(
            .sendEmail, SendEmailRequest(accountID: accountID, category: "product_updates"), SendEmailResponse.self)
        try hold(mail.email?.state == .suppressed, "the mail was suppressed")
    }

    func belongings() throws {
        heading("The driver service starts a remote browser from the customer's profile")
        let profile = try owned(
            .createBrowserProfile, CreateBrowserProfileRequest(name: "Logged in to the shop"),
            CreateBrowserProfileResponse.self)
        let driver = try call(
            .startDriverSession,
            StartDriverSessionRequest(
                accountID: accountID, browserProfileID: profile.browserProfile?.id ?? "", label: "Nightly crawl"),
            StartDriverSessionResponse.self)

        heading("The recordings service registers a recording")
        let key = "\(accountID)/tour/\(run).webm"
        let size = putRecording(key)
        _ = try call(
            .registerRecording,
            RegisterRecordingRequest(
                accountID: accountID, objectKey: key, sizeBytes: size, driverSessionID: driver.driverSession?.id ?? ""),
            RegisterRecordingResponse.self)

        heading("Billing registers an invoice, which keeps name and address as they are now")
        let invoice = try call(
            .registerInvoice,
            RegisterInvoiceRequest(
                accountID: accountID, number: "TOUR-\(run)", currency: "EUR", amountMinor: 1_250,
                description: "Browser hours"),
            RegisterInvoiceResponse.self)
        try hold(invoice.invoice?.email == email, "the invoice names the address of today")
    }

    /// Lays an object into the local bucket, where the server has one, so that its purge can be seen. Answers its size.
    private func putRecording(_ key: String) -> Int64 {
        let bytes = Data(repeating: 0x1A, count: 4_096)
        let folder = bucket + "/" + key.split(separator: "/").dropLast().joined(separator: "/")
        guard FileManager.default.fileExists(atPath: bucket) else { return Int64(bytes.count) }
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try? bytes.write(to: URL(filePath: bucket + "/" + key))
        say("(the recording lies in the local bucket: \(bucket)/\(key))")
        return Int64(bytes.count)
    }

    func deletion() throws {
        heading("Delete the account: the address must be typed again")
        try refused(
            .deleteAccount, DeleteAccountRequest(confirmEmail: "somebody@example.com"), DeleteAccountResponse.self,
            in: session, as: .invalidArgument)
        let answer = try owned(
            .deleteAccount, DeleteAccountRequest(confirmEmail: email), DeleteAccountResponse.self)
        try hold(!answer.receipt.isEmpty, "there is a receipt")

        heading("All of it is revoked by now")
        try refused(
            .getAccount, GetAccountRequest(), GetAccountResponse.self, in: session, as: .unauthenticated)
        try refused(
            .signIn, SignInRequest(email: email, password: password), SignInResponse.self, as: .unauthenticated,
            "BAD_CREDENTIALS")

        heading("The receipt tells what was revoked, purged and kept")
        try report(try completedDeletion(answer.receipt))
    }

    /// The recordings go in the background: asks quietly until they are gone, then once for all to see.
    private func completedDeletion(_ receipt: String) throws -> GetDeletionResponse {
        for _ in 0..<120 {
            let now: GetDeletionResponse = try caller.ask(.getDeletion, GetDeletionRequest(receipt: receipt))
            if now.deletion?.state == .completed { break }
            try Interruption.pause(milliseconds: 250)
        }
        return try call(.getDeletion, GetDeletionRequest(receipt: receipt), GetDeletionResponse.self)
    }

    private func report(_ answer: GetDeletionResponse) throws {
        guard let deletion = answer.deletion else { throw ToolError("GetDeletion answered no deletion") }
        for item in deletion.revoked { say("revoked: \(item.count) × \(item.kind)") }
        for purge in deletion.purges { say("purged: \(purge.recordingID) (\(purge.state.protoName))") }
        for item in deletion.retained {
            say("kept: \(item.kind) \(item.id) until \(day(item.retainUntil)): \(item.reason)")
        }
        say("The signed receipt: \(String(decoding: answer.receiptDocument, as: UTF8.self))")
        try hold(deletion.revoked.contains { $0.kind == "session" && $0.count >= 1 }, "sign-ins were revoked")
        try hold(deletion.revoked.contains { $0.kind == "driver_session" }, "the remote browser was revoked")
        try hold(
            deletion.purges.count == 1 && deletion.purges.allSatisfy { $0.state == .purged }, "the recording is gone")
        let object = "\(bucket)/\(accountID)/tour/\(run).webm"
        try hold(!FileManager.default.fileExists(atPath: object), "its object is no longer in the bucket")
        try hold(deletion.retained.contains { $0.kind == "invoice" }, "the invoice is kept")
        try hold(deletion.dataKeyDestroyedAt != nil, "the key to the personal data is destroyed")
        try hold(deletion.state == .completed, "the deletion is complete")
        try hold(answer.signature.count == 64, "the receipt is signed")
    }

    /// "2036-12-31".
    private func day(_ time: Timestamp?) -> String {
        guard let time else { return "further notice" }
        return String(Date(timeIntervalSince1970: Double(time.seconds)).formatted(.iso8601).prefix(10))
    }
}
