/// Turns two-factor off when a reset's time has come, unless it was cancelled. Done twice, it is done once.
package struct FinishTwoFactorReset: Sendable {
    package let job: OutboxRecord

    package init(job: OutboxRecord) { self.job = job }

    package func run(_ work: Work) throws(DomainError) {
        try job.require(.resetTwoFactor)
        guard let reset = try work.look.pendingTwoFactorReset(of: job.accountID), reset.id == job.subject,
            let account = try work.rows.account(job.accountID), account.state == .active
        else { return try work.rows.finishJob(job.id) }
        // The clock may have been set back since the job was taken.
        guard work.now >= reset.takesEffectAt else {
            return try work.rows.postponeJob(job.id, dueAt: reset.takesEffectAt, error: "Its time has not come.")
        }
        guard try work.endTwoFactorReset(of: account.id, as: .done) else {
            throw .storage("the reset changed meanwhile")
        }
        guard account.isTwoFactorOn else { return }
        try work.removeSecondFactor(of: account)
        let vault = try work.look.vault(of: account.id)
        try work.record(
            .twoFactorDisabled, vault, by: .support, named: reset.requestedBy,
            [ActivityDetail("was", "on"), ActivityDetail("reset_requested_at", reset.requestedAt.rfc3339)])
        try work.mail(
            .twoFactorReset, to: vault.profile(of: account),
            [
                MailContent.Variable("time", .time(work.now)),
                MailContent.Variable("asked_for", .time(reset.requestedAt)),
            ], vault)
    }
}
