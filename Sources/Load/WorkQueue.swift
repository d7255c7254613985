/// Work that waits, in classes: all of a class goes before the next one, in the order it came. The first class is turned away by the
/// limit only, the others also while their queue stands. A value without a lock or a clock: its owner brings both.
package struct WorkQueue<Item> {
    private struct Entry {
        let item: Item
        let since: Int64
    }

    private struct Line {
        var entries: [Entry] = []
        /// Entries before this one are gone already.
        var head = 0
        var standing: StandingQueue
        /// What it had turned away until the last take.
        var refused: Int64 = 0

        var count: Int { entries.count - head }
        var oldest: Int64? { head < entries.count ? entries[head].since : nil }

        mutating func pop(_ number: Int) -> ArraySlice<Entry> {
            let taken = entries[head..<head + number]
            head += number
            if head == entries.count {
                entries = []
                head = 0
            } else if head * 2 > entries.count {
                // Before the array has grown to twice what waits.
                entries.removeFirst(head)
                head = 0
            }
            return taken
        }
    }

    package struct Taken {
        package var items: [Item] = []
        /// Nobody does these any more: each is to be told so.
        package var turnedAway: [Item] = []
    }

    private let rules: QueueRules
    private let meter: QueueMeter
    private var lines: [Line]
    package private(set) var count = 0

    package init(classes: Int, _ rules: QueueRules, meter: QueueMeter) {
        self.rules = rules
        self.meter = meter
        lines = (0..<max(1, classes)).map { _ in Line(standing: StandingQueue(rules)) }
    }

    /// Of one class.
    package func waiting(_ line: Int) -> Int { lines.indices.contains(line) ? lines[line].count : 0 }

    /// False: turned away.
    package mutating func put(_ item: Item, in line: Int, at now: Int64) -> Bool {
        guard lines.indices.contains(line) else { return false }
        let others = count - lines[0].count
        guard line == 0 ? lines[0].count < rules.limit : others < rules.limit else {
            meter.turnedAway(.full, line)
            return false
        }
        guard !meter.refuses(line) else { return false }
        lines[line].entries.append(Entry(item: item, since: now))
        count += 1
        meter.waits(1, line)
        return true
    }

    /// Up to so many, the first class first.
    package mutating func take(atMost limit: Int, at now: Int64) -> Taken {
        var taken = Taken()
        for line in lines.indices { take(line, limit, now, &taken) }
        return taken
    }

    private mutating func take(_ line: Int, _ limit: Int, _ now: Int64, _ taken: inout Taken) {
        let oldest = lines[line].oldest
        let turnedAway = line > 0 ? turnAway(line, now, &taken) : 0
        let number = max(0, min(lines[line].count, limit - taken.items.count))
        for entry in lines[line].pop(number) {
            meter.waited(now - entry.since, line)
            taken.items.append(entry.item)
        }
        count -= number
        meter.waits(-number, line)
        let refused = meter.refused(line)
        lines[line].standing.noteTake(
            served: number, refused: turnedAway > 0 || refused > lines[line].refused,
            oldestWaited: oldest.map { now - $0 } ?? 0, left: lines[line].count, now: now)
        lines[line].refused = refused
        meter.setRoom(Int64(lines[line].standing.room), line)
    }

    private mutating func turnAway(_ line: Int, _ now: Int64, _ taken: inout Taken) -> Int {
        let before = taken.turnedAway.count
        while let since = lines[line].oldest, lines[line].standing.isOverdue(since: since, now: now) {
            taken.turnedAway += lines[line].pop(1).map(\.item)
            count -= 1
            meter.waits(-1, line)
            meter.turnedAway(.overdue, line)
        }
        return taken.turnedAway.count - before
    }
}
