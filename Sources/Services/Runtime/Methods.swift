import Domain
import Messages
package import RPC

extension ServiceRuntime {
    /// Every method with what runs it.
    package var methodTable: MethodTable {
        let hot = HotPath(self)
        return MethodTable(
            Method.allCases.map { method in
                let description = method.description
                return MethodEntry(
                    service: description.service, method: description.method,
                    isServerStreaming: description.serverStreaming, isUrgent: method.priority == .first,
                    handler: calls.measured(handler(of: method, hot), MethodName(method)))
            } + Reflection.entries(calls))
    }

    // No default: a method without a handler doesn't build.
    private func handler(of method: Method, _ hot: HotPath) -> Handler {
        switch method {
        case .signUp: signUpHandler
        case .verifyEmail: verifyEmailHandler
        case .resendVerification: resendVerificationHandler
        case .getAccount: getAccountHandler
        case .updateProfile: updateProfileHandler
        case .changeEmail: changeEmailHandler
        case .listActivity: listActivityHandler
        case .watchActivity: watchActivityHandler
        case .exportData: exportDataHandler
        case .deleteAccount: deleteAccountHandler
        case .getDeletion: getDeletionHandler
        case .createBrowserProfile: createBrowserProfileHandler
        case .listBrowserProfiles: listBrowserProfilesHandler
        case .deleteBrowserProfile: deleteBrowserProfileHandler
        case .registerRecording: registerRecordingHandler
        case .listRecordings: listRecordingsHandler
        case .registerInvoice: registerInvoiceHandler
        case .listInvoices: listInvoicesHandler
        case .watchRevocations: watchRevocationsHandler

        case .getSecurity: getSecurityHandler
        case .requestPasswordReset: requestPasswordResetHandler
        case .resetPassword: resetPasswordHandler
        case .requestPasswordChange: requestPasswordChangeHandler
        case .enrollTotp: enrollTotpHandler
        case .confirmTotp: confirmTotpHandler
        case .disableTotp: disableTotpHandler
        case .regenerateRecoveryCodes: regenerateRecoveryCodesHandler
        case .resetTwoFactor: resetTwoFactorHandler
        case .cancelTwoFactorReset: cancelTwoFactorResetHandler
        case .mintApiKey: mintApiKeyHandler
        case .listApiKeys: listApiKeysHandler
        case .rotateApiKey: rotateApiKeyHandler
        case .revokeApiKey: revokeApiKeyHandler
        case .verifyApiKey: .batched(VerifyApiKeyHandler(hot))

        case .signIn: signInHandler
        case .completeSignIn: completeSignInHandler
        case .stepUp: stepUpHandler
        case .validateSession: .batched(ValidateSessionHandler(hot))
        case .listSessions: listSessionsHandler
        case .revokeSession: revokeSessionHandler
        case .revokeOtherSessions: revokeOtherSessionsHandler
        case .signOut: signOutHandler
        case .startDriverSession: startDriverSessionHandler
        case .endDriverSession: endDriverSessionHandler
        case .listDriverSessions: listDriverSessionsHandler

        case .listCategories: listCategoriesHandler
        case .getPreferences: getPreferencesHandler
        case .updatePreferences: updatePreferencesHandler
        case .sendEmail: sendEmailHandler
        case .listEmails: listEmailsHandler
        case .unsubscribe: unsubscribeHandler
        case .createWebhookEndpoint: createWebhookEndpointHandler
        case .listWebhookEndpoints: listWebhookEndpointsHandler
        case .rotateWebhookSecret: rotateWebhookSecretHandler
        case .deleteWebhookEndpoint: deleteWebhookEndpointHandler
        case .publishWebhookEvent: publishWebhookEventHandler
        case .listWebhookDeliveries: listWebhookDeliveriesHandler
        case .redeliverWebhook: redeliverWebhookHandler

        case .getStats: getStatsHandler
        case .watchStats: watchStatsHandler

        case .healthCheck: healthCheckHandler
        case .healthList: healthListHandler
        case .healthWatch: healthWatchHandler
        }
    }
}
