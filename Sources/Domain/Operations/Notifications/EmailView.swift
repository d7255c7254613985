/// A mail as its recipient and support see it, in the clear.
package struct EmailView: Sendable, Equatable {
    package let id: EmailID
    package let account: AccountID
    package let category: String
    package let template: String
    package let subject: String
    package let recipient: String
    package let createdAt: Instant
    package let createdText: String
    package let sentAt: Instant?
    /// Empty before it was sent.
    package let sentText: String
    package let state: EmailState
    /// Empty unless it was not sent.
    package let failure: String
}

extension Look {
    /// `zone` is the account's own.
    func view(of email: EmailRecord, _ vault: Vault, zone: String) throws(DomainError) -> EmailView {
        let envelope = try MailEnvelope(decoding: vault.open(email.envelope, .email, row: email.id.uuid))
        var sentText = ""
        if let sentAt = email.sentAt { sentText = text(sentAt, in: zone) }
        return EmailView(
            id: email.id, account: email.accountID, category: email.category, template: email.template,
            subject: envelope.subject, recipient: envelope.recipientAddress, createdAt: email.createdAt,
            createdText: text(email.createdAt, in: zone), sentAt: email.sentAt, sentText: sentText,
            state: email.state, failure: email.failure)
    }
}
