/// Refused connections by reason, told once a second at most for each: a flood of them is no flood of events.
struct RefusalCounts {
    private struct Entry {
        var count = 0
        var lastReport = Int64.min
    }

    private var entries: [RefusedConnection: Entry] = [:]
    private static let everyNanoseconds: Int64 = 1_000_000_000

    mutating func note(_ why: RefusedConnection, now: Int64, _ report: (ServerEvent) -> Void) {
        entries[why, default: Entry()].count += 1
        tell(why, now, report)
    }

    /// What was held back; called now and then.
    mutating func tellRest(now: Int64, _ report: (ServerEvent) -> Void) {
        for why in entries.keys { tell(why, now, report) }
    }

    private mutating func tell(_ why: RefusedConnection, _ now: Int64, _ report: (ServerEvent) -> Void) {
        guard let entry = entries[why], entry.count > 0 else { return }
        guard entry.lastReport == .min || now - entry.lastReport >= Self.everyNanoseconds else { return }
        entries[why] = Entry(count: 0, lastReport: now)
        report(.refused(why, count: entry.count))
    }
}
