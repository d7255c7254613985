/// The account as its owner sees it.
package struct AccountView: Sendable, Equatable {
    package var id: AccountID
    package var displayName: String
    /// The address in force.
    package var email: String
    package var emailVerifiedAt: Instant?
    /// Empty when none waits.
    package var pendingEmail: String
    /// IANA identifier.
    package var timeZone: String
    package var createdAt: Instant
    package var state: AccountState
    /// The same as a page shows them, times in the account's zone.
    package var emailVerifiedText: String
    package var createdText: String
    /// Empty when nothing waits.
    package var pendingEmailText: String
}

extension Look {
    /// Of a deleted account only what isn't personal is left.
    package func view(of account: AccountRecord) throws(DomainError) -> AccountView {
        guard account.state != .deleted else { return deletedView(of: account) }
        return view(of: account, try vault(of: account.id).profile(of: account))
    }

    /// For who has opened the profile already.
    package func view(of account: AccountRecord, _ profile: Profile) -> AccountView {
        let zone = profile.timeZone
        return AccountView(
            id: account.id, displayName: profile.displayName, email: profile.email,
            emailVerifiedAt: account.emailVerifiedAt, pendingEmail: profile.pendingEmail, timeZone: zone,
            createdAt: account.createdAt, state: account.state,
            emailVerifiedText: account.emailVerifiedAt.map { "Verified \(text($0, in: zone))" } ?? "Not verified",
            createdText: text(account.createdAt, in: zone),
            pendingEmailText: profile.pendingEmail.isEmpty ? "" : "Waiting for \(profile.pendingEmail) to be verified")
    }

    private func deletedView(of account: AccountRecord) -> AccountView {
        AccountView(
            id: account.id, displayName: "", email: "", pendingEmail: "", timeZone: "", createdAt: account.createdAt,
            state: .deleted, emailVerifiedText: "", createdText: text(account.createdAt, in: "UTC"),
            pendingEmailText: "")
    }

    /// The zone in which the account's texts are written; UTC once the account is deleted.
    package func timeZone(of account: AccountRecord) throws(DomainError) -> String {
        account.state == .deleted ? "UTC" : try vault(of: account.id).profile(of: account).timeZone
    }
}
