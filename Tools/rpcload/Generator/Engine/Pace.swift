/// Where a run stands in its pacing.
struct Pace {
    let isClosed: Bool
    private let callsWanted: Int
    private let closedSeconds: Double
    private var arrivals: Arrivals?
    private let warmUpNs: UInt64
    private let plannedSeconds: Double
    private var beganNs: UInt64 = 0
    private var measuredFromNs: UInt64 = 0
    private var measuredBegun = 0
    /// The last that can begin.
    private(set) var endNs: UInt64 = 0
    private(set) var lastBeginNs: UInt64 = 0
    /// The next call was due and no connection had room.
    private(set) var isHeldBack = false
    /// When that was last so: what was due by then was not late by the generator's doing.
    private(set) var lastHeldBackNs: UInt64 = 0
    private var heldBackDueNs: UInt64 = 0

    init(_ options: EngineOptions) {
        warmUpNs = UInt64(options.warmUpSeconds * 1e9)
        switch options.pacing {
        case .closed(let calls, let seconds):
            isClosed = true
            callsWanted = calls
            closedSeconds = seconds
            plannedSeconds = seconds
        case .open(let plan, let spacing, let seed):
            isClosed = false
            callsWanted = .max
            closedSeconds = 0
            plannedSeconds = plan.seconds
            var segments = plan.segments
            // The warm-up is a segment of its own, at the rate that comes next.
            if warmUpNs > 0, let first = segments.first {
                let rate = first.from > 0 ? first.from : first.to / 10
                segments.insert(.init(from: rate, to: rate, seconds: options.warmUpSeconds), at: 0)
            }
            arrivals = Arrivals(ArrivalPlan(segments), spacing: spacing, seed: seed, share: options.share)
        }
    }

    mutating func begin(at now: UInt64, measuredFrom: UInt64) {
        beganNs = now
        measuredFromNs = measuredFrom
        endNs = measuredFrom &+ UInt64(min(plannedSeconds, 1e9) * 1e9)
        lastBeginNs = now
    }

    @inline(__always)
    mutating func began(at now: UInt64, isMeasured: Bool) {
        lastBeginNs = now
        isHeldBack = false
        if isMeasured { measuredBegun += 1 }
    }

    // MARK: Closed

    @inline(__always)
    func mayBegin(at now: UInt64) -> Bool { measuredBegun < callsWanted && now < endNs }

    @inline(__always)
    func phase(at now: UInt64) -> Int32 { now >= measuredFromNs ? 0 : -1 }

    // MARK: Open

    @inline(__always)
    var nextDueNs: UInt64? { arrivals?.nextNs.map { beganNs &+ $0 } ?? nil }

    var nextPhase: Int32 { Int32(truncatingIfNeeded: arrivals?.nextSegment ?? 0) - (warmUpNs > 0 ? 1 : 0) }

    mutating func advance() { arrivals?.advance() }

    /// The next call waits for room. Answers 1 the first time that it is found so.
    mutating func noteHeldBack(at now: UInt64) -> Int {
        isHeldBack = true
        lastHeldBackNs = now
        guard let due = nextDueNs, due != heldBackDueNs else { return 0 }
        heldBackDueNs = due
        return 1
    }

    // MARK: Both

    /// Nothing begins any more.
    mutating func stop(at now: UInt64) {
        endNs = min(endNs, now)
        arrivals = nil
        isHeldBack = false
    }

    /// Nothing is due any more.
    func isDone(at now: UInt64) -> Bool {
        isClosed ? !mayBegin(at: now) : now >= endNs
    }

    /// In an open loop: calls that were due and wait for room.
    var hasUnsent: Bool { !isClosed && nextDueNs != nil }
}
