extension ActivityKind {
    /// What happened, for people.
    package var summary: String {
        switch self {
        case .accountSignedUp: "Account opened"
        case .emailVerified: "Email address verified"
        case .emailChangeRequested: "Change of email address asked for"
        case .emailChanged: "Email address changed"
        case .profileUpdated: "Profile changed"
        case .passwordResetRequested: "Link to set a new password asked for"
        case .passwordChanged: "Password changed"
        case .twoFactorEnrolmentStarted: "Set-up of two-factor authentication begun"
        case .twoFactorEnabled: "Two-factor authentication turned on"
        case .twoFactorDisabled: "Two-factor authentication turned off"
        case .recoveryCodesRegenerated: "New recovery codes made"
        case .recoveryCodeUsed: "Recovery code used"
        case .sessionSignedIn: "Signed in"
        case .sessionSteppedUp: "Identity confirmed again"
        case .sessionRevoked: "Session signed out from elsewhere"
        case .sessionSignedOut: "Signed out"
        case .apiKeyMinted: "API key made"
        case .apiKeyRotated: "API key's secret replaced"
        case .apiKeyRevoked: "API key revoked"
        case .preferencesUpdated: "Email preferences changed"
        case .browserProfileCreated: "Browser profile made"
        case .browserProfileDeleted: "Browser profile deleted"
        case .driverSessionStarted: "Remote browser started"
        case .driverSessionEnded: "Remote browser ended"
        case .recordingRegistered: "Recording saved"
        case .invoiceRegistered: "Invoice added"
        case .emailSent: "Email sent"
        case .emailSuppressed: "Email not sent, because its category is turned off"
        case .accountDeleted: "Account deleted"
        }
    }
}
