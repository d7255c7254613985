import Domain

/// How long a job that failed waits: twice as long each time, up to a limit of its kind.
enum RetryDelay {
    static func after(attempts: Int64, _ kind: OutboxKind) -> TimeSpan {
        let seconds = Int64(1) << min(max(attempts, 0), 12)
        return min(.seconds(seconds), limit(kind))
    }

    private static func limit(_ kind: OutboxKind) -> TimeSpan {
        switch kind {
        // A deleted person's data has to become unreadable within seconds.
        case .destroyDataKey: .seconds(5)
        case .removeMails: .minutes(1)
        // Magic links live for minutes.
        case .mail: .minutes(5)
        case .purge: .hours(1)
        }
    }

    /// A mail that nobody takes for so long is given up (RFC 5321, 4.5.4.1).
    static let mailGivenUpAfter = TimeSpan.days(5)
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
