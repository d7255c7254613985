package import Domain

/// How long a job that failed waits: at random up to a bound that doubles each time, to a limit of its lane ("full jitter"),
/// so that what failed together doesn't come back together.
package enum RetryDelay {
    package static func after(_ job: OutboxRecord, _ random: any Random) -> TimeSpan {
        jittered(bound(attempts: job.attempts, job.lane), random)
    }

    /// The longest wait after so many attempts before this one.
    static func bound(attempts: Int64, _ lane: OutboxLane) -> TimeSpan {
        let seconds = Int64(1) << min(max(attempts, 0), 12)
        return min(.seconds(seconds), limit(lane))
    }

    /// Anything from nothing to all of it, each as likely.
    package static func jittered(_ bound: TimeSpan, _ random: any Random) -> TimeSpan {
        let number = random.bytes(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let range = UInt64(max(0, bound.microseconds)) + 1
        return TimeSpan(microseconds: Int64(number.multipliedFullWidth(by: range).high))
    }

    private static func limit(_ lane: OutboxLane) -> TimeSpan {
        switch lane {
        // A deleted person's data has to become unreadable within seconds.
        case .deletion: .seconds(5)
        // Magic links live for minutes.
        case .securityMail, .scheduled: .minutes(1)
        case .mail: .minutes(10)
        case .purge, .webhook: .hours(1)
        }
    }

    /// No job of the lane is ever given a date further ahead: one that lies there was written by a clock that was wrong.
    static func longestWait(_ lane: OutboxLane) -> TimeSpan {
        switch lane {
        case .deletion, .securityMail: .minutes(1)
        case .mail: .minutes(10)
        // The second look at a deleted account's prefix, webhooks' last tries and a reset's notice take a day.
        case .purge, .webhook, .scheduled: .hours(27)
        }
    }

    /// A mail that nobody takes for so long is given up (RFC 5321, 4.5.4.1).
    package static let mailGivenUpAfter = TimeSpan.days(5)
}
