/// Turns two-factor off, or gives up an enrolment that still waits for its first code.
package struct DisableTotp: Operation {
    package struct Answer: Sendable {}

    package init() {}

    package func perform(_ work: Work, as principal: Principal) throws(DomainError) -> Verdict<Answer> {
        var account = try work.look.activeAccount(try principal.requireOwner().account)
        guard account.totp != nil else { throw .twoFactorOff }
        let wasOn = account.isTwoFactorOn
        account.totp = nil
        guard try work.rows.update(account) else { throw .storage("account changed meanwhile") }
        try work.rows.replaceRecoveryCodes(of: account.id, with: [])
        // A half-done sign-in waits for a code that there is no more: it starts anew with the password.
        try work.rows.killChallenges(of: account.id)
        let vault = try work.look.vault(of: account.id)
        try work.record(
            .twoFactorDisabled, vault, by: principal.actor, named: principal.actorName,
            [ActivityDetail("was", wasOn ? "on" : "pending")])
        if wasOn {
            try work.mail(
                .twoFactorDisabled, to: vault.profile(of: account),
                [MailContent.Variable("time", .time(work.now))], vault)
        }
        return .done(Answer())
    }
}
