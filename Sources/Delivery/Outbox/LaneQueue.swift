import Domain

/// One lane's leased jobs: those that wait for a thread and those that run. Only the dispatcher's thread touches it.
struct LaneQueue {
    let lane: OutboxLane
    let limits: LaneLimits
    let threads: JobThreads
    private(set) var waiting: [OutboxRecord] = []
    private(set) var running: [UUIDv7: OutboxRecord] = [:]
    /// Leased jobs of a destination, waiting and running.
    private var held: [UUIDv7: Int] = [:]
    private var runningOf: [UUIDv7: Int] = [:]
    private var heldIDs: Set<UUIDv7> = []
    /// The destination that was leased for last: the others come first.
    var cursor: UUIDv7?

    init(_ lane: OutboxLane) {
        self.lane = lane
        limits = LaneLimits.of(lane)
        threads = JobThreads(limit: limits.threads)
    }

    /// What to lease now; nil while there is enough.
    var demand: LeaseDemand? {
        let free = limits.leased - heldIDs.count
        guard free >= limits.leased / 2 else { return nil }
        return LeaseDemand(
            lane: lane, free: free, perDestination: limits.leasedPerDestination, held: held, cursor: cursor)
    }

    /// A job whose lease ended while it still runs was leased again just now: that prolongs it.
    mutating func add(_ jobs: [OutboxRecord]) {
        for job in jobs where heldIDs.insert(job.id).inserted {
            waiting.append(job)
            held[job.destination, default: 0] += 1
        }
    }

    /// The next one that may begin, taken as running.
    mutating func begin(unless isBlocked: (OutboxRecord) -> Bool) -> OutboxRecord? {
        guard running.count < limits.threads else { return nil }
        let next = waiting.firstIndex { job in
            runningOf[job.destination, default: 0] < limits.perDestination && !isBlocked(job)
        }
        guard let next else { return nil }
        let job = waiting.remove(at: next)
        running[job.id] = job
        runningOf[job.destination, default: 0] += 1
        return job
    }

    /// It runs no more; it is held until its end is committed.
    mutating func end(_ job: OutboxRecord) {
        guard running.removeValue(forKey: job.id) != nil else { return }
        Self.lessen(&runningOf, job.destination)
    }

    mutating func release(_ job: OutboxRecord) {
        guard heldIDs.remove(job.id) != nil else { return }
        Self.lessen(&held, job.destination)
    }

    private static func lessen(_ counts: inout [UUIDv7: Int], _ destination: UUIDv7) {
        let count = counts[destination, default: 0] - 1
        counts[destination] = count > 0 ? count : nil
    }
}

/// What a lane can take.
struct LeaseDemand: Sendable {
    let lane: OutboxLane
    let free: Int
    let perDestination: Int
    let held: [UUIDv7: Int]
    let cursor: UUIDv7?

    /// Destinations looked at in one transaction.
    private static let mostVisited = 64

    struct Lease: Sendable {
        let lane: OutboxLane
        var jobs: [OutboxRecord] = []
        var cursor: UUIDv7?
        /// There are destinations that were not looked at.
        var isPartial = false
    }

    /// Goes round the destinations, from where it stopped last time: one that has much to do doesn't starve the others.
    func lease(_ rows: any Transaction, now: Instant, until: Instant) throws(DomainError) -> Lease {
        var lease = Lease(lane: lane, cursor: cursor)
        var isSecondHalf = cursor == nil
        for _ in 0..<Self.mostVisited {
            guard let next = try rows.outboxDestination(lane, after: lease.cursor, now: now) else {
                lease.cursor = nil
                guard !isSecondHalf else { return lease }
                isSecondHalf = true
                continue
            }
            if isSecondHalf, let cursor, next > cursor { return lease }
            lease.cursor = next
            let room = min(perDestination - held[next, default: 0], free - lease.jobs.count)
            if room > 0 {
                lease.jobs += try rows.leaseJobs(lane, to: next, limit: room, now: now, until: until)
            }
            if lease.jobs.count >= free { return lease }
        }
        lease.isPartial = true
        return lease
    }
}
