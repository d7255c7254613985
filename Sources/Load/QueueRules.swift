/// When a queue turns work away.
package struct QueueRules: Sendable {
    /// Of the first class, and of all others together, no more than this ever wait.
    package var limit: Int
    /// So long, in nanoseconds, work may wait while there is more of it than time.
    package var target: Int64
    /// Waiting longer than that is forgiven for so long: a burst is no overload.
    package var interval: Int64
    /// What is taken at once: that many of a class may always wait.
    package var share: Int

    package init(limit: Int, target: Int64, interval: Int64, share: Int) {
        self.limit = limit
        self.target = target
        self.interval = interval
        self.share = share
    }

    /// Nothing is turned away but by the limit.
    package static func bounded(_ limit: Int) -> QueueRules {
        QueueRules(limit: limit, target: .max, interval: .max, share: limit)
    }
}
