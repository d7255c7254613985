/// The owner's objection: from the settings page, or by the mailed link, since whoever can't sign in without a code has to be
/// able to object too. The link does nothing else.
package struct CancelTwoFactorReset: Operation {
    package struct Answer: Sendable {
        package let account: AccountID
    }

    private let token: String

    /// Empty: the session says whose.
    package init(token: String) { self.token = token }

    package func perform(_ work: Work, as principal: Principal) throws(DomainError) -> Verdict<Answer> {
        if case .owner(let owner) = principal, token.isEmpty {
            let account = try work.look.activeAccount(owner.account)
            let vault = try work.look.vault(of: account.id)
            guard try work.cancelTwoFactorReset(of: account, vault, as: .cancelledInSession) else {
                throw .failedPrecondition(
                    reason: "TWO_FACTOR_RESET_NOT_PENDING",
                    message: "No reset waits: two-factor stays as it is. Look at GetSecurity.")
            }
            return .done(Answer(account: account.id))
        }
        try Tokens.check(token, field: "token")
        let hash = work.environment.cryptography.hash(LinkPurpose.twoFactorReset.hashPurpose, token: token)
        guard let link = try work.rows.redeemLink(tokenHash: hash, purpose: .twoFactorReset, at: work.now),
            let account = try work.rows.account(link.accountID), account.state == .active,
            account.addressHash == link.addressHash, !principal.isOwner(besides: account.id)
        else { throw .linkInvalid }
        let vault = try work.look.vault(of: account.id)
        guard try work.cancelTwoFactorReset(of: account, vault, as: .cancelledByLink) else { throw .linkInvalid }
        return .done(Answer(account: account.id))
    }
}

extension Principal {
    /// Somebody is signed in, and it is somebody else.
    fileprivate func isOwner(besides account: AccountID) -> Bool {
        if case .owner(let owner) = self { owner.account != account } else { false }
    }
}
