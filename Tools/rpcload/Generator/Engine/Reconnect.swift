/// When another connection is tried in the place of one that was lost: soon, then ever later, and not all at once.
struct Reconnect {
    private enum State {
        case open(sinceNs: UInt64)
        case waiting(untilNs: UInt64)
        case connecting(untilNs: UInt64)
    }

    private var state: State
    private var tries = 0
    private var random: SplitMix64

    private static let firstDelayNs: UInt64 = 100_000_000
    private static let longestDelayNs: UInt64 = 2_000_000_000
    private static let patienceNs: UInt64 = 5_000_000_000
    /// A connection that lasted so long shows that the server is well.
    private static let wellNs: UInt64 = 1_000_000_000

    init(seed: UInt64, openedNs: UInt64) {
        state = .open(sinceNs: openedNs)
        random = SplitMix64(state: seed)
    }

    var isConnecting: Bool { if case .connecting = state { true } else { false } }

    func isDue(at now: UInt64) -> Bool {
        if case .waiting(let untilNs) = state { now >= untilNs } else { false }
    }

    func isTooLate(at now: UInt64) -> Bool {
        if case .connecting(let untilNs) = state { now >= untilNs } else { false }
    }

    mutating func begin(at now: UInt64) { state = .connecting(untilNs: now &+ Self.patienceNs) }

    mutating func succeed(at now: UInt64) { state = .open(sinceNs: now) }

    /// Lost, or not made.
    mutating func fail(at now: UInt64) {
        if case .open(let sinceNs) = state, now > sinceNs &+ Self.wellNs { tries = 0 }
        let longest = min(Self.firstDelayNs << UInt64(min(tries, 8)), Self.longestDelayNs)
        tries += 1
        state = .waiting(untilNs: now &+ UInt64.random(in: longest / 2...longest, using: &random))
    }
}
