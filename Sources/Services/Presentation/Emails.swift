import Domain
import Messages

extension Category {
    init(_ category: MailCategory) {
        self.init(
            id: category.id, title: category.title, description: category.description, mandatory: category.isMandatory)
    }
}

extension Preference {
    init(_ preference: CategoryPreference) {
        self.init(
            category: preference.category.id, enabled: preference.isEnabled,
            mandatory: preference.category.isMandatory)
    }
}

extension Email {
    init(_ email: EmailView) {
        self.init(
            id: email.id.text, category: email.category, template: email.template, subject: email.subject,
            createdAt: Timestamp(email.createdAt), sentAt: email.sentAt.map { Timestamp($0) },
            state: Messages.EmailState(email.state), recipient: email.recipient, failureReason: email.failure,
            createdText: email.createdText, sentText: email.sentText)
    }
}

extension Messages.EmailState {
    init(_ state: Domain.EmailState) {
        self =
            switch state {
            case .queued: .queued
            case .sent: .sent
            case .suppressed: .suppressed
            // A discarded mail's account is gone, and nobody can ask for it; it was not sent either way.
            case .failed, .discarded: .failed
            }
    }
}
