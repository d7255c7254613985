import Dispatch
import Domain

/// Leases jobs, gives them to the threads of their lanes, and commits what became of them. Runs on one thread.
struct OutboxDispatcher {
    /// A process that dies leaves its leases behind; nobody waits longer for them than this.
    static let lease = TimeSpan.seconds(25)
    private static let depthEverySeconds = 60.0

    private let context: JobContext
    private let handlers: [OutboxKind: any OutboxJobHandler]
    private let wake: @Sendable () -> Void
    private let ended = EndedJobs()
    private var lanes: [LaneQueue]
    private var hasTakenOver = false
    /// As the last round found it; nil before the first.
    private var isTimeTrusted: Bool?
    private var depthReportedAt = DispatchTime.now()

    init(_ handlers: [any OutboxJobHandler], _ context: JobContext, wake: @escaping @Sendable () -> Void) {
        self.context = context
        self.wake = wake
        var byKind: [OutboxKind: any OutboxJobHandler] = [:]
        for handler in handlers {
            for kind in handler.kinds { byKind[kind] = handler }
        }
        self.handlers = byKind
        var used = Set(byKind.keys.map(\.lane))
        if used.contains(.mail) { used.insert(.securityMail) }
        lanes = used.sorted().map(LaneQueue.init)
    }

    /// Whether there may be more to do at once.
    mutating func round() -> Bool {
        settle()
        guard !context.isStopping, takeOver() else { return false }
        bringForward()
        let isPartial = lease()
        begin()
        reportDepth()
        return isPartial
    }

    /// Whether a job is still in hand; those that only wait keep till the next start.
    mutating func isDraining() -> Bool {
        settle()
        return lanes.contains { !$0.running.isEmpty }
    }

    func end() { for lane in lanes { lane.threads.stop() } }

    /// A data folder has one server: what is leased at its start was leased by one that is dead.
    private mutating func takeOver() -> Bool {
        if hasTakenOver { return true }
        do throws(DomainError) {
            let count = try context.store.write { work throws(DomainError) in try work.rows.releaseLeases() }
            if count > 0 { context.report(.leasesTakenOver(count: count)) }
            hasTakenOver = true
        } catch {
            context.report(.store(words: error.stableWords))
        }
        return hasTakenOver
    }

    /// Dates that were written by a clock that was wrong would hold jobs up for as long as it was wrong by.
    private mutating func bringForward() {
        let isTrusted = context.isTimeTrusted
        guard isTrusted != isTimeTrusted else { return }
        do throws(DomainError) {
            let lanes = lanes.map(\.lane)
            try context.store.write { work throws(DomainError) in
                for lane in lanes {
                    try work.rows.bringForward(lane, noLaterThan: work.now + RetryDelay.longestWait(lane))
                }
            }
            isTimeTrusted = isTrusted
        } catch {
            context.report(.store(words: error.stableWords))
        }
    }

    private mutating func settle() {
        let over = ended.takeAll()
        guard !over.isEmpty else { return }
        let environment = context.store.environment
        change(over) { $0.end($1) }
        Settlement.keep(over.map { Settlement($0, environment) }, context.store, context.report)
        change(over) { $0.release($1) }
    }

    private mutating func change(_ over: [EndedJob], _ body: (inout LaneQueue, OutboxRecord) -> Void) {
        for ended in over {
            for index in lanes.indices where lanes[index].lane == ended.job.lane { body(&lanes[index], ended.job) }
        }
    }

    private mutating func lease() -> Bool {
        let isTrusted = context.isTimeTrusted
        let demands = lanes.filter { isTrusted || !$0.lane.waitsForTheClock }.compactMap(\.demand)
        guard !demands.isEmpty else { return false }
        do throws(DomainError) {
            let leases = try context.store.write { work throws(DomainError) in
                try demands.map { demand throws(DomainError) in
                    try demand.lease(work.rows, now: work.now, until: work.now + Self.lease)
                }
            }
            for lease in leases {
                for index in lanes.indices where lanes[index].lane == lease.lane {
                    lanes[index].add(lease.jobs)
                    lanes[index].cursor = lease.cursor
                }
            }
            return leases.contains(where: \.isPartial)
        } catch {
            context.report(.store(words: error.stableWords))
            return false
        }
    }

    private mutating func begin() {
        for index in lanes.indices {
            while let job = nextJob(of: index) {
                guard lanes[index].threads.submit(work(for: job)) else {
                    ended.add(EndedJob(job: job, end: .stopped))
                    break
                }
            }
        }
    }

    private mutating func nextJob(of index: Int) -> OutboxRecord? {
        let running = lanes.flatMap { Array($0.running.values) }
        return lanes[index].begin { job in running.contains { job.hasToWait(for: $0) } }
    }

    private func work(for job: OutboxRecord) -> @Sendable () -> Void {
        let handler = handlers[job.kind]
        return { [context, ended, wake] in
            let end = handler?.run(job, context) ?? .again(words: "Nothing here does such jobs.")
            ended.add(EndedJob(job: job, end: end))
            wake()
        }
    }

    private mutating func reportDepth() {
        let now = DispatchTime.now()
        let nanoseconds = now.uptimeNanoseconds - min(now.uptimeNanoseconds, depthReportedAt.uptimeNanoseconds)
        guard Double(nanoseconds) >= Self.depthEverySeconds * 1e9 else { return }
        depthReportedAt = now
        let depths = try? context.store.read { look throws(DomainError) in
            try look.rows.outboxDepths().map { LaneDepth($0, now: look.now) }
        }
        if let depths, !depths.isEmpty { context.report(.depth(depths)) }
    }
}

extension OutboxRecord {
    /// Nothing of a deleted account may be written after its mails were removed. A mail that begins later finds its account
    /// deleted, so only those that run already have to be waited for.
    fileprivate func hasToWait(for other: OutboxRecord) -> Bool {
        guard kind == .removeMails, other.kind == .mail else { return false }
        if let onlyMail { return other.subject == onlyMail.uuid }
        return other.accountID == accountID
    }
}
