/// Mails a sign-up's link again; the older one dies. Always the same answer.
package struct ResendVerification: Operation {
    package let email: String

    package init(email: String) { self.email = email }

    /// A sentence for the page.
    package typealias Answer = String

    static let answer = "If this address waits to be verified, a new link is on its way."

    package func perform(_ work: Work, as principal: Principal) throws(DomainError) -> Verdict<Answer> {
        let address = try EmailAddress(parsing: email).hash(work.environment.cryptography)
        let mayMail = try work.mayMail(address: address)
        guard let account = try work.look.pendingAccount(addressHash: address), mayMail else {
            work.spendAsMuchAsALinkMail()
            return .done(Self.answer)
        }
        let vault = try work.look.vault(of: account.id)
        try work.rows.killLinks(of: account.id, purposes: [.signUp])
        let link = try work.makeLink(.signUp, for: account.id, address: address)
        try work.mail(
            .signUpVerification, to: vault.profile(of: account), link: link,
            [MailContent.Variable("time", .time(work.now))], vault)
        return .done(Self.answer)
    }
}
