/// Notes that none of a deleted account's mails lies in the mail folder any more, and finishes the job.
package struct FinishMailRemoval: Sendable {
    package let job: OutboxRecord

    package init(job: OutboxRecord) { self.job = job }

    package func run(_ work: Work) throws(DomainError) {
        try job.require(.removeMails)
        if try work.rows.deletion(of: job.accountID)?.mailsRemovedAt == nil {
            try work.rows.setMailsRemoved(of: job.accountID, at: work.now)
        }
        try work.rows.finishJob(job.id)
    }
}
