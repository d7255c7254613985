/// Mails a magic link to the address that is stored, whatever was sent. Always the same answer for the same work.
package struct RequestPasswordReset: Operation {
    package let email: String

    package init(email: String) { self.email = email }

    /// A sentence for the page.
    package typealias Answer = String

    static let answer = "If this address has an account, a link to set a new password is on its way."

    package func perform(_ work: Work, as principal: Principal) throws(DomainError) -> Verdict<Answer> {
        let address = try EmailAddress(parsing: email).hash(work.environment.cryptography)
        let mayMail = try work.mayMail(address: address)
        if mayMail, let account = try work.look.activeAccount(addressHash: address) {
            try work.mailPasswordResetLink(to: account, by: principal)
        } else {
            work.spendAsMuchAsALinkMail()
        }
        return .done(Self.answer)
    }
}
