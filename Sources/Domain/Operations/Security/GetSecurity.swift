/// How an account is protected, times also as text in its zone.
package struct SecurityView: Sendable, Equatable {
    package let passwordSet: Bool
    package let passwordChangedAt: Instant
    package let passwordChangedText: String
    package let twoFactorEnabledAt: Instant?
    package let twoFactorPending: Bool
    package let twoFactorText: String
    package let recoveryCodesLeft: Int
    /// When two-factor will be turned off, because our support was asked to.
    package let twoFactorResetAt: Instant?
    package let twoFactorResetText: String

    package var twoFactorEnabled: Bool { twoFactorEnabledAt != nil }
}

/// The state of password and two-factor.
package struct GetSecurity: Query {
    package typealias Answer = SecurityView

    package init() {}

    package func perform(_ look: Look, as principal: Principal) throws(DomainError) -> SecurityView {
        let account = try look.activeAccount(try principal.requireOwner().account)
        let zone = try look.vault(of: account.id).profile(of: account).timeZone
        let resetAt = try look.pendingTwoFactorReset(of: account.id)?.takesEffectAt
        let isSet = !account.passwordHash.isEmpty
        let text =
            if let confirmedAt = account.totp?.confirmedAt {
                "On since \(look.text(confirmedAt, in: zone))"
            } else if account.totp != nil {
                "Waiting for the first code"
            } else {
                "Off"
            }
        return SecurityView(
            passwordSet: isSet, passwordChangedAt: account.passwordChangedAt,
            passwordChangedText: isSet ? "Changed \(look.text(account.passwordChangedAt, in: zone))" : "",
            twoFactorEnabledAt: account.totp?.confirmedAt,
            twoFactorPending: account.totp != nil && !account.isTwoFactorOn, twoFactorText: text,
            recoveryCodesLeft: try look.rows.recoveryCodesLeft(of: account.id), twoFactorResetAt: resetAt,
            twoFactorResetText: resetAt.map {
                "Will be turned off \(look.text($0, in: zone)), as our support was asked to"
            } ?? "")
    }
}
