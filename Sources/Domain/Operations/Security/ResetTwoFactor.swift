/// Starts recovery for a customer without authenticator and codes. Whoever asked our support for it may be a stranger, so nothing
/// changes for a day: the owner is told at once, and can cancel it by a mailed link, on the settings page, or by any right code.
package struct ResetTwoFactor: Operation {
    package struct Answer: Sendable, Equatable {
        package let account: AccountID
        package let requestedAt: Instant
        package let takesEffectAt: Instant
        /// It waited already: nothing has changed.
        package let isAlreadyPending: Bool
        /// When the last one was cancelled, if it was: whoever asks again may be the one whom the owner stopped.
        package let lastCancelledAt: Instant?
    }

    private let accountID: String
    private let email: String

    /// One of the two.
    package init(accountID: String, email: String) {
        self.accountID = accountID
        self.email = email
    }

    package func perform(_ work: Work, as principal: Principal) throws(DomainError) -> Verdict<Answer> {
        guard case .support(let service) = principal else {
            throw .permissionDenied(reason: "SCOPE_MISSING", message: "Only support may ask for this.")
        }
        let account = try account(work.look, principal)
        guard account.isTwoFactorOn else {
            throw .failedPrecondition(
                reason: "TWO_FACTOR_OFF", message: "Two-factor is off: the password alone opens the account.")
        }
        let last = try work.rows.twoFactorReset(of: account.id)
        if let last, last.ended == nil { return .done(answer(last, isAlreadyPending: true, last: nil)) }
        let reset = TwoFactorResetRecord(
            id: work.environment.uuid(at: work.now), accountID: account.id, requestedBy: service.name,
            requestedAt: work.now, takesEffectAt: work.now + work.environment.policy.twoFactorResetWait)
        guard try work.rows.begin(reset) else { throw .storage("another reset began meanwhile") }
        try work.rows.insert(
            OutboxRecord(
                id: reset.id, kind: .resetTwoFactor, accountID: account.id, subject: reset.id, createdAt: work.now,
                dueAt: reset.takesEffectAt))
        try tell(account, of: reset, work, principal)
        return .done(answer(reset, isAlreadyPending: false, last: last))
    }

    private func account(_ look: Look, _ principal: Principal) throws(DomainError) -> AccountRecord {
        guard accountID.isEmpty != email.isEmpty else {
            throw .invalid("account_id", "Send either account_id or email.", reason: "ACCOUNT_AMBIGUOUS")
        }
        guard email.isEmpty else {
            let address = try EmailAddress(parsing: email).hash(look.environment.cryptography)
            guard let account = try look.activeAccount(addressHash: address) else { throw .notFound("account") }
            return account
        }
        return try look.activeAccount(try principal.account(named: accountID))
    }

    private func tell(
        _ account: AccountRecord, of reset: TwoFactorResetRecord, _ work: Work, _ principal: Principal
    ) throws(DomainError) {
        guard let address = account.addressHash else { throw .corrupted("address of \(account.id.text)") }
        let vault = try work.look.vault(of: account.id)
        try work.rows.killLinks(of: account.id, purposes: [.twoFactorReset])
        let link = try work.makeLink(.twoFactorReset, for: account.id, address: address)
        try work.record(
            .twoFactorResetRequested, vault, by: principal.actor, named: principal.actorName,
            [ActivityDetail("takes_effect_at", reset.takesEffectAt.rfc3339)])
        try work.mail(
            .twoFactorResetRequested, to: vault.profile(of: account), link: link,
            [
                MailContent.Variable("asked_for", .time(reset.requestedAt)),
                MailContent.Variable("will_be_turned_off", .time(reset.takesEffectAt)),
            ], vault)
    }

    private func answer(
        _ reset: TwoFactorResetRecord, isAlreadyPending: Bool, last: TwoFactorResetRecord?
    ) -> Answer {
        let cancelled = last?.ended.flatMap { $0.end.isCancellation ? $0.at : nil }
        return Answer(
            account: reset.accountID, requestedAt: reset.requestedAt, takesEffectAt: reset.takesEffectAt,
            isAlreadyPending: isAlreadyPending, lastCancelledAt: cancelled)
    }
}
