/// Replaces all recovery codes, and shows the new ones this once.
package struct RegenerateRecoveryCodes: Operation {
    package typealias Answer = [String]

    package init() {}

    package func perform(_ work: Work, as principal: Principal) throws(DomainError) -> Verdict<[String]> {
        let account = try work.look.activeAccount(try principal.requireOwner().account)
        guard account.isTwoFactorOn else { throw .twoFactorOff }
        let vault = try work.look.vault(of: account.id)
        let codes = try work.issueRecoveryCodes(for: account.id)
        // With them the owner can sign in again.
        try work.cancelTwoFactorReset(of: account, vault, as: .codesRenewed)
        try work.record(.recoveryCodesRegenerated, vault, by: principal.actor, named: principal.actorName)
        try work.mail(
            .recoveryCodesRegenerated, to: vault.profile(of: account),
            [MailContent.Variable("time", .time(work.now))], vault)
        return .done(codes)
    }
}
