/// Asks for another address. The old one stays in force until the new one is verified; both are told. A new address that has
/// an account gets the same answer for the same writes, and its owner a mail instead of the link.
package struct ChangeEmail: Operation {
    package let newEmail: String

    package init(newEmail: String) { self.newEmail = newEmail }

    package func perform(_ work: Work, as principal: Principal) throws(DomainError) -> Verdict<AccountView> {
        let owner = try principal.requireOwner()
        let address = try EmailAddress(parsing: newEmail, field: "new_email")
        let hash = address.hash(work.environment.cryptography)
        var account = try work.look.activeAccount(owner.account)
        guard hash != account.addressHash else {
            throw .invalid("new_email", "This is your address already; send another.", reason: "EMAIL_UNCHANGED")
        }
        try work.reserveMail(of: account.id)
        let vault = try work.look.vault(of: account.id)
        var profile = try vault.profile(of: account)
        profile.pendingEmail = address.text
        account.pendingAddressHash = hash
        account.profile = vault.seal(profile.encoded, .profile)
        guard try work.rows.update(account) else { throw .storage("account changed meanwhile") }
        try work.rows.killLinks(of: account.id, purposes: [.emailChange])
        try mailNewAddress(hash, profile, vault, work)
        try work.mail(.emailChangeRequested, to: profile, variables(work, profile), vault)
        try work.record(
            .emailChangeRequested, vault, by: principal.actor, named: principal.actorName,
            [ActivityDetail("new_email", profile.pendingEmail)])
        return .done(try work.look.view(of: account))
    }

    /// The link is made in every case, so that as much is written; where the address is taken or has had its share of mails,
    /// its token never leaves this function. An address that only waits for a sign-up's verification is not taken.
    private func mailNewAddress(
        _ address: KeyedHash, _ profile: Profile, _ vault: Vault, _ work: Work
    ) throws(DomainError) {
        let link = try work.makeLink(.emailChange, for: vault.account, address: address)
        guard try work.mayMail(address: address) else { return work.spendAsMuchAsALinkMail() }
        if let other = try work.look.activeAccount(addressHash: address) { return try work.tellAddressIsTaken(other) }
        try work.mail(
            .emailChangeVerification, to: profile, address: profile.pendingEmail, link: link,
            variables(work, profile), vault)
    }

    private func variables(_ work: Work, _ profile: Profile) -> [MailContent.Variable] {
        [MailContent.Variable("time", .time(work.now)), MailContent.Variable("new_email", .text(profile.pendingEmail))]
    }
}
