extension Work {
    /// Removes a sign-up that nobody verified. Answers its mails, which still lie in the mail folder; nil when it is none.
    func removePendingAccount(_ id: AccountID) throws(DomainError) -> [EmailID]? {
        let mails = try rows.emails(of: id, page: PageRequest(limit: 500)).map(\.id)
        return try rows.removePendingAccount(id) ? mails : nil
    }

    /// Promises to take mails out of the mail folder whose own account is gone: another one's job does it.
    func removeMails(_ mails: [EmailID], inTheNameOf account: AccountID) throws(DomainError) {
        for mail in mails {
            try rows.insert(
                OutboxRecord(
                    id: environment.uuid(at: now), kind: .removeMails, accountID: account, subject: mail.uuid,
                    createdAt: now, dueAt: now))
        }
    }
}

extension OutboxRecord {
    /// The one mail that a `removeMails` job is about; nil when it is about all of its account's.
    package var onlyMail: EmailID? { subject == id ? nil : EmailID(subject) }
}

/// Notes that none of a deleted account's mails lies in the mail folder any more, and finishes the job.
package struct FinishMailRemoval: Sendable {
    package let job: OutboxRecord

    package init(job: OutboxRecord) { self.job = job }

    package func run(_ work: Work) throws(DomainError) {
        try job.require(.removeMails)
        if job.onlyMail == nil, try work.rows.deletion(of: job.accountID)?.mailsRemovedAt == nil {
            try work.rows.setMailsRemoved(of: job.accountID, at: work.now)
        }
        try work.rows.finishJob(job.id)
    }
}
