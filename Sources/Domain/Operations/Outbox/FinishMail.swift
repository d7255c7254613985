/// Ends a mail's job and keeps what became of the mail.
package struct FinishMail: Sendable {
    package enum End: Sendable, Equatable {
        case sent
        case alreadySent
        case discarded
    }

    package let job: OutboxRecord
    package let end: End

    package init(job: OutboxRecord, end: End) {
        self.job = job
        self.end = end
    }

    package func run(_ work: Work) throws(DomainError) {
        let id = EmailID(job.subject)
        // A sign-up that was never verified may have been removed meanwhile, with its mails.
        if let email = try work.rows.email(id, of: job.accountID) {
            switch end {
            case .sent: try set(email, .sent, at: work.now, in: work)
            case .discarded where email.state == .queued: try set(email, .discarded, at: nil, in: work)
            case .discarded, .alreadySent: break
            }
        }
        try work.rows.finishJob(job.id)
    }

    private func set(
        _ email: EmailRecord, _ state: EmailState, at sentAt: Instant?, in work: Work
    ) throws(DomainError) {
        try work.rows.setEmail(email.id, of: email.accountID, state: state, sentAt: sentAt, failure: "")
    }
}

/// Keeps why a mail will never go out. Its job is a dead letter.
package struct FailMail: Sendable {
    package let job: OutboxRecord
    /// Stable, and nothing personal: ListEmails shows them.
    package let words: String

    package init(job: OutboxRecord, words: String) {
        self.job = job
        self.words = words
    }

    package func run(_ work: Work) throws(DomainError) {
        let id = EmailID(job.subject)
        guard try work.rows.email(id, of: job.accountID) != nil else { return }
        try work.rows.setEmail(id, of: job.accountID, state: .failed, sentAt: nil, failure: words)
    }
}
