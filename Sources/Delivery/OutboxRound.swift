import Domain

/// Leases jobs, does them one after another outside any transaction, and finishes them in another.
struct OutboxRound {
    private static let leaseLimit = 64
    private static let lease = TimeSpan.seconds(60)
    /// Not begun this close to the lease's end: another might lease it meanwhile.
    private static let leaseMargin = TimeSpan.seconds(20)
    /// What is done waits at most so long for its commit.
    private static let finishWithin = TimeSpan(microseconds: 100_000)

    let tools: OutboxTools
    let isStopping: () -> Bool
    /// Until what a dead server had leased is through.
    private var takesOver = true
    private var alarms = PurgeAlarms()
    private var finishing = Finishing()

    init(tools: OutboxTools, isStopping: @escaping () -> Bool) {
        self.tools = tools
        self.isStopping = isStopping
    }

    private var now: Instant { tools.store.environment.clock.now() }

    /// Whether there may be more to do at once.
    mutating func run() -> Bool {
        let leasedAt = now
        // A data folder has one server: what is leased at its start was leased by one that is dead.
        let asOf = takesOver ? leasedAt + Self.lease : leasedAt
        let jobs: [OutboxRecord]
        do {
            jobs = try tools.store.write { work throws(DomainError) in
                try work.rows.leaseJobs(limit: Self.leaseLimit, now: asOf, until: leasedAt + Self.lease)
            }
        } catch {
            tools.report(.store(words: error.stableWords))
            return false
        }
        takesOver = jobs.count == Self.leaseLimit && takesOver
        let lastBegin = leasedAt + Self.lease - Self.leaseMargin
        for job in jobs where !isStopping() && now < lastBegin { perform(job) }
        finishing.flush(tools)
        return jobs.count == Self.leaseLimit
    }

    private mutating func perform(_ job: OutboxRecord) {
        switch job.kind {
        case .destroyDataKey: destroyDataKey(job)
        case .removeMails: removeMails(job)
        case .mail: mail(job)
        case .purge: purge(job)
        }
        if finishing.isDue(now, within: Self.finishWithin) { finishing.flush(tools) }
    }

    private mutating func destroyDataKey(_ job: OutboxRecord) {
        // A commit of its own: nothing else may hold it up.
        do {
            try tools.store.write { work throws(DomainError) in try DestroyDataKey(job: job).run(work) }
            tools.report(.dataKeyDestroyed(job.accountID))
        } catch {
            postpone(job, error.stableWords)
        }
    }

    private mutating func removeMails(_ job: OutboxRecord) {
        // What was sent in this round is in the rows before they are listed.
        finishing.flush(tools)
        do throws(DeliveryError) {
            let ids = try mails(of: job)
            try tools.removal.remove(ids)
            finishing.add(now, .mailsRemoved(job.accountID, count: ids.count)) { work throws(DomainError) in
                try FinishMailRemoval(job: job).run(work)
            }
        } catch {
            postpone(job, error.words)
        }
    }

    private func mails(of job: OutboxRecord) throws(DeliveryError) -> [EmailID] {
        if let mail = job.onlyMail { return [mail] }
        return try emails(of: job.accountID)
    }

    /// All of the account's mails, whatever became of them.
    private func emails(of account: AccountID) throws(DeliveryError) -> [EmailID] {
        var ids: [EmailID] = []
        do {
            while true {
                let page = PageRequest(limit: 500, after: ids.last?.uuid)
                let more = try tools.store.read { look throws(DomainError) in
                    try look.rows.emails(of: account, page: page).map(\.id)
                }
                guard !more.isEmpty else { return ids }
                ids += more
            }
        } catch {
            throw .temporary(error.stableWords)
        }
    }

    private mutating func mail(_ job: OutboxRecord) {
        let id = EmailID(job.subject)
        do throws(DeliveryError) {
            switch try open(job) {
            case .discard: finish(job, .discarded, .mailDiscarded(id))
            case .alreadySent: finish(job, .alreadySent, nil)
            case .send(let content, let subject, let createdAt):
                let rendered = try tools.renderer.render(content, subject: subject, id: id, at: createdAt)
                try tools.transport.send(rendered)
                finish(job, .sent, .mailSent(id))
            }
        } catch {
            let isOver = now - job.createdAt > RetryDelay.mailGivenUpAfter
            guard !isOver, case .temporary = error else {
                return finish(job, .failed(error.words), .mailFailed(id, words: error.words))
            }
            postpone(job, error.words)
        }
    }

    private func open(_ job: OutboxRecord) throws(DeliveryError) -> OpenedMail {
        do {
            return try tools.store.read { look throws(DomainError) in try OpenMail(job: job).run(look) }
        } catch {
            throw .temporary(error.stableWords)
        }
    }

    private mutating func finish(_ job: OutboxRecord, _ end: FinishMail.End, _ event: DeliveryEvent?) {
        finishing.add(now, event) { work throws(DomainError) in try FinishMail(job: job, end: end).run(work) }
    }

    private mutating func purge(_ job: OutboxRecord) {
        let id = RecordingID(job.subject)
        do throws(DeliveryError) {
            if let recording = try recording(id, of: job.accountID), recording.purgedAt == nil {
                try remove(recording.objectKey)
            }
            alarms.forget(job.id)
            finishing.add(now, .recordingPurged(id)) { work throws(DomainError) in try FinishPurge(job: job).run(work) }
        } catch {
            // For ever, also where a try can't do: only a person can say that it may stay.
            alarm(job, error.words)
            postpone(job, error.words)
        }
    }

    private func remove(_ key: String) throws(DeliveryError) {
        try tools.objects.remove(key: key)
        guard try !tools.objects.exists(key: key) else { throw .temporary("The object is still listed.") }
    }

    private func recording(_ id: RecordingID, of account: AccountID) throws(DeliveryError) -> RecordingRecord? {
        do {
            return try tools.store.read { look throws(DomainError) in try look.rows.recording(id, of: account) }
        } catch {
            throw .temporary(error.stableWords)
        }
    }

    private mutating func alarm(_ job: OutboxRecord, _ words: String) {
        let id = RecordingID(job.subject)
        guard let dueAt = (try? recording(id, of: job.accountID))?.purgeDueAt,
            let tenths = alarms.due(job: job, purgeDueAt: dueAt, now: now)
        else { return }
        tools.report(.purgeLate(id, tenthsOfTime: tenths, dueAt: dueAt, words: words))
    }

    private mutating func postpone(_ job: OutboxRecord, _ words: String) {
        let wait = RetryDelay.after(attempts: job.attempts, job.kind)
        let dueAt = now + wait
        let event = DeliveryEvent.jobPostponed(
            job.kind, id: job.id, attempts: job.attempts.addingReportingOverflow(1).partialValue, wait: wait,
            words: words)
        finishing.add(now, event) { work throws(DomainError) in
            try work.rows.postponeJob(job.id, dueAt: dueAt, error: words)
        }
    }
}

extension DomainError {
    /// Stable and not personal; a corrupted row is named by its id.
    var stableWords: String {
        switch self {
        case .corrupted(let what): "A row doesn't open: \(what)."
        case .storage(let words): "The store: \(words)."
        case .overloaded: "The store has too much to do."
        case .outcomeUnknown: "The store may or may not have done it."
        default: "The rules refuse it."
        }
    }
}
