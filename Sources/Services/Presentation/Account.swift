import Domain
import Messages

extension Account {
    init(_ view: AccountView) {
        self.init(
            id: view.id.text, displayName: view.displayName, email: view.email,
            emailVerifiedAt: view.emailVerifiedAt.map { Timestamp($0) }, pendingEmail: view.pendingEmail,
            timeZone: view.timeZone, createdAt: Timestamp(view.createdAt), state: Messages.AccountState(view.state),
            emailVerifiedText: view.emailVerifiedText, createdText: view.createdText,
            pendingEmailText: view.pendingEmailText)
    }
}

extension Messages.AccountState {
    init(_ state: Domain.AccountState) {
        switch state {
        case .pending: self = .unverified
        case .active: self = .active
        case .deleted: self = .deleted
        }
    }
}
