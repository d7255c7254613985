/// What webhooks may look like, and how they are signed and retried (Standard Webhooks 1.0.0).
package enum WebhookRules {
    /// Endpoints of an account, disabled ones included.
    package static let maximumEndpoints = 16
    package static let maximumEventTypes = 64
    package static let maximumEventTypeBytes = 128
    package static let maximumDescriptionCodePoints = 200
    /// The body around it stays below 20 KiB.
    package static let maximumPayloadBytes = 19_999
    /// The one in force and those that were rotated away within the overlap.
    package static let maximumSecrets = 5

    /// `^[a-z][a-z0-9_.]{0,127}$`
    package static func isEventType(_ type: String) -> Bool {
        let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard let first = type.utf8.first, letters.contains(first), type.utf8.count <= maximumEventTypeBytes else {
            return false
        }
        return type.utf8.allSatisfy {
            letters.contains($0) || digits.contains($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".")
        }
    }

    static func eventTypeProblem(_ type: String, field: String) -> FieldProblem? {
        guard !isEventType(type) else { return nil }
        return FieldProblem(
            field: field, description: "Start with a lower-case letter, then up to 127 of a-z, 0-9, '_' and '.'.",
            reason: "EVENT_TYPE_INVALID")
    }

    /// The envelope around an event's data. `payload` is JSON already; type and time need no escaping.
    static func body(type: String, at instant: Instant, payload: String) -> String {
        "{\"type\":\"\(type)\",\"timestamp\":\"\(instant.rfc3339)\",\"data\":\(payload)}"
    }
}

/// A secret that signs what goes to an endpoint.
package enum WebhookSecret {
    static func make(_ random: any Random) -> [UInt8] { random.bytes(32) }

    package static func text(_ bytes: [UInt8]) -> String { "whsec_" + TextEncoding.base64(bytes) }
}

/// The signature header: symmetric, `v1`.
package enum WebhookSignature {
    /// One signature a secret, parted by spaces: the receiver takes any of them.
    package static func header(
        id: String, timestamp: Int64, body: [UInt8], secrets: [[UInt8]], _ cryptography: any Cryptography
    ) -> String {
        let message = Array("\(id).\(timestamp).".utf8) + body
        return secrets.map { secret in
            "v1," + TextEncoding.base64(cryptography.hmacSHA256(key: secret, message: message))
        }.joined(separator: " ")
    }
}

/// When a delivery that failed is tried again.
package enum WebhookSchedule {
    /// After the first try, the second and so on; ten tries in all, over three days.
    package static let waits: [TimeSpan] = [
        .seconds(5), .minutes(5), .minutes(30), .hours(2), .hours(5), .hours(10), .hours(14), .hours(20), .hours(24),
    ]
    /// An endpoint can't put a delivery off for longer than this.
    package static let longestRetryAfter = TimeSpan.hours(24)

    /// `failed`: tries so far, this one included. Up to a tenth later than its time, so that what failed together doesn't
    /// come back together. Nil when it is given up.
    package static func wait(failed: Int64, retryAfter: TimeSpan?, _ random: any Random) -> TimeSpan? {
        guard failed >= 1, failed <= Int64(waits.count) else { return nil }
        let asked = min(retryAfter ?? .seconds(0), longestRetryAfter)
        let wait = max(waits[Int(failed) - 1], asked).microseconds
        let share = random.bytes(2).reduce(Int64(0)) { $0 << 8 | Int64($1) }
        return TimeSpan(microseconds: wait + wait / 10 / 65_536 * share)
    }
}
