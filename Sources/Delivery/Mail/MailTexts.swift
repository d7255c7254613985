import Domain

extension MailText {
    /// Nil for a template that there isn't.
    static func of(_ content: MailContent, _ policy: Policy, unsubscribe: String? = nil) -> MailText? {
        // Two of accountd's own share their category's name; theirs always bring a link.
        if let own = MailTemplate(rawValue: content.template), own.rawValue != own.category || !content.link.isEmpty {
            return text(own, policy)
        }
        guard var general = MailCategory.named(content.template).map({ general($0) }) else { return nil }
        if let unsubscribe { general.closing = .link(label: "Unsubscribe from such mails", url: unsubscribe) }
        return general
    }

    private static let notYou =
        "If this wasn't you, set a new password at once and sign out all other sessions on your settings page."

    private static func text(_ template: MailTemplate, _ policy: Policy) -> MailText {
        switch template {
        case .signUpVerification: signUpVerification(policy)
        case .addressAlreadyRegistered: addressAlreadyRegistered
        case .emailChangeVerification: emailChangeVerification(policy)
        case .emailChangeRequested: emailChangeRequested
        case .emailChanged: emailChanged
        case .passwordReset: passwordReset(policy)
        case .webhookEndpointDisabled: webhookEndpointDisabled
        case .twoFactorResetRequested: twoFactorResetRequested(policy)
        case .twoFactorResetCancelled: twoFactorResetCancelled
        case .twoFactorReset: twoFactorReset
        default: securityNotice(template)
        }
    }

    private static func signUpVerification(_ policy: Policy) -> MailText {
        MailText(
            before: ["Somebody, you we hope, signed up with this address. Please verify that it is yours."],
            linkLabel: "Verify your email address",
            after: [
                "The link works once, within \(policy.signUpLinkLifetime.words).",
                "If you did not sign up, do nothing: without the link the account cannot be used.",
            ],
            namesRecipient: false)
    }

    private static var addressAlreadyRegistered: MailText {
        MailText(
            before: [
                "Somebody, you perhaps, tried to use this address for an account. You already have an account with it.",
                "Sign in as usual. If you forgot your password, ask for a link to set a new one.",
            ],
            after: ["If this wasn't you, there is nothing to do: nothing has changed."])
    }

    private static func emailChangeVerification(_ policy: Policy) -> MailText {
        MailText(
            before: [
                "You asked to use this address for your account. Please verify that it is yours.",
                "Until then your present address stays in force.",
            ],
            linkLabel: "Verify your new email address",
            after: [
                "The link works once, within \(policy.emailChangeLinkLifetime.words).",
                "If you did not ask for this, do nothing: without the link nothing changes.",
            ],
            // It goes to an address that is not proved either.
            namesRecipient: false)
    }

    private static var emailChangeRequested: MailText {
        MailText(
            before: [
                "You asked to change your account's email address. This one stays in force until the new one is verified."
            ],
            after: [notYou])
    }

    private static var emailChanged: MailText {
        MailText(
            before: ["Your account's email address was changed. Sign in with the new one from now on."], after: [notYou]
        )
    }

    private static func passwordReset(_ policy: Policy) -> MailText {
        MailText(
            before: ["Here is the link to set a new password for your account."],
            linkLabel: "Set a new password",
            after: [
                "The link works once, within \(policy.passwordResetLinkLifetime.words).",
                "Where two-factor authentication is on, you are asked for a code as well.",
                "If you did not ask for it, do nothing: your password stays as it is.",
            ])
    }

    private static func twoFactorResetRequested(_ policy: Policy) -> MailText {
        MailText(
            before: [
                "Somebody, you perhaps, told our support that they have neither your authenticator nor your recovery codes. So two-factor authentication will be turned off for your account in \(policy.twoFactorResetWait.words).",
                "If this wasn't you, cancel it now:",
            ],
            linkLabel: "Keep two-factor authentication on",
            after: [
                "The link works once and does nothing else. You can cancel it on your settings page too, and any sign-in with a right code, or any use of a recovery code, cancels it by itself.",
                "Until then every sign-in takes a code as before. If it wasn't you, set a new password as well: whoever asked may know yours.",
                "If this was you, there is nothing to do but wait. Afterwards your password alone opens your account, until you turn two-factor authentication on again.",
            ])
    }

    private static var twoFactorResetCancelled: MailText {
        MailText(
            before: [
                "Our support was asked to turn two-factor authentication off for your account. This was cancelled: it stays on, and a sign-in takes a code as before."
            ],
            after: [
                "If you did not ask our support for it, set a new password: whoever asked may know yours.",
                "If you did, and still have no code, ask our support again.",
            ])
    }

    private static var twoFactorReset: MailText {
        MailText(
            before: [
                "Two-factor authentication was turned off for your account, as our support was asked to. Your password alone now opens it, and the recovery codes no longer work."
            ],
            after: ["Turn it on again on your settings page as soon as you have an authenticator.", notYou])
    }

    private static var webhookEndpointDisabled: MailText {
        MailText(
            before: [
                "One of your webhook endpoints answered that it is gone (410), so it was turned off. No events go there any more."
            ],
            after: [
                "If it should get events again, delete it on your settings page and create it anew.",
                "What was not delivered is listed there.",
            ])
    }

    private static func securityNotice(_ template: MailTemplate) -> MailText {
        let sentence =
            switch template {
            case .passwordChanged: "Your account's password was changed."
            case .twoFactorEnabled:
                "Two-factor authentication was turned on. From now on a sign-in takes a code from your authenticator as well."
            case .twoFactorDisabled:
                "Two-factor authentication was turned off. Your password alone now opens your account."
            case .recoveryCodesRegenerated:
                "New recovery codes were made for your account. The old ones no longer work."
            case .recoveryCodeUsed: "One of your recovery codes was used. It will not work again."
            case .newSignIn: "Somebody signed in to your account."
            case .steppedUp:
                "Somebody who is signed in to your account confirmed again that they are you: for some minutes that session may change how the account is protected."
            case .apiKeyMinted:
                "A new API key was made for your account. Whoever holds it can act for you within its scopes."
            case .apiKeyRotated:
                "An API key of your account was given a new secret. Whoever holds it can act for you within the key's scopes."
            default: template.subject + "."
            }
        return MailText(before: [sentence], after: [notYou])
    }
}

extension MailText {
    /// What other services send: the category's sentence, then what they put into it.
    private static func general(_ category: MailCategory) -> MailText {
        let sentence =
            switch category.id {
            case "signup_verification": "This is about your sign-up."
            case "password_reset": "This is about your account's password."
            case "security_notice": "How your account is protected has changed."
            case "billing_failure": "A payment for your account did not go through."
            case "subscription_cancellation": "Your subscription ends."
            case "support_reply": "Here is our answer to what you asked."
            case "product_updates": "Here is what is new."
            case "usage_summary": "Here is what you used."
            case "quota_warning": "You come close to a limit of your account."
            case "session_failure_digest": "These browser sessions of yours failed."
            case "tips": "Here is how to get more out of your account."
            default: category.description
            }
        return MailText(before: [sentence], after: [advice(category), choice(category)].compactMap { $0 })
    }
    /// What to do next, where there is something to do.
    private static func advice(_ category: MailCategory) -> String? {
        switch category.id {
        case "billing_failure": "Please check on your settings page that your payment details are still right."
        case "subscription_cancellation":
            "If you did not ask for this, or want to keep it, please write to our support before it ends."
        default: nil
        }
    }

    private static func choice(_ category: MailCategory) -> String? {
        guard category.isMandatory else {
            return "You can turn such mails (\(category.title.lowercased())) off on your settings page."
        }
        return "You get this mail because it concerns your account; such mails can't be turned off."
    }
}
