extension Look {
    /// The reset that waits, if one does.
    func pendingTwoFactorReset(of account: AccountID) throws(DomainError) -> TwoFactorResetRecord? {
        guard let reset = try rows.twoFactorReset(of: account), reset.ended == nil else { return nil }
        return reset
    }
}

extension Work {
    /// Ends the reset that waits, its job and its link. Of a cancellation and the reset's own time exactly one gets true.
    @discardableResult
    func endTwoFactorReset(of account: AccountID, as end: TwoFactorResetEnd) throws(DomainError) -> Bool {
        guard let reset = try look.pendingTwoFactorReset(of: account),
            try rows.endTwoFactorReset(reset.id, of: account, as: end, at: now)
        else { return false }
        try rows.finishJob(reset.id)
        try rows.killLinks(of: account, purposes: [.twoFactorReset])
        return true
    }

    /// Cancels the reset that waits, and tells the owner. False: none does.
    @discardableResult
    func cancelTwoFactorReset(
        of account: AccountRecord, _ vault: Vault, as end: TwoFactorResetEnd
    ) throws(DomainError) -> Bool {
        guard try endTwoFactorReset(of: account.id, as: end) else { return false }
        try record(.twoFactorResetCancelled, vault, by: .customer, [ActivityDetail("how", end.words)])
        try mail(
            .twoFactorResetCancelled, to: vault.profile(of: account),
            [MailContent.Variable("time", .time(now)), MailContent.Variable("what_happened", .text(end.words))], vault)
        return true
    }

    /// Secret and codes go. A half-done sign-in waits for a code that there is no more: it starts anew with the password.
    func removeSecondFactor(of account: AccountRecord) throws(DomainError) {
        var account = account
        account.totp = nil
        guard try rows.update(account) else { throw .storage("account changed meanwhile") }
        try rows.replaceRecoveryCodes(of: account.id, with: [])
        try rows.killChallenges(of: account.id)
    }
}
