/// What a mail's outbox job comes to, looked at right before it goes out.
package enum OpenedMail: Sendable, Equatable {
    case send(MailContent, subject: String, createdAt: Instant)
    /// It went out before; only its job was left.
    case alreadySent
    /// Its account is gone, so it must not go out.
    case discard
}

/// Opens a queued mail, unless its account was deleted since.
package struct OpenMail: Sendable {
    package let job: OutboxRecord

    package init(job: OutboxRecord) { self.job = job }

    /// Throws `corrupted` when the mail is there and doesn't open.
    package func run(_ look: Look) throws(DomainError) -> OpenedMail {
        let id = EmailID(job.subject)
        guard let email = try look.rows.email(id, of: job.accountID),
            let account = try look.rows.account(job.accountID), account.state != .deleted,
            try look.rows.wrappedDataKey(of: job.accountID) != nil
        else { return .discard }
        switch email.state {
        case .queued: break
        case .sent: return .alreadySent
        case .suppressed, .failed, .discarded: return .discard
        }
        let vault = try look.vault(of: job.accountID)
        return .send(
            try MailContent(decoding: vault.open(job.payload, .outboxMail, row: id.uuid)),
            subject: try MailEnvelope(decoding: vault.open(email.envelope, .email, row: id.uuid)).subject,
            createdAt: email.createdAt)
    }
}
