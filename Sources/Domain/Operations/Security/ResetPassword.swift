/// Sets a new password by a mailed link, and a second factor where two-factor is on: mail alone never gets past it. Link and
/// code are used up together with the change, or not at all. Opens no session.
package struct ResetPassword: HashedOperation {
    private let token: String
    private let newPassword: String
    private let totpCode: String
    private let recoveryCode: String
    private let signOutOtherSessions: Bool

    /// At most one of the codes; the other is empty.
    package init(
        token: String, newPassword: String, totpCode: String, recoveryCode: String, signOutOtherSessions: Bool
    ) {
        self.token = token
        self.newPassword = newPassword
        self.totpCode = totpCode
        self.recoveryCode = recoveryCode
        self.signOutOtherSessions = signOutOtherSessions
    }

    package struct Prepared: Sendable {
        fileprivate let password: [UInt8]
        fileprivate let isTwoFactorOn: Bool
    }

    package struct Hashed: Sendable {
        fileprivate let passwordHash: String
        /// What the password was held against, and whether a try at a code was counted.
        fileprivate let isTwoFactorOn: Bool
    }

    package struct Answer: Sendable {
        package let account: AccountID
        package let sessionsSignedOut: Int
    }

    /// Refuses what can be refused before the hash, and counts the try at a code, which stays counted whatever comes.
    package func prepare(_ work: Work, as principal: Principal) throws(DomainError) -> Verdict<Prepared> {
        try Tokens.check(token, field: "token")
        try SecondFactorFields.check(totpCode: totpCode, recoveryCode: recoveryCode, required: false)
        let policy = work.environment.policy
        let password = try PasswordRules.claimed(newPassword, field: "new_password", policy)
        let link = try work.rows.link(tokenHash: tokenHash(work), purpose: .passwordReset, now: work.now)
        let account = try account(behind: link, work)
        try checkPassword(account, work)
        if account.isTwoFactorOn {
            guard hasCode else { throw Self.twoFactorRequired }
            try work.reserve(work.environment.throttleSubject(account.id), .code)
        }
        return .done(Prepared(password: password, isTwoFactorOn: account.isTwoFactorOn))
    }

    package func hash(_ prepared: Prepared, in environment: Environment) throws(DomainError) -> Hashed {
        guard let hash = environment.passwords.hash(prepared.password) else { throw .overloaded }
        return Hashed(passwordHash: hash, isTwoFactorOn: prepared.isTwoFactorOn)
    }

    /// Throws on every refusal, so that neither link nor code is used up.
    package func finish(_ work: Work, _ hashed: Hashed, as principal: Principal) throws(DomainError) -> Verdict<Answer>
    {
        let link = try work.rows.redeemLink(tokenHash: tokenHash(work), purpose: .passwordReset, at: work.now)
        let account = try account(behind: link, work)
        let vault = try work.look.vault(of: account.id)
        try proveSecondFactor(account, vault, hashed, work)
        try setPassword(hashed.passwordHash, of: account.id, vault, work)
        try endOldProofs(of: account, work)
        let ended = signOutOtherSessions ? try endSessions(of: account.id, work) : 0
        try tell(account, vault, ended: ended, work, principal)
        return .done(Answer(account: account.id, sessionsSignedOut: ended))
    }
}

extension ResetPassword {
    private static let twoFactorRequired = DomainError.failedPrecondition(
        reason: "TWO_FACTOR_REQUIRED",
        message: "Two-factor is on: send totp_code or recovery_code with this link, which stays valid.")

    private var hasCode: Bool { !totpCode.isEmpty || !recoveryCode.isEmpty }

    private func tokenHash(_ work: Work) -> KeyedHash {
        work.environment.cryptography.hash(LinkPurpose.passwordReset.hashPurpose, token: token)
    }

    /// The account in use that the link was mailed to, at the address that is still in force.
    private func account(behind link: LinkRecord?, _ work: Work) throws(DomainError) -> AccountRecord {
        guard let link, let account = try work.rows.account(link.accountID), account.state == .active,
            account.addressHash == link.addressHash
        else { throw .linkInvalid }
        return account
    }

    private func checkPassword(_ account: AccountRecord, _ work: Work) throws(DomainError) {
        let profile = try work.look.vault(of: account.id).profile(of: account)
        let problem = PasswordRules.problem(
            with: newPassword, field: "new_password", twoFactor: account.isTwoFactorOn,
            own: OwnWords(email: profile.email, displayName: profile.displayName), work.environment.policy)
        if let problem { throw .invalid([problem]) }
    }

    private func proveSecondFactor(
        _ account: AccountRecord, _ vault: Vault, _ hashed: Hashed, _ work: Work
    ) throws(DomainError) {
        guard account.isTwoFactorOn == hashed.isTwoFactorOn else {
            throw .failedPrecondition(
                reason: "TWO_FACTOR_CHANGED", message: "Two-factor was turned on or off meanwhile: send this again.")
        }
        guard account.isTwoFactorOn else { return }
        guard try work.proveSecondFactor(account, vault, totpCode: totpCode, recoveryCode: recoveryCode) else {
            throw .badCredentials
        }
        try work.rows.clearThrottle(work.environment.throttleSubject(account.id), .code)
    }

    /// Reads the row again: the step of the code just proved stands in it.
    private func setPassword(_ phc: String, of id: AccountID, _ vault: Vault, _ work: Work) throws(DomainError) {
        var account = try work.look.activeAccount(id)
        account.passwordHash = vault.seal(Array(phc.utf8), .passwordHash)
        account.passwordChangedAt = work.now
        guard try work.rows.update(account) else { throw .storage("account changed meanwhile") }
    }

    /// Whatever the old password or an older link had got hold of, and the waits that guessing at the old password earned.
    private func endOldProofs(of account: AccountRecord, _ work: Work) throws(DomainError) {
        try work.rows.killLinks(of: account.id, purposes: [.passwordReset])
        try work.rows.killChallenges(of: account.id)
        try work.rows.clearThrottle(work.environment.throttleSubject(account.id), .password)
        if let address = account.addressHash {
            try work.rows.clearThrottle(work.environment.throttleSubject(address: address), .password)
        }
    }

    /// How many were live: rows whose time had run out are revoked too, but nobody was signed in by them.
    private func endSessions(of account: AccountID, _ work: Work) throws(DomainError) -> Int {
        let cap = max(1, work.environment.policy.sessionsPerAccount)
        let live = Set(try work.look.liveSessions(of: account, PageRequest(limit: cap)).map(\.id))
        return try work.revokeSessions(of: account).count(where: live.contains)
    }

    private func tell(
        _ account: AccountRecord, _ vault: Vault, ended: Int, _ work: Work, _ principal: Principal
    ) throws(DomainError) {
        try work.mail(
            .passwordChanged, to: vault.profile(of: account), [MailContent.Variable("time", .time(work.now))], vault)
        try work.record(.passwordChanged, vault, by: principal.actor, named: principal.actorName)
        guard ended > 0 else { return }
        try work.record(
            .sessionRevoked, vault, by: principal.actor, named: principal.actorName,
            [ActivityDetail("sessions_revoked", String(ended))])
    }
}
