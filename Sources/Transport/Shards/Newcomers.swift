/// Connections that have yet to show what they are, the oldest first. All have the same time for it, so their order is that of
/// their ends. One that has shown it, or is gone, stays until its time.
struct Newcomers {
    private struct Entry {
        let deadline: Int64
        let connection: ConnectionID
    }

    private var entries: [Entry] = []
    /// Entries at the front that were taken.
    private var taken = 0

    var earliest: Int64? { taken < entries.count ? entries[taken].deadline : nil }

    mutating func insert(_ connection: ConnectionID, deadline: Int64) {
        entries.append(Entry(deadline: deadline, connection: connection))
    }

    /// The oldest, if its time is over.
    mutating func popPast(_ now: Int64) -> ConnectionID? {
        guard taken < entries.count, entries[taken].deadline <= now else { return nil }
        defer {
            taken += 1
            if taken == entries.count {
                entries = []
                taken = 0
            } else if taken > 1_024, taken * 2 > entries.count {
                entries = Array(entries[taken...])
                taken = 0
            }
        }
        return entries[taken].connection
    }
}
