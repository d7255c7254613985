package import Domain
import Synchronization

/// Removes recordings from the bucket, and believes it only when the listing says so.
package final class PurgeJobs: OutboxJobHandler {
    private let objects: any ObjectStore
    private let alarms = Mutex(PurgeAlarms())

    package init(objects: any ObjectStore) { self.objects = objects }

    package let kinds: Set<OutboxKind> = [.purge]

    package func run(_ job: OutboxRecord, _ context: JobContext) -> JobEnd {
        let id = RecordingID(job.subject)
        do throws(DeliveryError) {
            if let recording = try recording(id, of: job.accountID, context.store), recording.purgedAt == nil {
                try remove(recording.objectKey)
            }
            alarms.withLock { $0.forget(job.id) }
            return .done(.recordingPurged(id)) { work throws(DomainError) in try FinishPurge(job: job).run(work) }
        } catch {
            // For ever, also where a try can't do: only a person can say that it may stay.
            alarm(job, error.words, context)
            return .again(words: error.words)
        }
    }

    private func remove(_ key: String) throws(DeliveryError) {
        try objects.remove(key: key)
        guard try !objects.exists(key: key) else { throw .temporary("The object is still listed.") }
    }

    private func recording(
        _ id: RecordingID, of account: AccountID, _ store: BlockingStore
    ) throws(DeliveryError) -> RecordingRecord? {
        do throws(DomainError) {
            return try store.read { look throws(DomainError) in try look.rows.recording(id, of: account) }
        } catch {
            throw .temporary(error.stableWords)
        }
    }

    private func alarm(_ job: OutboxRecord, _ words: String, _ context: JobContext) {
        let id = RecordingID(job.subject)
        guard let dueAt = (try? recording(id, of: job.accountID, context.store))?.purgeDueAt else { return }
        let now = context.now
        guard let tenths = alarms.withLock({ $0.due(job: job, purgeDueAt: dueAt, now: now) }) else { return }
        context.report(.purgeLate(id, tenthsOfTime: tenths, dueAt: dueAt, words: words))
    }
}

/// Raises each alarm of a purge once, at half and at four fifths of its time; once more after a restart.
struct PurgeAlarms {
    private static let thresholds = [8, 5]
    private static let mostKept = 65_536
    private var raised: [UUIDv7: Int] = [:]

    /// The tenths of the time that are gone, if that is an alarm not raised yet.
    mutating func due(job: OutboxRecord, purgeDueAt: Instant, now: Instant) -> Int? {
        let total = (purgeDueAt - job.createdAt).microseconds
        let gone = (now - job.createdAt).microseconds
        guard let threshold = Self.thresholds.first(where: { gone >= total / 10 * Int64($0) }),
            threshold > raised[job.id, default: 0]
        else { return nil }
        // Beyond the limit it rather alarms again than never.
        if raised.count < Self.mostKept { raised[job.id] = threshold }
        return threshold
    }

    mutating func forget(_ job: UUIDv7) { raised[job] = nil }
}
