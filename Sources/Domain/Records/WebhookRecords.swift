/// Where a customer wants to be told of events.
package struct WebhookEndpointRecord: Sendable, Equatable {
    package var id: WebhookEndpointID
    package var accountID: AccountID
    /// Sealed `WebhookEndpointContent`: the URL and the secrets. Empty once revoked.
    package var content: [UInt8]
    /// Empty: all.
    package var eventTypes: [String]
    package var createdAt: Instant
    /// Set when it answered 410: nothing goes there any more.
    package var disabledAt: Instant?
    package var revokedAt: Instant?

    package init(
        id: WebhookEndpointID, accountID: AccountID, content: [UInt8], eventTypes: [String], createdAt: Instant,
        disabledAt: Instant? = nil, revokedAt: Instant? = nil
    ) {
        self.id = id
        self.accountID = accountID
        self.content = content
        self.eventTypes = eventTypes
        self.createdAt = createdAt
        self.disabledAt = disabledAt
        self.revokedAt = revokedAt
    }
}

package enum WebhookDeliveryState: Int64, Sendable {
    case pending = 1
    case succeeded = 2
    case failed = 3
    /// The endpoint was deleted or disabled, or the account deleted, before it went out.
    case cancelled = 4
}

/// One event on its way to one endpoint; kept as the audit log.
package struct WebhookDeliveryRecord: Sendable, Equatable {
    package var id: WebhookDeliveryID
    package var accountID: AccountID
    package var endpointID: WebhookEndpointID
    package var eventType: String
    /// Sealed `WebhookDeliveryContent`.
    package var content: [UInt8]
    package var createdAt: Instant
    package var state: WebhookDeliveryState
    /// How often it was tried; `attempts` may hold fewer.
    package var attemptCount: Int64
    /// The last ones, newest first. Nothing personal.
    package var attempts: [WebhookAttempt]
    /// Nil unless it is pending.
    package var nextAttemptAt: Instant?
    /// Stable words; empty when it succeeded or was not tried yet.
    package var failure: String

    package init(
        id: WebhookDeliveryID, accountID: AccountID, endpointID: WebhookEndpointID, eventType: String,
        content: [UInt8], createdAt: Instant, state: WebhookDeliveryState = .pending, attemptCount: Int64 = 0,
        attempts: [WebhookAttempt] = [], nextAttemptAt: Instant?, failure: String = ""
    ) {
        self.id = id
        self.accountID = accountID
        self.endpointID = endpointID
        self.eventType = eventType
        self.content = content
        self.createdAt = createdAt
        self.state = state
        self.attemptCount = attemptCount
        self.attempts = attempts
        self.nextAttemptAt = nextAttemptAt
        self.failure = failure
    }
}

/// One try of a delivery.
package struct WebhookAttempt: Sendable, Equatable {
    package let at: Instant
    /// The HTTP status; 0 when there was no answer.
    package let status: Int64
    package let duration: TimeSpan
    /// Stable words; empty when it succeeded.
    package let failure: String

    package init(at: Instant, status: Int64, duration: TimeSpan, failure: String) {
        self.at = at
        self.status = status
        self.duration = duration
        self.failure = failure
    }

    /// So many of a delivery are kept.
    package static let mostKept = 32

    package static func encode(_ attempts: [WebhookAttempt]) -> [UInt8] {
        var writer = ByteWriter(version: 1)
        writer.write(Int64(attempts.count))
        for attempt in attempts {
            writer.write(attempt.at.microseconds)
            writer.write(attempt.status)
            writer.write(attempt.duration.microseconds)
            writer.write(attempt.failure)
        }
        return writer.bytes
    }

    package static func decode(_ bytes: [UInt8]) throws(DomainError) -> [WebhookAttempt] {
        var reader = try ByteReader(bytes, version: 1, what: "webhook attempts")
        let count = try reader.readInt64()
        guard (0...Int64(mostKept)).contains(count) else { throw .corrupted("webhook attempts") }
        var attempts: [WebhookAttempt] = []
        for _ in 0..<count {
            attempts.append(
                WebhookAttempt(
                    at: Instant(microseconds: try reader.readInt64()), status: try reader.readInt64(),
                    duration: TimeSpan(microseconds: try reader.readInt64()), failure: try reader.readText()))
        }
        return attempts
    }
}
