// Made by Tools/generate. Do not edit.

/// Every method of every service: a `switch` over it fails the build where a method is forgotten.
package enum Method: String, CaseIterable, Sendable {
    /// public. Opens an account and mails a verification link. An address already taken gets the same answer in the same time.
    case signUp = "account.v1.AccountService/SignUp"
    /// public. Confirms the address of a sign-up or of a change. The token works once.
    case verifyEmail = "account.v1.AccountService/VerifyEmail"
    /// public. Mails the verification link again. Always the same answer.
    case resendVerification = "account.v1.AccountService/ResendVerification"
    /// owner, service. The account as a Settings page shows it.
    case getAccount = "account.v1.AccountService/GetAccount"
    /// owner. Changes the display name, the time zone, or both.
    case updateProfile = "account.v1.AccountService/UpdateProfile"
    /// owner+. Asks for another address; the old one stays in force until the new one is verified. Both are told.
    case changeEmail = "account.v1.AccountService/ChangeEmail"
    /// owner, support. What happened to the account, newest first.
    case listActivity = "account.v1.AccountService/ListActivity"
    /// owner. What is new in the account's activity, as it happens. Ends as UNAUTHENTICATED, reason SESSION_INVALID, once the session
    /// that asked has ended; a StepUp does not end it.
    case watchActivity = "account.v1.AccountService/WatchActivity"
    /// owner+. Everything held on the account.
    case exportData = "account.v1.AccountService/ExportData"
    /// owner+. Deletes the account now, for good.
    case deleteAccount = "account.v1.AccountService/DeleteAccount"
    /// public (by receipt), service. What a deletion revoked, purged and retained, with its dates.
    case getDeletion = "account.v1.AccountService/GetDeletion"
    /// owner, service. Makes a browser profile.
    case createBrowserProfile = "account.v1.AccountService/CreateBrowserProfile"
    /// owner, service. The account's browser profiles, newest first.
    case listBrowserProfiles = "account.v1.AccountService/ListBrowserProfiles"
    /// owner, service. Deletes a browser profile.
    case deleteBrowserProfile = "account.v1.AccountService/DeleteBrowserProfile"
    /// service. Tells of a recording that now lies in the bucket.
    case registerRecording = "account.v1.AccountService/RegisterRecording"
    /// owner, service. The account's recordings, newest first.
    case listRecordings = "account.v1.AccountService/ListRecordings"
    /// service. Keeps an invoice, with the display name and the address as they are now.
    case registerInvoice = "account.v1.AccountService/RegisterInvoice"
    /// owner, service. The account's invoices, newest first.
    case listInvoices = "account.v1.AccountService/ListInvoices"
    /// service. Whatever stops being valid, of every account, as it happens: so that a service cuts it off at once. What ends at a time
    /// that was told before (expires_at) is not among it, nor is a secret whose session or key lives on (StepUp, RotateApiKey).
    case watchRevocations = "account.v1.AccountService/WatchRevocations"
    /// public. Every category of mail, mandatory and optional.
    case listCategories = "account.v1.NotificationsService/ListCategories"
    /// owner. Which categories the customer wants.
    case getPreferences = "account.v1.NotificationsService/GetPreferences"
    /// owner. Turns optional categories on and off; a mandatory one cannot be turned off.
    case updatePreferences = "account.v1.NotificationsService/UpdatePreferences"
    /// service. Mails the customer, or records that the customer does not want it.
    case sendEmail = "account.v1.NotificationsService/SendEmail"
    /// owner, support. What was mailed, newest first.
    case listEmails = "account.v1.NotificationsService/ListEmails"
    /// public. Turns one optional category off, by the token in a mail's List-Unsubscribe header (RFC 8058). Needs no session.
    case unsubscribe = "account.v1.NotificationsService/Unsubscribe"
    /// owner. An https address that is told of events; its signing secret is shown this once.
    case createWebhookEndpoint = "account.v1.NotificationsService/CreateWebhookEndpoint"
    /// owner. The account's endpoints, newest first.
    case listWebhookEndpoints = "account.v1.NotificationsService/ListWebhookEndpoints"
    /// owner. A new signing secret, shown this once; the old one signs beside it for 24 hours.
    case rotateWebhookSecret = "account.v1.NotificationsService/RotateWebhookSecret"
    /// owner. Nothing is delivered to it any more.
    case deleteWebhookEndpoint = "account.v1.NotificationsService/DeleteWebhookEndpoint"
    /// service (webhooks.publish). Delivers an event to every enabled endpoint of the account that wants its type.
    case publishWebhookEvent = "account.v1.NotificationsService/PublishWebhookEvent"
    /// owner. The audit log of deliveries, newest first.
    case listWebhookDeliveries = "account.v1.NotificationsService/ListWebhookDeliveries"
    /// owner. Delivers again what was delivered, failed or cancelled, under the same id.
    case redeliverWebhook = "account.v1.NotificationsService/RedeliverWebhook"
    /// support. The numbers as they are now.
    case getStats = "account.v1.OperatorService/GetStats"
    /// support. The numbers now, and again after each interval, for as long as the caller listens.
    case watchStats = "account.v1.OperatorService/WatchStats"
    /// owner. The state of password and two-factor.
    case getSecurity = "account.v1.SecurityService/GetSecurity"
    /// public. Mails a magic link to the stored address: valid 15 minutes, once. Always the same answer in the same time.
    case requestPasswordReset = "account.v1.SecurityService/RequestPasswordReset"
    /// public. Sets a new password by the mailed link, and a second factor where two-factor is on. Opens no session.
    case resetPassword = "account.v1.SecurityService/ResetPassword"
    /// owner. Mails the same magic link to the signed-in customer.
    case requestPasswordChange = "account.v1.SecurityService/RequestPasswordChange"
    /// owner+. Makes an authenticator secret; ConfirmTotp turns it on.
    case enrollTotp = "account.v1.SecurityService/EnrollTotp"
    /// owner+. The first right code turns two-factor on and gives the recovery codes, this once.
    case confirmTotp = "account.v1.SecurityService/ConfirmTotp"
    /// owner+. Turns two-factor off.
    case disableTotp = "account.v1.SecurityService/DisableTotp"
    /// owner+. Replaces all recovery codes, and shows the new ones this once.
    case regenerateRecoveryCodes = "account.v1.SecurityService/RegenerateRecoveryCodes"
    /// support. Starts recovery for a customer without authenticator and codes: two-factor is turned off 24 hours later, unless
    /// the owner, who is told at once, cancels it. Until then a sign-in still takes a code.
    case resetTwoFactor = "account.v1.SecurityService/ResetTwoFactor"
    /// owner; public with the mailed link's token. Cancels a reset that waits.
    case cancelTwoFactorReset = "account.v1.SecurityService/CancelTwoFactorReset"
    /// owner+. Makes an API key, and shows its secret this once.
    case mintApiKey = "account.v1.SecurityService/MintApiKey"
    /// owner. The account's API keys, newest first.
    case listApiKeys = "account.v1.SecurityService/ListApiKeys"
    /// owner+. Gives an API key a new secret; the old one stays good for a while.
    case rotateApiKey = "account.v1.SecurityService/RotateApiKey"
    /// owner. Ends an API key: the next call with it is refused.
    case revokeApiKey = "account.v1.SecurityService/RevokeApiKey"
    /// service. Whose key this secret is, and what it may do.
    case verifyApiKey = "account.v1.SecurityService/VerifyApiKey"
    /// public. Opens a session, or gives a challenge where two-factor is on.
    case signIn = "account.v1.SessionsService/SignIn"
    /// public. Answers a challenge: it lives 5 minutes and takes 5 wrong codes.
    case completeSignIn = "account.v1.SessionsService/CompleteSignIn"
    /// owner. Proves a factor again. The session goes on under a new token; the old one dies.
    case stepUp = "account.v1.SessionsService/StepUp"
    /// service. Whose session this token is. Remembered as the session's last use.
    case validateSession = "account.v1.SessionsService/ValidateSession"
    /// owner. The account's live sessions, newest first.
    case listSessions = "account.v1.SessionsService/ListSessions"
    /// owner. Ends another session of the account; for the current one there is SignOut.
    case revokeSession = "account.v1.SessionsService/RevokeSession"
    /// owner. Ends every session of the account but the current one.
    case revokeOtherSessions = "account.v1.SessionsService/RevokeOtherSessions"
    /// owner. Ends the current session.
    case signOut = "account.v1.SessionsService/SignOut"
    /// service. Tells of a remote browser that was started.
    case startDriverSession = "account.v1.SessionsService/StartDriverSession"
    /// service. Tells of its end.
    case endDriverSession = "account.v1.SessionsService/EndDriverSession"
    /// owner, service. The account's remote browsers, newest first.
    case listDriverSessions = "account.v1.SessionsService/ListDriverSessions"
    /// If the requested service is unknown, the call will fail with status
    /// NOT_FOUND.
    case healthCheck = "grpc.health.v1.Health/Check"
    /// Provides a snapshot of the serving status of every service that the server
    /// knows. The server may answer RESOURCE_EXHAUSTED where that is too much for
    /// one message.
    case healthList = "grpc.health.v1.Health/List"
    /// Performs a watch for the serving status of the requested service.
    /// The server will immediately send back a message indicating the current
    /// serving status.  It will then subsequently send a new message whenever
    /// the service's serving status changes.
    case healthWatch = "grpc.health.v1.Health/Watch"

    /// Names, types and direction of the method.
    package var description: MethodDescription {
        switch self {
        case .signUp:
            MethodDescription(
                service: "account.v1.AccountService", method: "SignUp",
                requestName: "account.v1.SignUpRequest",
                responseName: "account.v1.SignUpResponse",
                serverStreaming: false)
        case .verifyEmail:
            MethodDescription(
                service: "account.v1.AccountService", method: "VerifyEmail",
                requestName: "account.v1.VerifyEmailRequest",
                responseName: "account.v1.VerifyEmailResponse",
                serverStreaming: false)
        case .resendVerification:
            MethodDescription(
                service: "account.v1.AccountService", method: "ResendVerification",
                requestName: "account.v1.ResendVerificationRequest",
                responseName: "account.v1.ResendVerificationResponse",
                serverStreaming: false)
        case .getAccount:
            MethodDescription(
                service: "account.v1.AccountService", method: "GetAccount",
                requestName: "account.v1.GetAccountRequest",
                responseName: "account.v1.GetAccountResponse",
                serverStreaming: false)
        case .updateProfile:
            MethodDescription(
                service: "account.v1.AccountService", method: "UpdateProfile",
                requestName: "account.v1.UpdateProfileRequest",
                responseName: "account.v1.UpdateProfileResponse",
                serverStreaming: false)
        case .changeEmail:
            MethodDescription(
                service: "account.v1.AccountService", method: "ChangeEmail",
                requestName: "account.v1.ChangeEmailRequest",
                responseName: "account.v1.ChangeEmailResponse",
                serverStreaming: false)
        case .listActivity:
            MethodDescription(
                service: "account.v1.AccountService", method: "ListActivity",
                requestName: "account.v1.ListActivityRequest",
                responseName: "account.v1.ListActivityResponse",
                serverStreaming: false)
        case .watchActivity:
            MethodDescription(
                service: "account.v1.AccountService", method: "WatchActivity",
                requestName: "account.v1.WatchActivityRequest",
                responseName: "account.v1.WatchActivityResponse",
                serverStreaming: true)
        case .exportData:
            MethodDescription(
                service: "account.v1.AccountService", method: "ExportData",
                requestName: "account.v1.ExportDataRequest",
                responseName: "account.v1.ExportDataResponse",
                serverStreaming: true)
        case .deleteAccount:
            MethodDescription(
                service: "account.v1.AccountService", method: "DeleteAccount",
                requestName: "account.v1.DeleteAccountRequest",
                responseName: "account.v1.DeleteAccountResponse",
                serverStreaming: false)
        case .getDeletion:
            MethodDescription(
                service: "account.v1.AccountService", method: "GetDeletion",
                requestName: "account.v1.GetDeletionRequest",
                responseName: "account.v1.GetDeletionResponse",
                serverStreaming: false)
        case .createBrowserProfile:
            MethodDescription(
                service: "account.v1.AccountService", method: "CreateBrowserProfile",
                requestName: "account.v1.CreateBrowserProfileRequest",
                responseName: "account.v1.CreateBrowserProfileResponse",
                serverStreaming: false)
        case .listBrowserProfiles:
            MethodDescription(
                service: "account.v1.AccountService", method: "ListBrowserProfiles",
                requestName: "account.v1.ListBrowserProfilesRequest",
                responseName: "account.v1.ListBrowserProfilesResponse",
                serverStreaming: false)
        case .deleteBrowserProfile:
            MethodDescription(
                service: "account.v1.AccountService", method: "DeleteBrowserProfile",
                requestName: "account.v1.DeleteBrowserProfileRequest",
                responseName: "account.v1.DeleteBrowserProfileResponse",
                serverStreaming: false)
        case .registerRecording:
            MethodDescription(
                service: "account.v1.AccountService", method: "RegisterRecording",
                requestName: "account.v1.RegisterRecordingRequest",
                responseName: "account.v1.RegisterRecordingResponse",
                serverStreaming: false)
        case .listRecordings:
            MethodDescription(
                service: "account.v1.AccountService", method: "ListRecordings",
                requestName: "account.v1.ListRecordingsRequest",
                responseName: "account.v1.ListRecordingsResponse",
                serverStreaming: false)
        case .registerInvoice:
            MethodDescription(
                service: "account.v1.AccountService", method: "RegisterInvoice",
                requestName: "account.v1.RegisterInvoiceRequest",
                responseName: "account.v1.RegisterInvoiceResponse",
                serverStreaming: false)
        case .listInvoices:
            MethodDescription(
                service: "account.v1.AccountService", method: "ListInvoices",
                requestName: "account.v1.ListInvoicesRequest",
                responseName: "account.v1.ListInvoicesResponse",
                serverStreaming: false)
        case .watchRevocations:
            MethodDescription(
                service: "account.v1.AccountService", method: "WatchRevocations",
                requestName: "account.v1.WatchRevocationsRequest",
                responseName: "account.v1.WatchRevocationsResponse",
                serverStreaming: true)
        case .listCategories:
            MethodDescription(
                service: "account.v1.NotificationsService", method: "ListCategories",
                requestName: "account.v1.ListCategoriesRequest",
                responseName: "account.v1.ListCategoriesResponse",
                serverStreaming: false)
        case .getPreferences:
            MethodDescription(
                service: "account.v1.NotificationsService", method: "GetPreferences",
                requestName: "account.v1.GetPreferencesRequest",
                responseName: "account.v1.GetPreferencesResponse",
                serverStreaming: false)
        case .updatePreferences:
            MethodDescription(
                service: "account.v1.NotificationsService", method: "UpdatePreferences",
                requestName: "account.v1.UpdatePreferencesRequest",
                responseName: "account.v1.UpdatePreferencesResponse",
                serverStreaming: false)
        case .sendEmail:
            MethodDescription(
                service: "account.v1.NotificationsService", method: "SendEmail",
                requestName: "account.v1.SendEmailRequest",
                responseName: "account.v1.SendEmailResponse",
                serverStreaming: false)
        case .listEmails:
            MethodDescription(
                service: "account.v1.NotificationsService", method: "ListEmails",
                requestName: "account.v1.ListEmailsRequest",
                responseName: "account.v1.ListEmailsResponse",
                serverStreaming: false)
        case .unsubscribe:
            MethodDescription(
                service: "account.v1.NotificationsService", method: "Unsubscribe",
                requestName: "account.v1.UnsubscribeRequest",
                responseName: "account.v1.UnsubscribeResponse",
                serverStreaming: false)
        case .createWebhookEndpoint:
            MethodDescription(
                service: "account.v1.NotificationsService", method: "CreateWebhookEndpoint",
                requestName: "account.v1.CreateWebhookEndpointRequest",
                responseName: "account.v1.CreateWebhookEndpointResponse",
                serverStreaming: false)
        case .listWebhookEndpoints:
            MethodDescription(
                service: "account.v1.NotificationsService", method: "ListWebhookEndpoints",
                requestName: "account.v1.ListWebhookEndpointsRequest",
                responseName: "account.v1.ListWebhookEndpointsResponse",
                serverStreaming: false)
        case .rotateWebhookSecret:
            MethodDescription(
                service: "account.v1.NotificationsService", method: "RotateWebhookSecret",
                requestName: "account.v1.RotateWebhookSecretRequest",
                responseName: "account.v1.RotateWebhookSecretResponse",
                serverStreaming: false)
        case .deleteWebhookEndpoint:
            MethodDescription(
                service: "account.v1.NotificationsService", method: "DeleteWebhookEndpoint",
                requestName: "account.v1.DeleteWebhookEndpointRequest",
                responseName: "account.v1.DeleteWebhookEndpointResponse",
                serverStreaming: false)
        case .publishWebhookEvent:
            MethodDescription(
                service: "account.v1.NotificationsService", method: "PublishWebhookEvent",
                requestName: "account.v1.PublishWebhookEventRequest",
                responseName: "account.v1.PublishWebhookEventResponse",
                serverStreaming: false)
        case .listWebhookDeliveries:
            MethodDescription(
                service: "account.v1.NotificationsService", method: "ListWebhookDeliveries",
                requestName: "account.v1.ListWebhookDeliveriesRequest",
                responseName: "account.v1.ListWebhookDeliveriesResponse",
                serverStreaming: false)
        case .redeliverWebhook:
            MethodDescription(
                service: "account.v1.NotificationsService", method: "RedeliverWebhook",
                requestName: "account.v1.RedeliverWebhookRequest",
                responseName: "account.v1.RedeliverWebhookResponse",
                serverStreaming: false)
        case .getStats:
            MethodDescription(
                service: "account.v1.OperatorService", method: "GetStats",
                requestName: "account.v1.GetStatsRequest",
                responseName: "account.v1.GetStatsResponse",
                serverStreaming: false)
        case .watchStats:
            MethodDescription(
                service: "account.v1.OperatorService", method: "WatchStats",
                requestName: "account.v1.WatchStatsRequest",
                responseName: "account.v1.WatchStatsResponse",
                serverStreaming: true)
        case .getSecurity:
            MethodDescription(
                service: "account.v1.SecurityService", method: "GetSecurity",
                requestName: "account.v1.GetSecurityRequest",
                responseName: "account.v1.GetSecurityResponse",
                serverStreaming: false)
        case .requestPasswordReset:
            MethodDescription(
                service: "account.v1.SecurityService", method: "RequestPasswordReset",
                requestName: "account.v1.RequestPasswordResetRequest",
                responseName: "account.v1.RequestPasswordResetResponse",
                serverStreaming: false)
        case .resetPassword:
            MethodDescription(
                service: "account.v1.SecurityService", method: "ResetPassword",
                requestName: "account.v1.ResetPasswordRequest",
                responseName: "account.v1.ResetPasswordResponse",
                serverStreaming: false)
        case .requestPasswordChange:
            MethodDescription(
                service: "account.v1.SecurityService", method: "RequestPasswordChange",
                requestName: "account.v1.RequestPasswordChangeRequest",
                responseName: "account.v1.RequestPasswordChangeResponse",
                serverStreaming: false)
        case .enrollTotp:
            MethodDescription(
                service: "account.v1.SecurityService", method: "EnrollTotp",
                requestName: "account.v1.EnrollTotpRequest",
                responseName: "account.v1.EnrollTotpResponse",
                serverStreaming: false)
        case .confirmTotp:
            MethodDescription(
                service: "account.v1.SecurityService", method: "ConfirmTotp",
                requestName: "account.v1.ConfirmTotpRequest",
                responseName: "account.v1.ConfirmTotpResponse",
                serverStreaming: false)
        case .disableTotp:
            MethodDescription(
                service: "account.v1.SecurityService", method: "DisableTotp",
                requestName: "account.v1.DisableTotpRequest",
                responseName: "account.v1.DisableTotpResponse",
                serverStreaming: false)
        case .regenerateRecoveryCodes:
            MethodDescription(
                service: "account.v1.SecurityService", method: "RegenerateRecoveryCodes",
                requestName: "account.v1.RegenerateRecoveryCodesRequest",
                responseName: "account.v1.RegenerateRecoveryCodesResponse",
                serverStreaming: false)
        case .resetTwoFactor:
            MethodDescription(
                service: "account.v1.SecurityService", method: "ResetTwoFactor",
                requestName: "account.v1.ResetTwoFactorRequest",
                responseName: "account.v1.ResetTwoFactorResponse",
                serverStreaming: false)
        case .cancelTwoFactorReset:
            MethodDescription(
                service: "account.v1.SecurityService", method: "CancelTwoFactorReset",
                requestName: "account.v1.CancelTwoFactorResetRequest",
                responseName: "account.v1.CancelTwoFactorResetResponse",
                serverStreaming: false)
        case .mintApiKey:
            MethodDescription(
                service: "account.v1.SecurityService", method: "MintApiKey",
                requestName: "account.v1.MintApiKeyRequest",
                responseName: "account.v1.MintApiKeyResponse",
                serverStreaming: false)
        case .listApiKeys:
            MethodDescription(
                service: "account.v1.SecurityService", method: "ListApiKeys",
                requestName: "account.v1.ListApiKeysRequest",
                responseName: "account.v1.ListApiKeysResponse",
                serverStreaming: false)
        case .rotateApiKey:
            MethodDescription(
                service: "account.v1.SecurityService", method: "RotateApiKey",
                requestName: "account.v1.RotateApiKeyRequest",
                responseName: "account.v1.RotateApiKeyResponse",
                serverStreaming: false)
        case .revokeApiKey:
            MethodDescription(
                service: "account.v1.SecurityService", method: "RevokeApiKey",
                requestName: "account.v1.RevokeApiKeyRequest",
                responseName: "account.v1.RevokeApiKeyResponse",
                serverStreaming: false)
        case .verifyApiKey:
            MethodDescription(
                service: "account.v1.SecurityService", method: "VerifyApiKey",
                requestName: "account.v1.VerifyApiKeyRequest",
                responseName: "account.v1.VerifyApiKeyResponse",
                serverStreaming: false)
        case .signIn:
            MethodDescription(
                service: "account.v1.SessionsService", method: "SignIn",
                requestName: "account.v1.SignInRequest",
                responseName: "account.v1.SignInResponse",
                serverStreaming: false)
        case .completeSignIn:
            MethodDescription(
                service: "account.v1.SessionsService", method: "CompleteSignIn",
                requestName: "account.v1.CompleteSignInRequest",
                responseName: "account.v1.CompleteSignInResponse",
                serverStreaming: false)
        case .stepUp:
            MethodDescription(
                service: "account.v1.SessionsService", method: "StepUp",
                requestName: "account.v1.StepUpRequest",
                responseName: "account.v1.StepUpResponse",
                serverStreaming: false)
        case .validateSession:
            MethodDescription(
                service: "account.v1.SessionsService", method: "ValidateSession",
                requestName: "account.v1.ValidateSessionRequest",
                responseName: "account.v1.ValidateSessionResponse",
                serverStreaming: false)
        case .listSessions:
            MethodDescription(
                service: "account.v1.SessionsService", method: "ListSessions",
                requestName: "account.v1.ListSessionsRequest",
                responseName: "account.v1.ListSessionsResponse",
                serverStreaming: false)
        case .revokeSession:
            MethodDescription(
                service: "account.v1.SessionsService", method: "RevokeSession",
                requestName: "account.v1.RevokeSessionRequest",
                responseName: "account.v1.RevokeSessionResponse",
                serverStreaming: false)
        case .revokeOtherSessions:
            MethodDescription(
                service: "account.v1.SessionsService", method: "RevokeOtherSessions",
                requestName: "account.v1.RevokeOtherSessionsRequest",
                responseName: "account.v1.RevokeOtherSessionsResponse",
                serverStreaming: false)
        case .signOut:
            MethodDescription(
                service: "account.v1.SessionsService", method: "SignOut",
                requestName: "account.v1.SignOutRequest",
                responseName: "account.v1.SignOutResponse",
                serverStreaming: false)
        case .startDriverSession:
            MethodDescription(
                service: "account.v1.SessionsService", method: "StartDriverSession",
                requestName: "account.v1.StartDriverSessionRequest",
                responseName: "account.v1.StartDriverSessionResponse",
                serverStreaming: false)
        case .endDriverSession:
            MethodDescription(
                service: "account.v1.SessionsService", method: "EndDriverSession",
                requestName: "account.v1.EndDriverSessionRequest",
                responseName: "account.v1.EndDriverSessionResponse",
                serverStreaming: false)
        case .listDriverSessions:
            MethodDescription(
                service: "account.v1.SessionsService", method: "ListDriverSessions",
                requestName: "account.v1.ListDriverSessionsRequest",
                responseName: "account.v1.ListDriverSessionsResponse",
                serverStreaming: false)
        case .healthCheck:
            MethodDescription(
                service: "grpc.health.v1.Health", method: "Check",
                requestName: "grpc.health.v1.HealthCheckRequest",
                responseName: "grpc.health.v1.HealthCheckResponse",
                serverStreaming: false)
        case .healthList:
            MethodDescription(
                service: "grpc.health.v1.Health", method: "List",
                requestName: "grpc.health.v1.HealthListRequest",
                responseName: "grpc.health.v1.HealthListResponse",
                serverStreaming: false)
        case .healthWatch:
            MethodDescription(
                service: "grpc.health.v1.Health", method: "Watch",
                requestName: "grpc.health.v1.HealthCheckRequest",
                responseName: "grpc.health.v1.HealthCheckResponse",
                serverStreaming: true)
        }
    }

    /// The struct that its request is read into.
    package var request: any Message.Type {
        switch self {
        case .signUp: SignUpRequest.self
        case .verifyEmail: VerifyEmailRequest.self
        case .resendVerification: ResendVerificationRequest.self
        case .getAccount: GetAccountRequest.self
        case .updateProfile: UpdateProfileRequest.self
        case .changeEmail: ChangeEmailRequest.self
        case .listActivity: ListActivityRequest.self
        case .watchActivity: WatchActivityRequest.self
        case .exportData: ExportDataRequest.self
        case .deleteAccount: DeleteAccountRequest.self
        case .getDeletion: GetDeletionRequest.self
        case .createBrowserProfile: CreateBrowserProfileRequest.self
        case .listBrowserProfiles: ListBrowserProfilesRequest.self
        case .deleteBrowserProfile: DeleteBrowserProfileRequest.self
        case .registerRecording: RegisterRecordingRequest.self
        case .listRecordings: ListRecordingsRequest.self
        case .registerInvoice: RegisterInvoiceRequest.self
        case .listInvoices: ListInvoicesRequest.self
        case .watchRevocations: WatchRevocationsRequest.self
        case .listCategories: ListCategoriesRequest.self
        case .getPreferences: GetPreferencesRequest.self
        case .updatePreferences: UpdatePreferencesRequest.self
        case .sendEmail: SendEmailRequest.self
        case .listEmails: ListEmailsRequest.self
        case .unsubscribe: UnsubscribeRequest.self
        case .createWebhookEndpoint: CreateWebhookEndpointRequest.self
        case .listWebhookEndpoints: ListWebhookEndpointsRequest.self
        case .rotateWebhookSecret: RotateWebhookSecretRequest.self
        case .deleteWebhookEndpoint: DeleteWebhookEndpointRequest.self
        case .publishWebhookEvent: PublishWebhookEventRequest.self
        case .listWebhookDeliveries: ListWebhookDeliveriesRequest.self
        case .redeliverWebhook: RedeliverWebhookRequest.self
        case .getStats: GetStatsRequest.self
        case .watchStats: WatchStatsRequest.self
        case .getSecurity: GetSecurityRequest.self
        case .requestPasswordReset: RequestPasswordResetRequest.self
        case .resetPassword: ResetPasswordRequest.self
        case .requestPasswordChange: RequestPasswordChangeRequest.self
        case .enrollTotp: EnrollTotpRequest.self
        case .confirmTotp: ConfirmTotpRequest.self
        case .disableTotp: DisableTotpRequest.self
        case .regenerateRecoveryCodes: RegenerateRecoveryCodesRequest.self
        case .resetTwoFactor: ResetTwoFactorRequest.self
        case .cancelTwoFactorReset: CancelTwoFactorResetRequest.self
        case .mintApiKey: MintApiKeyRequest.self
        case .listApiKeys: ListApiKeysRequest.self
        case .rotateApiKey: RotateApiKeyRequest.self
        case .revokeApiKey: RevokeApiKeyRequest.self
        case .verifyApiKey: VerifyApiKeyRequest.self
        case .signIn: SignInRequest.self
        case .completeSignIn: CompleteSignInRequest.self
        case .stepUp: StepUpRequest.self
        case .validateSession: ValidateSessionRequest.self
        case .listSessions: ListSessionsRequest.self
        case .revokeSession: RevokeSessionRequest.self
        case .revokeOtherSessions: RevokeOtherSessionsRequest.self
        case .signOut: SignOutRequest.self
        case .startDriverSession: StartDriverSessionRequest.self
        case .endDriverSession: EndDriverSessionRequest.self
        case .listDriverSessions: ListDriverSessionsRequest.self
        case .healthCheck: HealthCheckRequest.self
        case .healthList: HealthListRequest.self
        case .healthWatch: HealthCheckRequest.self
        }
    }

    /// The struct that its response is.
    package var response: any Message.Type {
        switch self {
        case .signUp: SignUpResponse.self
        case .verifyEmail: VerifyEmailResponse.self
        case .resendVerification: ResendVerificationResponse.self
        case .getAccount: GetAccountResponse.self
        case .updateProfile: UpdateProfileResponse.self
        case .changeEmail: ChangeEmailResponse.self
        case .listActivity: ListActivityResponse.self
        case .watchActivity: WatchActivityResponse.self
        case .exportData: ExportDataResponse.self
        case .deleteAccount: DeleteAccountResponse.self
        case .getDeletion: GetDeletionResponse.self
        case .createBrowserProfile: CreateBrowserProfileResponse.self
        case .listBrowserProfiles: ListBrowserProfilesResponse.self
        case .deleteBrowserProfile: DeleteBrowserProfileResponse.self
        case .registerRecording: RegisterRecordingResponse.self
        case .listRecordings: ListRecordingsResponse.self
        case .registerInvoice: RegisterInvoiceResponse.self
        case .listInvoices: ListInvoicesResponse.self
        case .watchRevocations: WatchRevocationsResponse.self
        case .listCategories: ListCategoriesResponse.self
        case .getPreferences: GetPreferencesResponse.self
        case .updatePreferences: UpdatePreferencesResponse.self
        case .sendEmail: SendEmailResponse.self
        case .listEmails: ListEmailsResponse.self
        case .unsubscribe: UnsubscribeResponse.self
        case .createWebhookEndpoint: CreateWebhookEndpointResponse.self
        case .listWebhookEndpoints: ListWebhookEndpointsResponse.self
        case .rotateWebhookSecret: RotateWebhookSecretResponse.self
        case .deleteWebhookEndpoint: DeleteWebhookEndpointResponse.self
        case .publishWebhookEvent: PublishWebhookEventResponse.self
        case .listWebhookDeliveries: ListWebhookDeliveriesResponse.self
        case .redeliverWebhook: RedeliverWebhookResponse.self
        case .getStats: GetStatsResponse.self
        case .watchStats: WatchStatsResponse.self
        case .getSecurity: GetSecurityResponse.self
        case .requestPasswordReset: RequestPasswordResetResponse.self
        case .resetPassword: ResetPasswordResponse.self
        case .requestPasswordChange: RequestPasswordChangeResponse.self
        case .enrollTotp: EnrollTotpResponse.self
        case .confirmTotp: ConfirmTotpResponse.self
        case .disableTotp: DisableTotpResponse.self
        case .regenerateRecoveryCodes: RegenerateRecoveryCodesResponse.self
        case .resetTwoFactor: ResetTwoFactorResponse.self
        case .cancelTwoFactorReset: CancelTwoFactorResetResponse.self
        case .mintApiKey: MintApiKeyResponse.self
        case .listApiKeys: ListApiKeysResponse.self
        case .rotateApiKey: RotateApiKeyResponse.self
        case .revokeApiKey: RevokeApiKeyResponse.self
        case .verifyApiKey: VerifyApiKeyResponse.self
        case .signIn: SignInResponse.self
        case .completeSignIn: CompleteSignInResponse.self
        case .stepUp: StepUpResponse.self
        case .validateSession: ValidateSessionResponse.self
        case .listSessions: ListSessionsResponse.self
        case .revokeSession: RevokeSessionResponse.self
        case .revokeOtherSessions: RevokeOtherSessionsResponse.self
        case .signOut: SignOutResponse.self
        case .startDriverSession: StartDriverSessionResponse.self
        case .endDriverSession: EndDriverSessionResponse.self
        case .listDriverSessions: ListDriverSessionsResponse.self
        case .healthCheck: HealthCheckResponse.self
        case .healthList: HealthListResponse.self
        case .healthWatch: HealthCheckResponse.self
        }
    }
}

/// Every message there is.
package enum MessageCatalog {
    package static let all: [any Message.Type] = [
        FieldMask.self,
        Timestamp.self,
        Account.self,
        SignUpRequest.self,
        SignUpResponse.self,
        VerifyEmailRequest.self,
        VerifyEmailResponse.self,
        ResendVerificationRequest.self,
        ResendVerificationResponse.self,
        GetAccountRequest.self,
        GetAccountResponse.self,
        UpdateProfileRequest.self,
        UpdateProfileResponse.self,
        ChangeEmailRequest.self,
        ChangeEmailResponse.self,
        ActivityDetail.self,
        Activity.self,
        ActivityHead.self,
        ListActivityRequest.self,
        ListActivityResponse.self,
        WatchActivityRequest.self,
        WatchActivityResponse.self,
        ExportDataRequest.self,
        ExportDataResponse.self,
        DeleteAccountRequest.self,
        DeleteAccountResponse.self,
        GetDeletionRequest.self,
        GetDeletionResponse.self,
        RevokedItem.self,
        Purge.self,
        RetainedItem.self,
        Deletion.self,
        BrowserProfile.self,
        CreateBrowserProfileRequest.self,
        CreateBrowserProfileResponse.self,
        ListBrowserProfilesRequest.self,
        ListBrowserProfilesResponse.self,
        DeleteBrowserProfileRequest.self,
        DeleteBrowserProfileResponse.self,
        Recording.self,
        RegisterRecordingRequest.self,
        RegisterRecordingResponse.self,
        ListRecordingsRequest.self,
        ListRecordingsResponse.self,
        Invoice.self,
        RegisterInvoiceRequest.self,
        RegisterInvoiceResponse.self,
        ListInvoicesRequest.self,
        ListInvoicesResponse.self,
        Revocation.self,
        WatchRevocationsRequest.self,
        WatchRevocationsResponse.self,
        Category.self,
        ListCategoriesRequest.self,
        ListCategoriesResponse.self,
        Preference.self,
        GetPreferencesRequest.self,
        GetPreferencesResponse.self,
        UpdatePreferencesRequest.self,
        UpdatePreferencesResponse.self,
        EmailVariable.self,
        SendEmailRequest.self,
        SendEmailResponse.self,
        Email.self,
        ListEmailsRequest.self,
        ListEmailsResponse.self,
        UnsubscribeRequest.self,
        UnsubscribeResponse.self,
        WebhookEndpoint.self,
        CreateWebhookEndpointRequest.self,
        CreateWebhookEndpointResponse.self,
        ListWebhookEndpointsRequest.self,
        ListWebhookEndpointsResponse.self,
        RotateWebhookSecretRequest.self,
        RotateWebhookSecretResponse.self,
        DeleteWebhookEndpointRequest.self,
        DeleteWebhookEndpointResponse.self,
        PublishWebhookEventRequest.self,
        PublishWebhookEventResponse.self,
        WebhookAttempt.self,
        WebhookDelivery.self,
        ListWebhookDeliveriesRequest.self,
        ListWebhookDeliveriesResponse.self,
        RedeliverWebhookRequest.self,
        RedeliverWebhookResponse.self,
        DurationMessage.self,
        GetStatsRequest.self,
        GetStatsResponse.self,
        WatchStatsRequest.self,
        WatchStatsResponse.self,
        Stats.self,
        MethodStats.self,
        CodeCount.self,
        TimeStats.self,
        QueueStats.self,
        StoreStats.self,
        OutboxLaneStats.self,
        ConnectionStats.self,
        ProcessStats.self,
        Security.self,
        GetSecurityRequest.self,
        GetSecurityResponse.self,
        RequestPasswordResetRequest.self,
        RequestPasswordResetResponse.self,
        ResetPasswordRequest.self,
        ResetPasswordResponse.self,
        RequestPasswordChangeRequest.self,
        RequestPasswordChangeResponse.self,
        EnrollTotpRequest.self,
        EnrollTotpResponse.self,
        ConfirmTotpRequest.self,
        ConfirmTotpResponse.self,
        DisableTotpRequest.self,
        DisableTotpResponse.self,
        RegenerateRecoveryCodesRequest.self,
        RegenerateRecoveryCodesResponse.self,
        ResetTwoFactorRequest.self,
        ResetTwoFactorResponse.self,
        CancelTwoFactorResetRequest.self,
        CancelTwoFactorResetResponse.self,
        ApiKey.self,
        MintApiKeyRequest.self,
        MintApiKeyResponse.self,
        ListApiKeysRequest.self,
        ListApiKeysResponse.self,
        RotateApiKeyRequest.self,
        RotateApiKeyResponse.self,
        RevokeApiKeyRequest.self,
        RevokeApiKeyResponse.self,
        VerifyApiKeyRequest.self,
        VerifyApiKeyResponse.self,
        Session.self,
        SignInRequest.self,
        SignInResponse.self,
        CompleteSignInRequest.self,
        CompleteSignInResponse.self,
        StepUpRequest.self,
        StepUpResponse.self,
        ValidateSessionRequest.self,
        ValidateSessionResponse.self,
        ListSessionsRequest.self,
        ListSessionsResponse.self,
        RevokeSessionRequest.self,
        RevokeSessionResponse.self,
        RevokeOtherSessionsRequest.self,
        RevokeOtherSessionsResponse.self,
        SignOutRequest.self,
        SignOutResponse.self,
        DriverSession.self,
        StartDriverSessionRequest.self,
        StartDriverSessionResponse.self,
        EndDriverSessionRequest.self,
        EndDriverSessionResponse.self,
        ListDriverSessionsRequest.self,
        ListDriverSessionsResponse.self,
        BadRequest.FieldViolation.self,
        BadRequest.self,
        ErrorInfo.MetadataEntry.self,
        ErrorInfo.self,
        RetryInfo.self,
        AnyMessage.self,
        StatusMessage.self,
        HealthCheckRequest.self,
        HealthCheckResponse.self,
        HealthListRequest.self,
        HealthListResponse.StatusesEntry.self,
        HealthListResponse.self,
    ]
}
