package import Domain

/// Turns two-factor off once a reset's day is over. A clock that jumped shortens nobody's day: then it waits.
package struct TwoFactorResetJobs: OutboxJobHandler {
    package init() {}

    package let kinds: Set<OutboxKind> = [.resetTwoFactor]

    package func run(_ job: OutboxRecord, _ context: JobContext) -> JobEnd {
        guard context.isTimeTrusted else { return .again(words: "The clock jumped.", wait: .minutes(1)) }
        return .done(nil) { work throws(DomainError) in try FinishTwoFactorReset(job: job).run(work) }
    }
}
