/// Tells a standing queue from a burst, after CoDel (RFC 8289): work is overdue when the oldest of it has waited longer than the target
/// for a whole interval, during which the queue was never emptied. While it stands, only as much may wait as is served in the
/// target time, and what has waited twice that long, past somebody else's turn, is turned away: its caller has better
/// things to do than to wait for the end of such a queue. One that refuses nothing and stays short for an interval stands no
/// longer.
struct StandingQueue {
    private let rules: QueueRules
    private(set) var isStanding = false
    /// Since when the oldest has been overdue; while it stands, since when it has been short and refused nothing.
    private var turningSince: Int64?
    private var lastTake: Int64 = .min
    // Service rate, measured over windows of an interval.
    private var windowStart: Int64 = .min
    private var servedInWindow = 0
    /// How many may wait while the queue stands.
    private var roomWhileStanding: Int

    init(_ rules: QueueRules) {
        self.rules = rules
        roomWhileStanding = rules.share
    }

    /// How many may wait.
    var room: Int { isStanding ? roomWhileStanding : rules.limit }

    /// Whether work that came at that moment is turned away now, instead of being done.
    func isOverdue(since: Int64, now: Int64) -> Bool {
        isStanding && since <= lastTake && (now - since) / 2 > rules.target
    }

    /// Told of each take: how many were served, whether any were turned away since the last one, how long the oldest had waited,
    /// and how many are left.
    mutating func noteTake(served: Int, refused: Bool, oldestWaited: Int64, left: Int, now: Int64) {
        lastTake = now
        measure(served, now)
        let isTurning =
            isStanding
            ? !refused && (left == 0 || oldestWaited <= rules.target) : left > 0 && oldestWaited > rules.target
        guard isTurning else {
            turningSince = nil
            return
        }
        let since = turningSince ?? now
        turningSince = since
        guard now - since >= rules.interval else { return }
        isStanding.toggle()
        turningSince = nil
    }

    private mutating func measure(_ served: Int, _ now: Int64) {
        if windowStart == .min { windowStart = now }
        let time = now - windowStart
        if time >= rules.interval, time > 0 {
            let inTarget = Double(servedInWindow) * Double(rules.target) / Double(time)
            roomWhileStanding = max(rules.share, Int(min(inTarget, Double(rules.limit))))
            windowStart = now
            servedInWindow = 0
        }
        servedInWindow += served
    }
}
