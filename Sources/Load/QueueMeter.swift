/// What a queue of work did, by class: how many wait, how long those that were served had waited, and what was turned away.
package final class QueueMeter: Sendable {
    package enum Refusal: Int, CaseIterable, Sendable {
        /// The limit was reached.
        case full
        /// The queue stands, and had no room for one more.
        case standing
        /// It waited too long in a queue that stands.
        case overdue
    }

    package let name: String
    /// The classes' names, the first one first.
    package let classes: [String]
    private let waiting: Cells
    /// How many may wait, as the queue last said.
    private let rooms: Cells
    private let refusals: Cells
    private let times: [Histogram]

    package init(_ name: String, classes: [String]) {
        self.name = name
        self.classes = classes
        waiting = Cells(count: classes.count)
        rooms = Cells(count: classes.count, startingAt: .max)
        refusals = Cells(count: classes.count * Refusal.allCases.count)
        times = classes.map { _ in .times() }
    }

    /// Whether the queue would turn one more away. Asked before any work is put into a call, without the queue's lock; yes counts as
    /// having turned it away.
    package func refuses(_ line: Int) -> Bool {
        guard line > 0, waiting[line] >= rooms[line] else { return false }
        turnedAway(.standing, line)
        return true
    }

    func setRoom(_ room: Int64, _ line: Int) { rooms.set(room, at: line) }

    /// Turned away by a standing queue, ever.
    func refused(_ line: Int) -> Int64 {
        refusals[line * Refusal.allCases.count + Refusal.standing.rawValue]
    }

    func waits(_ change: Int, _ line: Int) { waiting.add(Int64(change), at: line) }

    func waited(_ nanoseconds: Int64, _ line: Int) {
        if times.indices.contains(line) { times[line].observe(nanoseconds) }
    }

    func turnedAway(_ why: Refusal, _ line: Int) {
        refusals.add(at: line * Refusal.allCases.count + why.rawValue)
    }

    package var readings: [QueueReading] {
        classes.indices.map { line in
            let refused = Refusal.allCases.map { refusals[line * Refusal.allCases.count + $0.rawValue] }
            return QueueReading(
                queue: name, line: classes[line], waiting: waiting[line], refused: refused, times: times[line].reading)
        }
    }
}

/// One class of one queue, at one moment.
package struct QueueReading: Sendable {
    package let queue: String
    package let line: String
    package let waiting: Int64
    /// In the order of `QueueMeter.Refusal.allCases`.
    package let refused: [Int64]
    package let times: HistogramReading

    package init(queue: String, line: String, waiting: Int64, refused: [Int64], times: HistogramReading) {
        self.queue = queue
        self.line = line
        self.waiting = waiting
        self.refused = refused
        self.times = times
    }

    package var shed: Int64 { refused.reduce(0, &+) }
}
