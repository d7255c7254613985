import Domain
import Messages

extension Method {
    /// Whose work goes first under overload. The switch has no default, so a method without a row doesn't build.
    var priority: Priority {
        switch self {
        case .resetPassword, .revokeApiKey, .revokeSession, .revokeOtherSessions, .signOut, .deleteAccount,
            .getDeletion,
            .deleteBrowserProfile, .endDriverSession, .deleteWebhookEndpoint, .rotateApiKey, .rotateWebhookSecret,
            .getStats,
            .watchStats, .watchRevocations, .cancelTwoFactorReset:
            .first
        case .signIn, .completeSignIn, .stepUp, .verifyEmail, .requestPasswordReset, .requestPasswordChange:
            .signIn
        // Answered from memory: they wait in no queue.
        case .validateSession, .verifyApiKey, .healthCheck, .healthList, .healthWatch: .first
        case .signUp, .resendVerification, .getAccount, .updateProfile, .changeEmail, .listActivity, .exportData,
            .createBrowserProfile, .listBrowserProfiles, .registerRecording, .listRecordings, .registerInvoice,
            .listInvoices, .getSecurity, .enrollTotp, .confirmTotp, .disableTotp, .regenerateRecoveryCodes, .mintApiKey,
            .listApiKeys, .listSessions, .startDriverSession, .listDriverSessions, .listCategories, .getPreferences,
            .updatePreferences, .sendEmail, .listEmails, .unsubscribe, .createWebhookEndpoint, .listWebhookEndpoints,
            .publishWebhookEvent, .listWebhookDeliveries, .redeliverWebhook, .watchActivity, .resetTwoFactor:
            .rest
        }
    }
}
