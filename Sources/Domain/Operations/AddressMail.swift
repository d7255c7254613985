// What anybody can cause by naming an address. Nothing here may show, by its answer or its time, whose address it is.

extension Look {
    /// The account in use that has the address in force.
    package func activeAccount(addressHash: KeyedHash) throws(DomainError) -> AccountRecord? {
        guard let account = try rows.account(addressHash: addressHash), account.state == .active else { return nil }
        return account
    }

    /// The sign-up that waits for the address to be verified.
    package func pendingAccount(addressHash: KeyedHash) throws(DomainError) -> AccountRecord? {
        guard let account = try rows.account(addressHash: addressHash), account.state == .pending else { return nil }
        return account
    }
}

extension Work {
    /// Whether one mail more may go to an address that a stranger named; counts it.
    package func mayMail(address: KeyedHash) throws(DomainError) -> Bool {
        try mayMail(environment.throttleSubject(address: address))
    }

    /// The same for mails that a signed-in customer causes, who may be told to wait. Strangers can't use this share up.
    package func reserveMail(of account: AccountID) throws(DomainError) {
        let subject = environment.throttleSubject(account)
        guard try mayMail(subject) else {
            let end = try rows.throttle(subject, .mail)?.notBefore ?? now
            throw .throttled(retryAfter: end - now)
        }
    }

    /// A magic link to set a password, to the stored address and no other. Older ones die.
    package func mailPasswordResetLink(to account: AccountRecord, by principal: Principal) throws(DomainError) {
        guard let address = account.addressHash else { throw .corrupted("address of \(account.id.text)") }
        let vault = try look.vault(of: account.id)
        try rows.killLinks(of: account.id, purposes: [.passwordReset])
        let link = try makeLink(.passwordReset, for: account.id, address: address)
        try mail(
            .passwordReset, to: vault.profile(of: account), link: link,
            [MailContent.Variable("time", .time(now))], vault)
        try record(.passwordResetRequested, vault, by: principal.actor, named: principal.actorName)
    }

    /// Tells an address's owner that somebody named it where only an address without an account would have done.
    package func tellAddressIsTaken(_ owner: AccountRecord) throws(DomainError) {
        let vault = try look.vault(of: owner.id)
        try mail(
            .addressAlreadyRegistered, to: vault.profile(of: owner), [MailContent.Variable("time", .time(now))], vault)
    }

    /// Does what opening an account's values and mailing it a link costs, and keeps nothing of it: for an address that gets
    /// no mail, so that the answer takes as long.
    package func spendAsMuchAsALinkMail() {
        let account: AccountID = newID()
        let cryptography = environment.cryptography
        let (key, wrapped) = cryptography.makeDataKey(for: account)
        _ = cryptography.unwrapDataKey(wrapped, for: account)
        let vault = Vault(account: account, key: key, cryptography: cryptography)
        let profile = Profile(displayName: "Nobody", email: "nobody@example.com", timeZone: "UTC")
        _ = try? vault.open(vault.seal(profile.encoded, .profile), .profile)
        let token = Tokens.make(.link, environment.random)
        _ = cryptography.hash(.passwordResetLink, token: token)
        let content = MailContent(
            template: MailTemplate.passwordReset.rawValue, category: MailTemplate.passwordReset.category,
            recipientName: profile.displayName, recipientAddress: profile.email, timeZone: profile.timeZone,
            link: token)
        let row = environment.uuid(at: now)
        _ = vault.seal(
            MailEnvelope(recipientAddress: profile.email, subject: MailTemplate.passwordReset.subject).encoded, .email,
            row: row)
        _ = vault.seal(content.encoded, .outboxMail, row: row)
        _ = vault.seal(ActivityDetail.encode([]), .activityDetails, row: row)
    }
}
