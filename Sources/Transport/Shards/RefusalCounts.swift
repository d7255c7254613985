/// Refused connections by reason, told once a second at most for each: a flood of them is no flood of events.
struct RefusalCounts {
    private struct Entry {
        var count = 0
        var lastReport = Int64.min
    }

    private var entries = [Entry](repeating: Entry(), count: RefusedConnection.allCases.count)
    private static let everyNanoseconds: Int64 = 1_000_000_000

    mutating func note(_ why: RefusedConnection, now: Int64, _ report: (ServerEvent) -> Void) {
        entries[why.rawValue].count += 1
        tell(why, now, report)
    }

    /// What was held back; called now and then.
    mutating func tellRest(now: Int64, _ report: (ServerEvent) -> Void) {
        for why in RefusedConnection.allCases { tell(why, now, report) }
    }

    private mutating func tell(_ why: RefusedConnection, _ now: Int64, _ report: (ServerEvent) -> Void) {
        let entry = entries[why.rawValue]
        guard entry.count > 0 else { return }
        guard entry.lastReport == .min || now - entry.lastReport >= Self.everyNanoseconds else { return }
        entries[why.rawValue] = Entry(count: 0, lastReport: now)
        report(.refused(why, count: entry.count))
    }
}
