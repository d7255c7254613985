package import Domain
import Synchronization

/// Removes deleted accounts' recordings from the bucket, and believes it only when the listing says so.
package final class PurgeJobs: OutboxJobHandler {
    private let objects: any ObjectStore
    private let alarms = Mutex(PurgeAlarms())
    private let emptied = Mutex(EmptiedPrefixes())

    package init(objects: any ObjectStore) { self.objects = objects }

    package let kinds: Set<OutboxKind> = [.purge]

    package func run(_ job: OutboxRecord, _ context: JobContext) -> JobEnd {
        do throws(DeliveryError) {
            guard try isLeft(job, context.store) else { return done(job) }
            guard context.isTimeTrusted else { return .again(words: "The clock jumped.", wait: .minutes(1)) }
            // One walk empties the prefix for all the account's recordings.
            if job.onlyRecording != nil, emptied.withLock({ $0.contains(job.accountID) }) { return done(job) }
            guard try objects.removeAll(of: job.accountID, unless: { context.isStopping }) == .complete else {
                return .again(words: "There is more to remove.", wait: .seconds(1))
            }
            emptied.withLock { $0.insert(job.accountID) }
            return done(job)
        } catch {
            if case .stopped = error { return .stopped }
            // For ever, also where a try can't do: only a person can say that it may stay.
            alarm(job, error, context)
            return .again(words: error.words)
        }
    }

    private func done(_ job: OutboxRecord) -> JobEnd {
        alarms.withLock { $0.forget(job.id) }
        let event = job.onlyRecording.map(DeliveryEvent.recordingPurged) ?? .prefixEmptied(job.accountID)
        return .done(event) { work throws(DomainError) in try FinishPurge(job: job).run(work) }
    }

    /// False where the recording's row is gone or says that it is purged.
    private func isLeft(_ job: OutboxRecord, _ store: BlockingStore) throws(DeliveryError) -> Bool {
        guard let id = job.onlyRecording else { return true }
        do throws(DomainError) {
            let recording = try store.read { look throws(DomainError) in try look.rows.recording(id, of: job.accountID)
            }
            return recording.map { $0.purgedAt == nil } ?? false
        } catch {
            throw .temporary(error.stableWords)
        }
    }

    private func alarm(_ job: OutboxRecord, _ error: DeliveryError, _ context: JobContext) {
        let now = context.now
        if case .permanent(let words) = error, alarms.withLock({ $0.isNew(words, now) }) {
            context.report(.purgeRefused(job.accountID, words: words))
        }
        let dueAt = try? context.store.read { look throws(DomainError) in
            try look.rows.deletion(of: job.accountID)?.purgeDueAt
        }
        guard let dueAt, let tenths = alarms.withLock({ $0.due(job: job, purgeDueAt: dueAt, now: now) }) else { return }
        context.report(
            .purgeLate(job.accountID, job.onlyRecording, tenthsOfTime: tenths, dueAt: dueAt, words: error.words))
    }
}

/// Accounts whose prefix was seen to be empty after their deletion. Nothing can be registered for them any more.
private struct EmptiedPrefixes {
    private static let mostKept = 4_096
    private var accounts: Set<AccountID> = []
    private var order: [AccountID] = []

    func contains(_ account: AccountID) -> Bool { accounts.contains(account) }

    mutating func insert(_ account: AccountID) {
        guard accounts.insert(account).inserted else { return }
        order.append(account)
        guard order.count > Self.mostKept else { return }
        // The older half: what has to be listed once more is only slower.
        accounts.subtract(order.prefix(Self.mostKept / 2))
        order.removeFirst(Self.mostKept / 2)
    }
}

/// Raises each alarm of a purge once, at half and at four fifths of its time; once more after a restart.
struct PurgeAlarms {
    private static let thresholds = [8, 5]
    private static let mostKept = 65_536
    private static let refusalSaidAgainAfter = TimeSpan.hours(1)
    private var raised: [UUIDv7: Int] = [:]
    private var refusal: (words: String, at: Instant)?

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

    /// A wrong setting makes every purge say the same: it is said once an hour.
    mutating func isNew(_ words: String, _ now: Instant) -> Bool {
        if let refusal, refusal.words == words, now >= refusal.at, now - refusal.at < Self.refusalSaidAgainAfter {
            return false
        }
        refusal = (words, now)
        return true
    }

    mutating func forget(_ job: UUIDv7) { raised[job] = nil }
}
