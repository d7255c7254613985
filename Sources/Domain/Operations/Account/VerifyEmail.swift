/// Redeems a mailed link: of a sign-up, or of a change of address. Whatever is wrong with it is the same answer, and then
/// nothing is used up.
package struct VerifyEmail: Operation {
    package let token: String

    package init(token: String) { self.token = token }

    package struct Answer: Sendable {
        package let account: AccountID
        /// The address that is now verified and in force.
        package let email: String
    }

    package func perform(_ work: Work, as principal: Principal) throws(DomainError) -> Verdict<Answer> {
        try Tokens.check(token, field: "token")
        if let link = try redeem(.signUp, work) { return .done(try verifySignUp(link, work, principal)) }
        if let link = try redeem(.emailChange, work) { return .done(try verifyChange(link, work, principal)) }
        throw .linkInvalid
    }

    private func redeem(_ purpose: LinkPurpose, _ work: Work) throws(DomainError) -> LinkRecord? {
        let hash = work.environment.cryptography.hash(purpose.hashPurpose, token: token)
        return try work.rows.redeemLink(tokenHash: hash, purpose: purpose, at: work.now)
    }

    private func verifySignUp(
        _ link: LinkRecord, _ work: Work, _ principal: Principal
    ) throws(DomainError) -> Answer {
        guard var account = try work.rows.account(link.accountID), account.state == .pending,
            account.addressHash == link.addressHash
        else { throw .linkInvalid }
        let vault = try work.look.vault(of: account.id)
        let profile = try vault.profile(of: account)
        account.state = .active
        account.emailVerifiedAt = work.now
        guard try work.rows.update(account) else { throw .storage("account changed meanwhile") }
        try work.rows.killLinks(of: account.id, purposes: [.signUp])
        try work.record(
            .emailVerified, vault, by: principal.actor, named: principal.actorName,
            [ActivityDetail("email", profile.email)])
        return Answer(account: account.id, email: profile.email)
    }

    /// The link is bound to the address that waits now: one of an earlier change confirms nothing.
    private func verifyChange(
        _ link: LinkRecord, _ work: Work, _ principal: Principal
    ) throws(DomainError) -> Answer {
        guard var account = try work.rows.account(link.accountID), account.state == .active,
            account.pendingAddressHash == link.addressHash
        else { throw .linkInvalid }
        try freeAddress(link.addressHash, for: account.id, work)
        let vault = try work.look.vault(of: account.id)
        let before = try vault.profile(of: account)
        var profile = before
        profile.email = before.pendingEmail
        profile.pendingEmail = ""
        account.addressHash = link.addressHash
        account.pendingAddressHash = nil
        account.emailVerifiedAt = work.now
        account.profile = vault.seal(profile.encoded, .profile)
        guard try work.rows.update(account) else { throw .storage("account changed meanwhile") }
        // What was mailed to the old address must open nothing any more.
        try work.rows.killLinks(of: account.id, purposes: [.emailChange, .passwordReset, .twoFactorReset])
        try tell(before: before, now: profile, vault, work)
        try work.record(
            .emailChanged, vault, by: principal.actor, named: principal.actorName,
            [ActivityDetail("old_email", before.email), ActivityDetail("new_email", profile.email)])
        return Answer(account: account.id, email: profile.email)
    }

    /// The address belongs to whoever proves it: a sign-up that nobody verified gives way, an account in use doesn't.
    private func freeAddress(_ address: KeyedHash, for account: AccountID, _ work: Work) throws(DomainError) {
        guard let other = try work.rows.account(addressHash: address) else { return }
        guard other.state == .pending, let mails = try work.removePendingAccount(other.id) else { throw .linkInvalid }
        try work.removeMails(mails, inTheNameOf: account)
    }

    private func tell(before: Profile, now profile: Profile, _ vault: Vault, _ work: Work) throws(DomainError) {
        let variables = [
            MailContent.Variable("time", .time(work.now)), MailContent.Variable("new_email", .text(profile.email)),
        ]
        for address in [before.email, profile.email] {
            try work.mail(.emailChanged, to: profile, address: address, variables, vault)
        }
    }
}
