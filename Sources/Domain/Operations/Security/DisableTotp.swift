/// Turns two-factor off, or gives up an enrolment that still waits for its first code.
package struct DisableTotp: Operation {
    package struct Answer: Sendable {}

    package init() {}

    package func perform(_ work: Work, as principal: Principal) throws(DomainError) -> Verdict<Answer> {
        let account = try work.look.activeAccount(try principal.requireOwner().account)
        guard account.totp != nil else { throw .twoFactorOff }
        let wasOn = account.isTwoFactorOn
        try work.removeSecondFactor(of: account)
        // Otherwise it would turn off what the owner sets up next.
        try work.endTwoFactorReset(of: account.id, as: .turnedOff)
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
