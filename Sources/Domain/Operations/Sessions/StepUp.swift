/// Proves a factor again. The session goes on under a new token; the old one dies.
///
/// Either factor does. A password alone is no second factor: the session's `twoFactor` rises only by a code.
package struct StepUp: HashedOperation {
    package typealias Answer = OpenedSession

    package struct Prepared: Sendable {
        /// Nil when a code was sent: it is checked in the second transaction, and nothing is hashed.
        fileprivate let claim: PasswordClaim?
    }

    package struct Hashed: Sendable {
        fileprivate let proof: PasswordProof?
    }

    private let password: String
    private let totpCode: String

    package init(password: String, totpCode: String) {
        self.password = password
        self.totpCode = totpCode
    }

    package func prepare(_ work: Work, as principal: Principal) throws(DomainError) -> Verdict<Prepared> {
        let owner = try principal.requireOwner()
        try checkFields()
        let account = try work.look.activeAccount(owner.account)
        guard totpCode.isEmpty else {
            guard account.isTwoFactorOn else { throw .twoFactorOff }
            return .done(Prepared(claim: nil))
        }
        let claimed = try PasswordRules.claimed(password, field: "password", work.environment.policy)
        try work.reserve(work.environment.throttleSubject(account.id), .password)
        return .done(Prepared(claim: try work.look.claim(on: account, claimed)))
    }

    package func hash(_ prepared: Prepared, in environment: Environment) throws(DomainError) -> Hashed {
        Hashed(proof: prepared.claim.map(environment.check))
    }

    package func finish(
        _ work: Work, _ hashed: Hashed, as principal: Principal
    ) throws(DomainError) -> Verdict<OpenedSession> {
        let owner = try principal.requireOwner()
        let account = try work.look.activeAccount(owner.account)
        let vault = try work.look.vault(of: account.id)
        guard try isRight(work, account, vault, hashed.proof) else { return .refuse(.badCredentials) }
        return .done(try renew(owner.session, account, work, vault))
    }

    private func isRight(
        _ work: Work, _ account: AccountRecord, _ vault: Vault, _ proof: PasswordProof?
    ) throws(DomainError) -> Bool {
        let subject = work.environment.throttleSubject(account.id)
        if let proof {
            guard proof.proves(account) else { return false }
            try work.rows.clearThrottle(subject, .password)
            try work.strengthenPassword(of: account, by: proof, vault)
            return true
        }
        try work.reserve(subject, .code)
        guard try work.proveSecondFactor(account, vault, totpCode: totpCode, recoveryCode: "") else { return false }
        try work.rows.clearThrottle(subject, .code)
        return true
    }

    private func renew(
        _ session: SessionRecord, _ account: AccountRecord, _ work: Work, _ vault: Vault
    ) throws(DomainError) -> OpenedSession {
        let token = Tokens.make(.session, work.environment.random)
        var renewed = session
        renewed.tokenHash = work.environment.cryptography.hash(.sessionToken, token: token)
        renewed.authenticatedAt = work.now
        renewed.twoFactor = session.twoFactor || !totpCode.isEmpty
        let isRenewed = try work.rows.replaceToken(
            of: session.id, old: session.tokenHash, new: renewed.tokenHash, authenticatedAt: work.now,
            twoFactor: renewed.twoFactor)
        guard isRenewed else { throw .sessionInvalid }
        try work.record(
            .sessionSteppedUp, vault, by: .customer,
            [
                ActivityDetail("session_id", session.id.text),
                ActivityDetail("factor", totpCode.isEmpty ? "password" : "totp"),
            ])
        let profile = try vault.profile(of: account)
        let device = try vault.text(session.deviceLabel, .userAgent, row: session.id.uuid)
        try work.mail(
            .steppedUp, to: profile,
            [MailContent.Variable("device", .text(device)), MailContent.Variable("time", .time(work.now))], vault)
        let view = try work.look.view(renewed, current: session.id, zone: profile.timeZone, vault)
        return OpenedSession(account: account.id, token: token, session: view)
    }

    private func checkFields() throws(DomainError) {
        switch (password.isEmpty, totpCode.isEmpty) {
        case (true, true):
            throw .invalid("password", "Send password or totp_code.", reason: "FACTOR_REQUIRED")
        case (false, false):
            throw .invalid([
                FieldProblem(
                    field: "password", description: "Send either password or totp_code, not both.",
                    reason: "FACTOR_AMBIGUOUS"),
                FieldProblem(
                    field: "totp_code", description: "Send either password or totp_code, not both.",
                    reason: "FACTOR_AMBIGUOUS"),
            ])
        case (true, false): try TOTP.check(totpCode)
        case (false, true): break
        }
    }
}
