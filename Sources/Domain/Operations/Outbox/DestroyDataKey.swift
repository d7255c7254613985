/// Destroys a deleted account's data key, and finishes the job that promised it. After the commit, nothing that is still
/// stored of the person can be opened. Done twice, it is done once.
package struct DestroyDataKey: Sendable {
    package let job: OutboxRecord

    package init(job: OutboxRecord) { self.job = job }

    package func run(_ work: Work) throws(DomainError) {
        try job.require(.destroyDataKey)
        try work.rows.destroyDataKey(of: job.accountID)
        // A repeated job leaves the first date as it is.
        if try work.rows.deletion(of: job.accountID)?.dataKeyDestroyedAt == nil {
            try work.rows.setDataKeyDestroyed(of: job.accountID, at: work.now)
        }
        try work.rows.finishJob(job.id)
    }
}

extension OutboxRecord {
    /// A job that got to the wrong worker does nothing.
    func require(_ kind: OutboxKind) throws(DomainError) {
        guard self.kind == kind else { throw .corrupted("outbox job \(id.text)") }
    }
}
