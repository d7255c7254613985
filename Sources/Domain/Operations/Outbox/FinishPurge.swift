extension OutboxRecord {
    /// The recording whose going a `purge` job waits for; nil when it is about all that lies under the account's prefix.
    package var onlyRecording: RecordingID? { subject == id ? nil : RecordingID(subject) }
}

/// Notes that a recording was seen to be gone from the bucket, and finishes the job. Only to be run after the bucket's
/// listing said so.
package struct FinishPurge: Sendable {
    package let job: OutboxRecord

    package init(job: OutboxRecord) { self.job = job }

    package func run(_ work: Work) throws(DomainError) {
        try job.require(.purge)
        if let id = job.onlyRecording, let recording = try work.rows.recording(id, of: job.accountID),
            recording.purgedAt == nil
        {
            try work.rows.setPurged(id, of: job.accountID, at: work.now)
        }
        try work.rows.finishJob(job.id)
    }
}
