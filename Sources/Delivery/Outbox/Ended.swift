import Domain
import Synchronization

/// A try that is over and not yet committed.
struct EndedJob: Sendable {
    let job: OutboxRecord
    let end: JobEnd
}

/// From the jobs' threads to the dispatcher's.
final class EndedJobs: Sendable {
    private let jobs = Mutex<[EndedJob]>([])

    func add(_ job: EndedJob) { jobs.withLock { $0.append(job) } }

    func takeAll() -> [EndedJob] {
        jobs.withLock { jobs in
            defer { jobs.removeAll() }
            return jobs
        }
    }
}

/// What an end comes to in the store, and what is told of it once that is durable.
struct Settlement: Sendable {
    let event: DeliveryEvent?
    let commit: JobEnd.Commit?

    init(_ ended: EndedJob, _ environment: Environment) {
        let job = ended.job
        switch ended.end {
        case .done(let event, let commit): self.init(event: event, commit: commit)
        case .again(let words, let wait, let commit):
            let wait = wait ?? RetryDelay.after(job, environment.random)
            let attempts = job.attempts.addingReportingOverflow(1).partialValue
            self.init(
                event: .jobPostponed(job.kind, id: job.id, attempts: attempts, wait: wait, words: words),
                commit: { work throws(DomainError) in
                    try work.rows.postponeJob(job.id, dueAt: work.now + wait, error: words)
                    try commit?(work)
                })
        case .dead(let words, let event, let commit):
            self.init(
                event: event ?? .jobDied(job.kind, id: job.id, words: words),
                commit: { work throws(DomainError) in
                    try work.rows.buryJob(job.id, at: work.now, error: words)
                    try commit?(work)
                })
        case .stopped: self.init(event: nil, commit: nil)
        }
    }

    private init(event: DeliveryEvent?, commit: JobEnd.Commit?) {
        self.event = event
        self.commit = commit
    }

    /// Many share one commit. One that can't be kept must not take the others with it: its job is done once more when its
    /// lease ends.
    static func keep(_ settlements: [Settlement], _ store: BlockingStore, _ report: (DeliveryEvent) -> Void) {
        let settlements = settlements.filter { $0.commit != nil }
        guard !settlements.isEmpty else { return }
        if commit(settlements, store, report) == nil { return }
        for settlement in settlements {
            if let error = commit([settlement], store, report) { report(.store(words: error.stableWords)) }
        }
    }

    private static func commit(
        _ settlements: [Settlement], _ store: BlockingStore, _ report: (DeliveryEvent) -> Void
    ) -> DomainError? {
        do throws(DomainError) {
            try store.write { work throws(DomainError) in
                for settlement in settlements { try settlement.commit?(work) }
            }
        } catch {
            return error
        }
        for case let event? in settlements.map(\.event) { report(event) }
        return nil
    }
}

extension DomainError {
    /// Stable and not personal; a corrupted row is named by its id.
    package var stableWords: String {
        switch self {
        case .corrupted(let what): "A row doesn't open: \(what)."
        case .storage(let words): "The store: \(words)."
        case .overloaded: "The store has too much to do."
        case .outcomeUnknown: "The store may or may not have done it."
        default: "The rules refuse it."
        }
    }
}
