extension DomainError {
    /// Told to the account's owner only: a stranger gets `badCredentials`.
    static let twoFactorOff = DomainError.failedPrecondition(
        reason: "TWO_FACTOR_OFF", message: "Two-factor is off; turn it on with EnrollTotp and ConfirmTotp.")

    static let twoFactorAlreadyOn = DomainError.failedPrecondition(
        reason: "TWO_FACTOR_ALREADY_ON", message: "Two-factor is on already; call DisableTotp before enrolling anew.")

    static let notEnrolled = DomainError.failedPrecondition(
        reason: "TWO_FACTOR_NOT_ENROLLED", message: "No enrolment waits for a code; call EnrollTotp first.")
}
