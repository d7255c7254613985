/// The first right code turns two-factor on and gives the recovery codes, this once.
package struct ConfirmTotp: Operation {
    package typealias Answer = [String]

    private let totpCode: String

    package init(totpCode: String) { self.totpCode = totpCode }

    package func perform(_ work: Work, as principal: Principal) throws(DomainError) -> Verdict<[String]> {
        let enrolled = try work.look.activeAccount(try principal.requireOwner().account)
        try TOTP.check(totpCode)
        guard !enrolled.isTwoFactorOn else { throw .twoFactorAlreadyOn }
        guard enrolled.totp != nil else { throw .notEnrolled }
        let vault = try work.look.vault(of: enrolled.id)
        let subject = work.environment.throttleSubject(enrolled.id)
        try work.reserve(subject, .code)
        guard try work.advanceStep(enrolled, vault, code: totpCode) else { return .refuse(.badCredentials) }
        try work.rows.clearThrottle(subject, .code)

        // Read again: the step has advanced, and an update writes the whole row.
        var account = try work.look.activeAccount(enrolled.id)
        account.totp?.confirmedAt = work.now
        guard try work.rows.update(account) else { throw .storage("account changed meanwhile") }
        let codes = try work.issueRecoveryCodes(for: account.id)
        try work.record(.twoFactorEnabled, vault, by: principal.actor, named: principal.actorName)
        try work.mail(
            .twoFactorEnabled, to: vault.profile(of: account),
            [MailContent.Variable("time", .time(work.now))], vault)
        return .done(codes)
    }
}
