import Messages
import TestSupport

/// Who may call a method: the contract's access column, copied from it by hand.
enum Allowed: Equatable, Sendable {
    /// "public": any known service.
    case anyService
    /// "owner".
    case owner
    /// "owner+".
    case ownerSteppedUp
    /// "service".
    case service(String)
    /// "owner, service" and "service; owner reads".
    case ownerOrService(String)
    /// "owner, support".
    case ownerOrSupport
    /// "owner; public with a token".
    case ownerOrAnyService
    /// "support".
    case support
    /// Whoever reaches the port.
    case anyone

    var isOwners: Bool {
        switch self {
        case .owner, .ownerSteppedUp, .ownerOrService, .ownerOrSupport, .ownerOrAnyService: true
        case .anyService, .service, .support, .anyone: false
        }
    }

    var scope: String? {
        switch self {
        case .service(let scope), .ownerOrService(let scope): scope
        case .anyService, .owner, .ownerSteppedUp, .ownerOrSupport, .ownerOrAnyService, .support, .anyone: nil
        }
    }
}

/// What a row's request is about.
struct Subject {
    /// Empty where an owner asks for themselves.
    var account = ""
    /// An id of the right kind's UUID, of something that is not there unless a test says so.
    var uuid = "01890000-0000-7000-8000-000000000000"
}

struct AccessRow: Sendable {
    let allowed: Allowed
    let request: @Sendable (Subject) -> any Message

    init(_ allowed: Allowed, _ request: @escaping @Sendable (Subject) -> any Message) {
        self.allowed = allowed
        self.request = request
    }

    // One long table rather than many short ones: it is read beside the contract's.
    static let all: [Messages.Method: AccessRow] = accounts.merging(security) { $1 }.merging(sessions) { $1 }
        .merging(notifications) { $1 }.merging(operators) { $1 }

    private static let deadToken = "lnk_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    private static let password = "Wrong lantern 88 quay"

    private static let accounts: [Messages.Method: AccessRow] = [
        .signUp: AccessRow(.anyService) { _ in
            SignUpRequest(email: Customer.freshAddress(), password: password, displayName: "Access")
        },
        .verifyEmail: AccessRow(.anyService) { _ in VerifyEmailRequest(token: deadToken) },
        .resendVerification: AccessRow(.anyService) { _ in ResendVerificationRequest(email: Customer.freshAddress()) },
        .getAccount: AccessRow(.ownerOrService("accounts.read")) { GetAccountRequest(accountID: $0.account) },
        .updateProfile: AccessRow(.owner) { _ in UpdateProfileRequest(displayName: "Access") },
        .changeEmail: AccessRow(.ownerSteppedUp) { _ in ChangeEmailRequest(newEmail: Customer.freshAddress()) },
        .listActivity: AccessRow(.ownerOrSupport) { ListActivityRequest(accountID: $0.account) },
        .watchActivity: AccessRow(.owner) { _ in WatchActivityRequest() },
        .exportData: AccessRow(.ownerSteppedUp) { _ in ExportDataRequest() },
        .deleteAccount: AccessRow(.ownerSteppedUp) { _ in DeleteAccountRequest(confirmEmail: "other@example.com") },
        // By receipt; by account id it is a service's, which has a test of its own.
        .getDeletion: AccessRow(.anyService) { _ in GetDeletionRequest(receipt: "rcp_none") },
        .createBrowserProfile: AccessRow(.ownerOrService("browser_profiles.write")) {
            CreateBrowserProfileRequest(accountID: $0.account, name: "Access")
        },
        .listBrowserProfiles: AccessRow(.ownerOrService("browser_profiles.read")) {
            ListBrowserProfilesRequest(accountID: $0.account)
        },
        .deleteBrowserProfile: AccessRow(.ownerOrService("browser_profiles.write")) {
            DeleteBrowserProfileRequest(accountID: $0.account, browserProfileID: "prf_\($0.uuid)")
        },
        .registerRecording: AccessRow(.service("recordings.write")) {
            RegisterRecordingRequest(accountID: $0.account, objectKey: "\($0.account)/\(Customer.freshAddress())")
        },
        .listRecordings: AccessRow(.ownerOrService("recordings.read")) { ListRecordingsRequest(accountID: $0.account) },
        .registerInvoice: AccessRow(.service("invoices.write")) {
            RegisterInvoiceRequest(accountID: $0.account, number: "1", currency: "EUR", amountMinor: 1)
        },
        .listInvoices: AccessRow(.ownerOrService("invoices.read")) { ListInvoicesRequest(accountID: $0.account) },
        .watchRevocations: AccessRow(.service("revocations.watch")) { _ in WatchRevocationsRequest() },
    ]

    private static let security: [Messages.Method: AccessRow] = [
        .getSecurity: AccessRow(.owner) { _ in GetSecurityRequest() },
        .requestPasswordReset: AccessRow(.anyService) { _ in
            RequestPasswordResetRequest(email: Customer.freshAddress())
        },
        .resetPassword: AccessRow(.anyService) { _ in ResetPasswordRequest(token: deadToken, newPassword: password) },
        .requestPasswordChange: AccessRow(.owner) { _ in RequestPasswordChangeRequest() },
        .enrollTotp: AccessRow(.ownerSteppedUp) { _ in EnrollTotpRequest() },
        .confirmTotp: AccessRow(.ownerSteppedUp) { _ in ConfirmTotpRequest(totpCode: "000000") },
        .disableTotp: AccessRow(.ownerSteppedUp) { _ in DisableTotpRequest() },
        .regenerateRecoveryCodes: AccessRow(.ownerSteppedUp) { _ in RegenerateRecoveryCodesRequest() },
        .resetTwoFactor: AccessRow(.support) { ResetTwoFactorRequest(accountID: $0.account) },
        .cancelTwoFactorReset: AccessRow(.ownerOrAnyService) { _ in CancelTwoFactorResetRequest(token: deadToken) },
        .mintApiKey: AccessRow(.ownerSteppedUp) { _ in MintApiKeyRequest(name: "Access", scopes: ["a"]) },
        .listApiKeys: AccessRow(.owner) { _ in ListApiKeysRequest() },
        .rotateApiKey: AccessRow(.ownerSteppedUp) { RotateApiKeyRequest(keyID: "key_\($0.uuid)") },
        .revokeApiKey: AccessRow(.owner) { RevokeApiKeyRequest(keyID: "key_\($0.uuid)") },
        .verifyApiKey: AccessRow(.service("api_keys.verify")) { _ in VerifyApiKeyRequest(secret: "ak_none") },
    ]

    private static let operators: [Messages.Method: AccessRow] = [
        .getStats: AccessRow(.support) { _ in GetStatsRequest() },
        .watchStats: AccessRow(.support) { _ in WatchStatsRequest() },
        .healthCheck: AccessRow(.anyone) { _ in HealthCheckRequest() },
        .healthList: AccessRow(.anyone) { _ in HealthListRequest() },
        .healthWatch: AccessRow(.anyone) { _ in HealthCheckRequest() },
    ]

    private static let sessions: [Messages.Method: AccessRow] = [
        .signIn: AccessRow(.anyService) { _ in SignInRequest(email: Customer.freshAddress(), password: password) },
        .completeSignIn: AccessRow(.anyService) { _ in
            CompleteSignInRequest(challengeToken: "chl_none", totpCode: "000000")
        },
        .stepUp: AccessRow(.owner) { _ in StepUpRequest(password: password) },
        .validateSession: AccessRow(.service("sessions.validate")) { _ in
            ValidateSessionRequest(sessionToken: "ast_none")
        },
        .listSessions: AccessRow(.owner) { _ in ListSessionsRequest() },
        .revokeSession: AccessRow(.owner) { RevokeSessionRequest(sessionID: "ses_\($0.uuid)") },
        .revokeOtherSessions: AccessRow(.owner) { _ in RevokeOtherSessionsRequest() },
        .signOut: AccessRow(.owner) { _ in SignOutRequest() },
        .startDriverSession: AccessRow(.service("driver_sessions.write")) {
            StartDriverSessionRequest(accountID: $0.account, label: "Access")
        },
        .endDriverSession: AccessRow(.service("driver_sessions.write")) {
            EndDriverSessionRequest(accountID: $0.account, driverSessionID: "drv_\($0.uuid)")
        },
        .listDriverSessions: AccessRow(.ownerOrService("driver_sessions.read")) {
            ListDriverSessionsRequest(accountID: $0.account)
        },
    ]

    private static let notifications: [Messages.Method: AccessRow] = [
        .listCategories: AccessRow(.anyService) { _ in ListCategoriesRequest() },
        .getPreferences: AccessRow(.owner) { _ in GetPreferencesRequest() },
        .updatePreferences: AccessRow(.owner) { _ in
            UpdatePreferencesRequest(preferences: [Preference(category: "tips", enabled: true)])
        },
        .sendEmail: AccessRow(.service("emails.send")) {
            SendEmailRequest(accountID: $0.account, category: "support_reply")
        },
        .unsubscribe: AccessRow(.anyService) { _ in UnsubscribeRequest(token: deadToken) },
        .listEmails: AccessRow(.ownerOrSupport) { ListEmailsRequest(accountID: $0.account) },
        // ".invalid" leads nowhere (RFC 6761): nothing that a test publishes leaves the machine.
        .createWebhookEndpoint: AccessRow(.owner) { _ in
            CreateWebhookEndpointRequest(url: "https://hooks.invalid/access", eventTypes: ["access.checked"])
        },
        .listWebhookEndpoints: AccessRow(.owner) { _ in ListWebhookEndpointsRequest() },
        .rotateWebhookSecret: AccessRow(.owner) { RotateWebhookSecretRequest(endpointID: "whe_\($0.uuid)") },
        .deleteWebhookEndpoint: AccessRow(.owner) { DeleteWebhookEndpointRequest(endpointID: "whe_\($0.uuid)") },
        .publishWebhookEvent: AccessRow(.service("webhooks.publish")) {
            PublishWebhookEventRequest(accountID: $0.account, eventType: "access.checked", payload: "{}")
        },
        .listWebhookDeliveries: AccessRow(.owner) { _ in ListWebhookDeliveriesRequest() },
        .redeliverWebhook: AccessRow(.owner) { RedeliverWebhookRequest(deliveryID: "whd_\($0.uuid)") },
    ]
}
