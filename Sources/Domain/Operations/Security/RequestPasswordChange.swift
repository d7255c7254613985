/// Mails the magic link to the signed-in customer's own address.
package struct RequestPasswordChange: Operation {
    package init() {}

    /// A sentence for the page.
    package typealias Answer = String

    static let answer = "A link to set a new password is on its way to your address."

    package func perform(_ work: Work, as principal: Principal) throws(DomainError) -> Verdict<Answer> {
        let account = try work.look.activeAccount(principal.requireOwner().account)
        try work.reserveMail(of: account.id)
        try work.mailPasswordResetLink(to: account, by: principal)
        return .done(Self.answer)
    }
}
