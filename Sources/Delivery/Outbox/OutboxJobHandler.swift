package import Domain

/// Does the jobs of some kinds. Called by several threads at once.
package protocol OutboxJobHandler: Sendable {
    var kinds: Set<OutboxKind> { get }
    /// One try, outside any transaction. May block for as long as its lane's other threads can do without this one, and
    /// returns soon once the worker is stopping. Commits nothing itself: the worker commits what it answers.
    func run(_ job: OutboxRecord, _ context: JobContext) -> JobEnd
}

/// What became of one try. Words are stable and hold nothing personal: they are logged and kept.
package enum JobEnd: Sendable {
    package typealias Commit = @Sendable (Work) throws(DomainError) -> Void

    /// `commit` has to finish the job; the event is reported once that is durable.
    case done(DeliveryEvent?, commit: Commit)
    /// Another try may do: after `wait`, or the kind's own delay. `commit` keeps what else there is to keep of this try.
    case again(words: String, wait: TimeSpan? = nil, commit: Commit? = nil)
    /// No later try will do: the job stays as a dead letter. `commit` keeps what else there is to keep.
    case dead(words: String, DeliveryEvent?, commit: Commit? = nil)
    /// The worker is stopping; this counts as no try.
    case stopped
}

/// What a handler works with.
package struct JobContext: Sendable {
    package let store: BlockingStore
    /// For what can't wait for the end of the try, alarms.
    package let report: @Sendable (DeliveryEvent) -> Void
    private let stopping: @Sendable () -> Bool
    private let trusted: @Sendable () -> Bool

    package init(
        store: BlockingStore, report: @escaping @Sendable (DeliveryEvent) -> Void,
        isStopping: @escaping @Sendable () -> Bool, isTimeTrusted: @escaping @Sendable () -> Bool = { true }
    ) {
        self.store = store
        self.report = report
        stopping = isStopping
        trusted = isTimeTrusted
    }

    package var isStopping: Bool { stopping() }
    /// False after the clock jumped: what can't be taken back, or what a date decides, waits (`TimeGuard`).
    package var isTimeTrusted: Bool { trusted() }
    package var now: Instant { store.environment.clock.now() }
}

/// How much of a lane is done at once.
struct LaneLimits {
    let threads: Int
    /// Jobs of one destination that run at once.
    let perDestination: Int
    /// Jobs of one destination that are leased at once; more than run, where a lane has only one.
    let leasedPerDestination: Int
    /// Jobs of all destinations that are leased at once.
    var leased = 64

    static func of(_ lane: OutboxLane) -> LaneLimits {
        switch lane {
        // One after another, in the order they were promised.
        case .deletion: LaneLimits(threads: 1, perDestination: 1, leasedPerDestination: 64)
        case .securityMail: LaneLimits(threads: 2, perDestination: 2, leasedPerDestination: 64)
        case .scheduled: LaneLimits(threads: 1, perDestination: 1, leasedPerDestination: 64)
        case .mail: LaneLimits(threads: 4, perDestination: 4, leasedPerDestination: 64)
        // A destination is an account: one walk over its prefix is enough.
        case .purge: LaneLimits(threads: 4, perDestination: 1, leasedPerDestination: 64)
        // Most that wait here wait for somebody who doesn't answer: a customer's sixteen endpoints must not be enough to
        // fill it.
        case .webhook: LaneLimits(threads: 64, perDestination: 2, leasedPerDestination: 2, leased: 128)
        }
    }
}
