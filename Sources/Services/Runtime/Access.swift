import Domain
import Messages

/// Who may call a method. Several kinds may be named at once; `authorize` takes the first that the call can prove.
struct Access: Sendable {
    /// Whoever reaches the port: nothing is asked of them.
    var anyone = false
    /// Any known service, for nobody's session.
    var anyService = false
    /// A live session; acts on that session's account only.
    var owner = false
    /// The owner proved a factor within the window.
    var stepUp = false
    /// A service with this scope.
    var scope: String?
    /// An operator's tool.
    var support = false

    static let anyone = Access(anyone: true)
    static let anyService = Access(anyService: true)
    static let owner = Access(owner: true)
    static let ownerStepUp = Access(owner: true, stepUp: true)
    static func service(_ scope: String) -> Access { Access(scope: scope) }
    static func ownerOrService(_ scope: String) -> Access { Access(owner: true, scope: scope) }
    static let ownerOrSupport = Access(owner: true, support: true)
    static let ownerOrAnyService = Access(anyService: true, owner: true)
    static let support = Access(support: true)
    static func anyServiceOr(_ scope: String) -> Access { Access(anyService: true, scope: scope) }
}

extension Method {
    /// The access table. The switch has no default, so a method without a row doesn't build.
    var access: Access {
        switch self {
        case .signUp: .anyService
        case .verifyEmail: .anyService
        case .resendVerification: .anyService
        case .getAccount: .ownerOrService("accounts.read")
        case .updateProfile: .owner
        case .changeEmail: .ownerStepUp
        case .listActivity: .ownerOrSupport
        case .watchActivity: .owner
        case .exportData: .ownerStepUp
        case .deleteAccount: .ownerStepUp
        case .getDeletion: .anyServiceOr("deletions.read")
        case .createBrowserProfile: .ownerOrService("browser_profiles.write")
        case .listBrowserProfiles: .ownerOrService("browser_profiles.read")
        case .deleteBrowserProfile: .ownerOrService("browser_profiles.write")
        case .registerRecording: .service("recordings.write")
        case .listRecordings: .ownerOrService("recordings.read")
        case .registerInvoice: .service("invoices.write")
        case .listInvoices: .ownerOrService("invoices.read")
        case .watchRevocations: .service("revocations.watch")

        case .getSecurity: .owner
        case .requestPasswordReset: .anyService
        case .resetPassword: .anyService
        case .requestPasswordChange: .owner
        case .enrollTotp: .ownerStepUp
        case .confirmTotp: .ownerStepUp
        case .disableTotp: .ownerStepUp
        case .regenerateRecoveryCodes: .ownerStepUp
        case .resetTwoFactor: .support
        // Any service: with the mailed token.
        case .cancelTwoFactorReset: .ownerOrAnyService
        case .mintApiKey: .ownerStepUp
        case .listApiKeys: .owner
        case .rotateApiKey: .ownerStepUp
        case .revokeApiKey: .owner
        case .verifyApiKey: .service("api_keys.verify")

        case .signIn: .anyService
        case .completeSignIn: .anyService
        case .stepUp: .owner
        case .validateSession: .service("sessions.validate")
        case .listSessions: .owner
        case .revokeSession: .owner
        case .revokeOtherSessions: .owner
        case .signOut: .owner
        case .startDriverSession: .service("driver_sessions.write")
        case .endDriverSession: .service("driver_sessions.write")
        case .listDriverSessions: .ownerOrService("driver_sessions.read")

        case .listCategories: .anyService
        case .getPreferences: .owner
        case .updatePreferences: .owner
        case .sendEmail: .service("emails.send")
        case .listEmails: .ownerOrSupport
        case .unsubscribe: .anyService
        case .createWebhookEndpoint: .owner
        case .listWebhookEndpoints: .owner
        case .rotateWebhookSecret: .owner
        case .deleteWebhookEndpoint: .owner
        case .publishWebhookEvent: .service("webhooks.publish")
        case .listWebhookDeliveries: .owner
        case .redeliverWebhook: .owner

        case .getStats: .support
        case .watchStats: .support

        case .healthCheck: .anyone
        case .healthList: .anyone
        case .healthWatch: .anyone
        }
    }
}

/// What a call brought to prove who makes it, before anything is looked up.
struct Credentials: Sendable {
    /// Hash of the session token; nil when the call has none.
    let session: KeyedHash?
    let service: ServiceIdentity?
    /// What was shown of a service proves none.
    let serviceRefusal: DomainError?
}

extension Access {
    /// The principal that the call proved, as the transaction sees it.
    func authorize(_ credentials: Credentials, _ look: Look) throws(DomainError) -> Principal {
        if let refusal = credentials.serviceRefusal { throw refusal }
        if owner, let token = credentials.session {
            let owner = try look.owner(tokenHash: token)
            if stepUp { try look.requireStepUp(owner) }
            return .owner(owner)
        }
        guard let service = credentials.service else {
            if owner { throw .sessionInvalid }
            throw .serviceUnknown
        }
        if support, service.isSupport { return .support(service) }
        if let scope, service.scopes.contains(scope) { return .service(service) }
        if anyService { return .anonymous(service) }
        // Without a session, a method that an owner may call asks for one before it speaks of scopes.
        if owner, scope == nil { throw .sessionInvalid }
        throw .permissionDenied(
            reason: "SCOPE_MISSING",
            message: "The service \(service.name) lacks \(scope ?? "support access"); an operator can grant it.")
    }
}
