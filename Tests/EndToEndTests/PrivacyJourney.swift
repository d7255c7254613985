import Foundation
import Messages
import RPC
import RPCClient
import TestSupport

/// All that a customer can do and suffer, failures included, with a note of everything that must not be found afterwards.
struct PrivacyJourney {
    static let timeZone = "Asia/Kathmandu"
    static let firstName = "Xanthippe Quellwasser"
    static let secondName = "Xanthippe Bergtalerin"
    static let newPassword = "Velvet gravel 9 comet harbour"
    static let wrongPassword = "Cinnamon anvil 4 prairie wrong"

    var customer: Customer
    let firstAddress: String
    let secondAddress = "second.quellwasser-\(UUID().uuidString.lowercased())@example.org"
    let pendingAddress = "pending.quellwasser-\(UUID().uuidString.lowercased())@example.net"
    let userAgent = "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0 Bergfernrohr/\(UUID().uuidString)"
    /// Tokens, passwords and codes, by what they are.
    private(set) var secrets: [String: String] = [:]
    /// What tells of the person, by what it is.
    private(set) var personal: [String: String] = [:]
    private(set) var recordings: [Recording] = []
    private(set) var invoice = Invoice()
    private(set) var liveProfile = BrowserProfile()
    private(set) var runningDriverSession = DriverSession()
    private(set) var recoveryCodes: [String] = []
    private(set) var apiKeySecret = ""
    private(set) var authenticator: Authenticator?
    /// Whose sessions are live at the end.
    private(set) var liveTokens: [String] = []
    private(set) var deadTokens: [String] = []

    private var server: ServerProcess { customer.server }
    private var client: Client { customer.client }

    /// The whole journey; at its end the customer is signed in, two-factor is on and an address waits.
    static func run(on server: ServerProcess, client: Client? = nil) async throws -> PrivacyJourney {
        let address = "first.quellwasser-\(UUID().uuidString.lowercased())@example.com"
        let customer = try await Customer.signUp(
            on: server, email: address, displayName: firstName, timeZone: timeZone, client: client)
        var journey = PrivacyJourney(customer: customer, firstAddress: address)
        journey.noteStart()
        try await journey.failToComeIn()
        try await journey.signInElsewhere()
        try await journey.makeThings()
        try await journey.receiveMails()
        try await journey.changeProfile()
        try await journey.turnTwoFactorOn()
        try await journey.resetPassword()
        try await journey.comeInWithTwoFactor()
        try await journey.look()
        return journey
    }

    private mutating func note(secret label: String, _ text: String) { secrets[label] = text }

    private mutating func noteStart() {
        note(secret: "first password", customer.password)
        note(secret: "new password", Self.newPassword)
        note(secret: "wrong password", Self.wrongPassword)
        note(secret: "service token", server.serviceToken)
        note(secret: "first session's token", customer.sessionToken)
        personal = [
            "first name": Self.firstName, "second name": Self.secondName, "first address": firstAddress,
            "second address": secondAddress, "pending address": pendingAddress, "user agent": userAgent,
            "name's tail": "Bergtalerin",
        ]
        if let token = server.mailFolder.mails(to: firstAddress).first?.token { note(secret: "sign-up link", token) }
    }

    private func request() -> String { UUID().uuidString }

    private mutating func failToComeIn() async throws {
        let service = server.asService()
        let used = secrets["sign-up link"] ?? ""
        try await expectStatus(.notFound, reason: "LINK_INVALID") {
            try await client.call(
                .verifyEmail, VerifyEmailRequest(token: used), as: VerifyEmailResponse.self, options: service)
        }
        let _: SignUpResponse = try await client.call(
            .signUp,
            SignUpRequest(
                email: firstAddress, password: Self.wrongPassword, displayName: Self.firstName, requestID: request()),
            options: service)
        try await expectStatus(.unauthenticated, reason: "BAD_CREDENTIALS") {
            try await client.call(
                .signIn, SignInRequest(email: firstAddress, password: Self.wrongPassword, userAgent: userAgent),
                as: SignInResponse.self, options: service)
        }
        let _: ResendVerificationResponse = try await client.call(
            .resendVerification, ResendVerificationRequest(email: firstAddress), options: service)
        let dead = CallOptions(metadata: [.authorization("ast_nothing"), .serviceAuthorization(server.serviceToken)])
        try await expectStatus(.unauthenticated) {
            try await client.call(.getAccount, GetAccountRequest(), as: GetAccountResponse.self, options: dead)
        }
        try await expectStatus(.invalidArgument) {
            try await client.call(
                .signUp, SignUpRequest(email: "\(firstAddress) no", password: "short", displayName: Self.firstName),
                as: SignUpResponse.self, options: service)
        }
    }

    private mutating func signInElsewhere() async throws {
        let first = customer
        customer = try await first.signedInAgain(userAgent: userAgent)
        note(secret: "second session's token", customer.sessionToken)
        let stepped: StepUpResponse = try await customer.call(
            .stepUp, StepUpRequest(password: customer.password, requestID: request()))
        deadTokens.append(customer.sessionToken)
        customer.sessionToken = stepped.sessionToken
        note(secret: "stepped-up token", stepped.sessionToken)
        let doomed = try await customer.signedInAgain()
        note(secret: "revoked session's token", doomed.sessionToken)
        let _: RevokeSessionResponse = try await customer.call(
            .revokeSession, RevokeSessionRequest(sessionID: doomed.session.id, requestID: request()))
        deadTokens.append(doomed.sessionToken)
        let own = customer.session.id
        try await expectStatus(.failedPrecondition, reason: "CURRENT_SESSION") {
            try await customer.call(
                .revokeSession, RevokeSessionRequest(sessionID: own), as: RevokeSessionResponse.self)
        }
        liveTokens = [first.sessionToken]
    }

    private mutating func makeThings() async throws {
        personal["API key's name"] = "Quellwasser nightly deploy"
        let minted: MintApiKeyResponse = try await customer.call(
            .mintApiKey,
            MintApiKeyRequest(name: "Quellwasser nightly deploy", scopes: ["browsers:run"], requestID: request()))
        apiKeySecret = minted.secret
        note(secret: "API key's secret", minted.secret)
        let verified: VerifyApiKeyResponse = try await client.call(
            .verifyApiKey, VerifyApiKeyRequest(secret: minted.secret), options: server.asService())
        guard verified.accountID == customer.accountID else { throw TestFailure("an API key names another account") }
        for name in ["Quellwasser shop profile", "Quellwasser spare profile"] {
            personal[name] = name
            let made: CreateBrowserProfileResponse = try await customer.call(
                .createBrowserProfile, CreateBrowserProfileRequest(name: name, requestID: request()))
            liveProfile = made.browserProfile ?? liveProfile
        }
        try await runBrowsers()
        try await record()
        try await issueInvoice()
    }

    private mutating func runBrowsers() async throws {
        for label in ["Quellwasser first run", "Quellwasser second run"] {
            personal[label] = label
            let started: StartDriverSessionResponse = try await client.call(
                .startDriverSession,
                StartDriverSessionRequest(
                    accountID: customer.accountID, browserProfileID: liveProfile.id, label: label,
                    requestID: request()), options: server.asService())
            runningDriverSession = started.driverSession ?? runningDriverSession
            guard label.contains("first") else { continue }
            let _: EndDriverSessionResponse = try await client.call(
                .endDriverSession,
                EndDriverSessionRequest(
                    accountID: customer.accountID, driverSessionID: runningDriverSession.id, requestID: request()),
                options: server.asService())
        }
    }

    /// With real objects in the bucket.
    private mutating func record() async throws {
        for number in 1...3 {
            let key = "\(customer.accountID)/2026/run-\(number).webm"
            let object = server.data.appendingPathComponent("bucket").appendingPathComponent(key)
            try FileManager.default.createDirectory(
                at: object.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(repeating: UInt8(number), count: 4_096).write(to: object)
            let registered: RegisterRecordingResponse = try await client.call(
                .registerRecording,
                RegisterRecordingRequest(
                    accountID: customer.accountID, objectKey: key, sizeBytes: 4_096,
                    driverSessionID: runningDriverSession.id, requestID: request()), options: server.asService())
            if let recording = registered.recording { recordings.append(recording) }
        }
    }

    private mutating func issueInvoice() async throws {
        personal["invoice's number"] = "QW-2026-0815-4711"
        personal["invoice's description"] = "Quellwasser plan, forty browsers"
        let registered: RegisterInvoiceResponse = try await client.call(
            .registerInvoice,
            RegisterInvoiceRequest(
                accountID: customer.accountID, number: "QW-2026-0815-4711", currency: "EUR", amountMinor: 12_345,
                issuedAt: Timestamp(seconds: 1_776_243_600), description: "Quellwasser plan, forty browsers",
                requestID: request()), options: server.asService())
        invoice = registered.invoice ?? invoice
    }

    private mutating func receiveMails() async throws {
        personal["variable of a mail"] = "Quellwasser owes 123.45 EUR"
        let _: UpdatePreferencesResponse = try await customer.call(
            .updatePreferences,
            UpdatePreferencesRequest(preferences: [Preference(category: "tips", enabled: false)], requestID: request()))
        for category in ["billing_failure", "product_updates", "tips"] {
            let _: SendEmailResponse = try await client.call(
                .sendEmail,
                SendEmailRequest(
                    accountID: customer.accountID, category: category, template: category,
                    variables: [
                        EmailVariable(name: "amount_due", value: "Quellwasser owes 123.45 EUR"),
                        EmailVariable(name: "charged_at", time: Timestamp(seconds: 1_776_243_600)),
                    ], requestID: request()), options: server.asService())
        }
    }

    private mutating func changeProfile() async throws {
        let _: UpdateProfileResponse = try await customer.call(
            .updateProfile, UpdateProfileRequest(displayName: Self.secondName, requestID: request()))
        let _: ChangeEmailResponse = try await customer.call(
            .changeEmail, ChangeEmailRequest(newEmail: secondAddress, requestID: request()))
        let token = try await server.mailFolder.token(to: secondAddress, subject: "Verify your new email address")
        note(secret: "change link", token)
        let _: VerifyEmailResponse = try await client.call(
            .verifyEmail, VerifyEmailRequest(token: token, requestID: request()), options: server.asService())
        customer.email = secondAddress
        let _: ChangeEmailResponse = try await customer.call(
            .changeEmail, ChangeEmailRequest(newEmail: pendingAddress, requestID: request()))
        note(
            secret: "pending change link",
            try await server.mailFolder.token(to: pendingAddress, subject: "Verify your new email address"))
    }

    private mutating func turnTwoFactorOn() async throws {
        let enrolled: EnrollTotpResponse = try await customer.call(.enrollTotp, EnrollTotpRequest(requestID: request()))
        note(secret: "TOTP secret", enrolled.secret)
        let authenticator = Authenticator(base32: enrolled.secret)
        self.authenticator = authenticator
        try await Authenticator.awayFromStepsEnd()
        let confirmed: ConfirmTotpResponse = try await customer.call(
            .confirmTotp,
            ConfirmTotpRequest(totpCode: try authenticator.code(step: Authenticator.step - 1), requestID: request()))
        for (number, code) in confirmed.recoveryCodes.enumerated() { note(secret: "old recovery code \(number)", code) }
        let renewed: RegenerateRecoveryCodesResponse = try await customer.call(
            .regenerateRecoveryCodes, RegenerateRecoveryCodesRequest(requestID: request()))
        recoveryCodes = renewed.recoveryCodes
        for (number, code) in recoveryCodes.enumerated() { note(secret: "recovery code \(number)", code) }
    }

    private mutating func resetPassword() async throws {
        let token = try await customer.resetToken()
        note(secret: "reset link", token)
        let service = server.asService()
        // Without the second factor it is refused, and the link is still good.
        try await expectStatus(.unauthenticated) {
            try await client.call(
                .resetPassword,
                ResetPasswordRequest(token: token, newPassword: Self.newPassword, recoveryCode: "AAAA-AAAA-AAAA-AAAA"),
                as: ResetPasswordResponse.self, options: service)
        }
        let _: ResetPasswordResponse = try await client.call(
            .resetPassword,
            ResetPasswordRequest(
                token: token, newPassword: Self.newPassword, recoveryCode: recoveryCodes.removeFirst(),
                requestID: request()), options: service)
        customer.password = Self.newPassword
        let seen = Set(server.mailFolder.mails(to: customer.email).map(\.name))
        let _: RequestPasswordChangeResponse = try await customer.call(
            .requestPasswordChange, RequestPasswordChangeRequest(requestID: request()))
        note(
            secret: "pending reset link",
            try await server.mailFolder.token(to: customer.email, subject: "Set a new password", besides: seen))
    }

    private mutating func comeInWithTwoFactor() async throws {
        let challenge = try await customer.challenge()
        note(secret: "challenge", challenge)
        let service = server.asService()
        try await expectStatus(.unauthenticated, reason: "BAD_CREDENTIALS") {
            try await client.call(
                .completeSignIn, CompleteSignInRequest(challengeToken: challenge, recoveryCode: "BBBB-BBBB-BBBB-BBBB"),
                as: CompleteSignInResponse.self, options: service)
        }
        let opened: CompleteSignInResponse = try await client.call(
            .completeSignIn,
            CompleteSignInRequest(
                challengeToken: challenge, recoveryCode: recoveryCodes.removeFirst(), userAgent: userAgent,
                requestID: request()), options: service)
        guard let session = opened.session else { throw TestFailure("a completed sign-in gave no session") }
        note(secret: "third session's token", opened.sessionToken)
        liveTokens.append(customer.sessionToken)
        customer.sessionToken = opened.sessionToken
        customer.session = session
        liveTokens.append(opened.sessionToken)
        note(secret: "open challenge", try await customer.challenge())
    }

    /// Every list there is.
    private func look() async throws {
        let _: GetAccountResponse = try await customer.call(.getAccount, GetAccountRequest())
        let _: GetSecurityResponse = try await customer.call(.getSecurity, GetSecurityRequest())
        let _: ListActivityResponse = try await customer.call(.listActivity, ListActivityRequest())
        let _: ListSessionsResponse = try await customer.call(.listSessions, ListSessionsRequest())
        let _: ListApiKeysResponse = try await customer.call(.listApiKeys, ListApiKeysRequest())
        let _: ListBrowserProfilesResponse = try await customer.call(.listBrowserProfiles, ListBrowserProfilesRequest())
        let _: ListDriverSessionsResponse = try await customer.call(.listDriverSessions, ListDriverSessionsRequest())
        let _: ListRecordingsResponse = try await customer.call(.listRecordings, ListRecordingsRequest())
        let _: ListInvoicesResponse = try await customer.call(.listInvoices, ListInvoicesRequest())
        let _: ListEmailsResponse = try await customer.call(.listEmails, ListEmailsRequest())
        let _: GetPreferencesResponse = try await customer.call(.getPreferences, GetPreferencesRequest())
        for token in liveTokens {
            let _: ValidateSessionResponse = try await client.call(
                .validateSession, ValidateSessionRequest(sessionToken: token), options: server.asService())
        }
    }
}
