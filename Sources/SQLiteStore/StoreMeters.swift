import Domain
package import Load

/// What the store measures of itself.
package struct StoreMeters: Sendable {
    package let writes = StoreMeters.queue("write")
    package let reads = StoreMeters.queue("read")
    /// From the end of a batch's work until it is durable.
    package let commitTimes = Histogram.times()
    /// Changes in one commit.
    package let commitSizes = Histogram.sizes()

    package init() {}

    static func queue(_ name: String) -> QueueMeter { QueueMeter(name, classes: Priority.names) }
}

extension SQLiteStoreOptions {
    var writeRules: QueueRules { rules(limit: queueLimit, share: max(1, batchLimit)) }

    var readRules: QueueRules { rules(limit: readQueueLimit, share: 16 * max(1, readers)) }

    private func rules(limit: Int, share: Int) -> QueueRules {
        QueueRules(
            limit: limit, target: Int64(queueTargetMs) * 1_000_000, interval: Int64(queueIntervalMs) * 1_000_000,
            share: share)
    }
}
