/// What customers are mailed about. Mandatory ones can't be turned off.
package struct MailCategory: Sendable, Equatable {
    package let id: String
    package let title: String
    package let description: String
    package let isMandatory: Bool

    package static let all: [MailCategory] = [
        MailCategory("signup_verification", "Sign-up verification", "Confirms that an address is yours.", true),
        MailCategory("password_reset", "Password reset", "Links to set a new password.", true),
        MailCategory("security_notice", "Security notices", "Changes to how your account is protected.", true),
        MailCategory("billing_failure", "Billing failures", "A payment did not go through.", true),
        MailCategory("subscription_cancellation", "Subscription cancellation", "Your subscription ends.", true),
        MailCategory("support_reply", "Support replies", "Answers to what you asked.", true),
        MailCategory("product_updates", "Product updates", "What is new.", false),
        MailCategory("usage_summary", "Usage summaries", "What you used.", false),
        MailCategory("quota_warning", "Quota warnings", "You come close to a limit.", false),
        MailCategory("session_failure_digest", "Session failure digests", "Browser sessions that failed.", false),
        MailCategory("tips", "Tips", "How to get more out of it.", false),
    ]

    package static func named(_ id: String) -> MailCategory? { all.first { $0.id == id } }

    /// What guards the account goes before everything else.
    package static func lane(of category: String) -> OutboxLane {
        ["signup_verification", "password_reset", "security_notice"].contains(category) ? .securityMail : .mail
    }

    private init(_ id: String, _ title: String, _ description: String, _ isMandatory: Bool) {
        self.id = id
        self.title = title
        self.description = description
        self.isMandatory = isMandatory
    }
}

/// The templates that accountd itself sends; Delivery has a layout for each, and one for each optional category.
package enum MailTemplate: String, Sendable, CaseIterable {
    case signUpVerification = "signup_verification"
    /// Somebody signed up with an address that has an account: its owner is told instead.
    case addressAlreadyRegistered = "address_already_registered"
    case emailChangeVerification = "email_change_verification"
    /// To the old address.
    case emailChangeRequested = "email_change_requested"
    case emailChanged = "email_changed"
    case passwordReset = "password_reset"
    case passwordChanged = "password_changed"
    case twoFactorEnabled = "two_factor_enabled"
    case twoFactorDisabled = "two_factor_disabled"
    case recoveryCodesRegenerated = "recovery_codes_regenerated"
    case recoveryCodeUsed = "recovery_code_used"
    case twoFactorResetRequested = "two_factor_reset_requested"
    case twoFactorResetCancelled = "two_factor_reset_cancelled"
    case twoFactorReset = "two_factor_reset"
    case newSignIn = "new_sign_in"
    case steppedUp = "stepped_up"
    case apiKeyMinted = "api_key_minted"
    case apiKeyRotated = "api_key_rotated"
    case webhookEndpointDisabled = "webhook_endpoint_disabled"

    package var category: String {
        switch self {
        case .signUpVerification, .addressAlreadyRegistered: "signup_verification"
        case .passwordReset: "password_reset"
        default: "security_notice"
        }
    }

    /// Stands in the email's row and in the mail.
    package var subject: String {
        switch self {
        case .signUpVerification: "Verify your email address"
        case .addressAlreadyRegistered: "You already have an account"
        case .emailChangeVerification: "Verify your new email address"
        case .emailChangeRequested: "Your email address is about to change"
        case .emailChanged: "Your email address was changed"
        case .passwordReset: "Set a new password"
        case .passwordChanged: "Your password was changed"
        case .twoFactorEnabled: "Two-factor authentication is on"
        case .twoFactorDisabled: "Two-factor authentication is off"
        case .recoveryCodesRegenerated: "You have new recovery codes"
        case .recoveryCodeUsed: "A recovery code was used"
        case .twoFactorResetRequested: "Two-factor authentication is about to be turned off"
        case .twoFactorResetCancelled: "Two-factor authentication stays on"
        case .twoFactorReset: "Two-factor authentication was turned off"
        case .newSignIn: "New sign-in to your account"
        case .steppedUp: "Your identity was confirmed again"
        case .apiKeyMinted: "A new API key was made"
        case .apiKeyRotated: "An API key has a new secret"
        case .webhookEndpointDisabled: "A webhook endpoint was turned off"
        }
    }
}

extension Work {
    /// One of accountd's own mails, to the address in force unless another is named.
    package func mail(
        _ template: MailTemplate, to profile: Profile, address: String? = nil, link: String = "",
        _ variables: [MailContent.Variable] = [], _ vault: Vault
    ) throws(DomainError) {
        let content = MailContent(
            template: template.rawValue, category: template.category, recipientName: profile.displayName,
            recipientAddress: address ?? profile.email, timeZone: profile.timeZone, link: link, variables: variables)
        try send(content, subject: template.subject, vault)
    }
}
