/// Slows guessing down, per subject and purpose, never by where a call comes from. A try is counted before it is checked,
/// so that parallel ones can't run past, and forgotten when it succeeds. Delays are capped: nobody is locked out for good.
package enum Throttle {
    /// Failures that cost no waiting.
    package static let free: Int64 = 5
    package static let longestDelay = TimeSpan.minutes(15)
    /// So long without a try, and counting starts anew.
    package static let forgottenAfter = TimeSpan.hours(24)
    /// Mails of the kind that strangers can cause, per address.
    package static let mailsPerWindow: Int64 = 5
    package static let mailWindow = TimeSpan.hours(1)

    /// What to wait after so many failures: nothing, then 1, 2, 4 … seconds.
    package static func delay(afterFailures failures: Int64) -> TimeSpan {
        guard failures > free else { return .seconds(0) }
        let doublings = failures - free - 1
        return doublings >= 10 ? longestDelay : min(.seconds(1 << doublings), longestDelay)
    }

    /// The record with this try counted; `throttled` when it comes too early.
    package static func counting(
        _ record: ThrottleRecord?, subject: KeyedHash, purpose: ThrottlePurpose, now: Instant
    ) throws(DomainError) -> ThrottleRecord {
        var failures: Int64 = 0
        if let record, now < record.lastAt + forgottenAfter {
            guard now >= record.notBefore else { throw .throttled(retryAfter: record.notBefore - now) }
            failures = record.failures
        }
        failures = min(failures, 1_000_000) + 1
        return ThrottleRecord(
            subject: subject, purpose: purpose, failures: failures, lastAt: now,
            notBefore: now + delay(afterFailures: failures))
    }

    /// The record with one mail more, or nil when the window has had its share.
    package static func countingMail(_ record: ThrottleRecord?, subject: KeyedHash, now: Instant) -> ThrottleRecord? {
        guard let record, now < record.notBefore else {
            return ThrottleRecord(
                subject: subject, purpose: .mail, failures: 1, lastAt: now, notBefore: now + mailWindow)
        }
        guard record.failures < mailsPerWindow else { return nil }
        var counted = record
        counted.failures += 1
        counted.lastAt = now
        return counted
    }
}

extension Environment {
    /// Whoever holds a session or has proved the password: strangers can't use this one up.
    package func throttleSubject(_ account: AccountID) -> KeyedHash {
        cryptography.keyedHash(.throttleSubject, account.uuid.bytes)
    }

    /// Whoever only knows an address, whether or not it has an account.
    package func throttleSubject(address: KeyedHash) -> KeyedHash {
        cryptography.keyedHash(.throttleSubject, address.bytes)
    }
}

extension Work {
    /// Counts a try that is about to be checked. Throws `throttled`, and counts nothing, when it comes too early.
    package func reserve(_ subject: KeyedHash, _ purpose: ThrottlePurpose) throws(DomainError) {
        let record = try rows.throttle(subject, purpose)
        try rows.put(Throttle.counting(record, subject: subject, purpose: purpose, now: now))
    }

    /// Whether one mail more may go to the subject in this window. Writes as much when it may not.
    package func mayMail(_ subject: KeyedHash) throws(DomainError) -> Bool {
        let record = try rows.throttle(subject, .mail)
        if let counted = Throttle.countingMail(record, subject: subject, now: now) {
            try rows.put(counted)
            return true
        }
        if let record { try rows.put(record) }
        return false
    }
}
