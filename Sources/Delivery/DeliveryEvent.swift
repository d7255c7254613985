package import Domain

/// What an operator should know of the outbox. Ids and stable words only.
package enum DeliveryEvent: Sendable, Equatable {
    case mailSent(EmailID)
    /// Its account was deleted before it went out.
    case mailDiscarded(EmailID)
    case mailFailed(EmailID, words: String)
    case dataKeyDestroyed(AccountID)
    case mailsRemoved(AccountID, count: Int)
    case recordingPurged(RecordingID)
    /// A listing of all that lay under a deleted account's prefix is empty.
    case prefixEmptied(AccountID)
    /// Alarm: half, or four fifths, of the time to the promised date is gone, and the recording (nil: something else under the
    /// account's prefix) is still there.
    case purgeLate(AccountID, RecordingID?, tenthsOfTime: Int, dueAt: Instant, words: String)
    /// Alarm: the bucket refuses, and a person has to do something about it. It is tried again all the same.
    case purgeRefused(AccountID, words: String)
    /// Alarm: the settings of the bucket don't do; said once at the start.
    case bucketUnusable(words: String)
    /// Alarm: the clock and the machine's running time went apart. What can't be taken back waits.
    case timeJumped(by: TimeSpan)
    /// They agree again.
    case timeTrusted
    case webhookDelivered(WebhookDeliveryID)
    /// Its endpoint was deleted or disabled before it went out.
    case webhookDiscarded(WebhookDeliveryID)
    case webhookFailed(WebhookDeliveryID, words: String)
    /// It is tried again after `wait`.
    case jobPostponed(OutboxKind, id: UUIDv7, attempts: Int64, wait: TimeSpan, words: String)
    /// Given up: it is kept as a dead letter.
    case jobDied(OutboxKind, id: UUIDv7, words: String)
    /// What waits, once a minute while something does.
    case depth([LaneDepth])
    /// Jobs that a dead process had in hand are done by this one.
    case leasesTakenOver(count: Int)
    /// The store did not take what the worker wanted of it.
    case store(words: String)
}

/// How much waits in a lane, and since when.
package struct LaneDepth: Sendable, Equatable {
    package let lane: OutboxLane
    package let count: Int64
    package let age: TimeSpan

    init(_ depth: OutboxDepth, now: Instant) {
        lane = depth.lane
        count = depth.count
        age = max(now - depth.oldest, .seconds(0))
    }
}
