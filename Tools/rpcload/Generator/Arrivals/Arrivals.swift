internal import Glibc

/// How far arrivals lie from each other at a given rate.
package enum Spacing: String, Sendable, CaseIterable {
    /// Evenly.
    case uniform
    /// As those of many callers who know nothing of each other: a Poisson process.
    case poisson
}

/// One run through a plan, call by call.
package struct Arrivals {
    private let plan: ArrivalPlan
    private let spacing: Spacing
    private var random: SplitMix64
    private var segment = 0
    /// Nanoseconds since the run's start at which the segment begins.
    private var segmentStart: Double = 0
    /// Calls of the segment that were due so far.
    private var calls = 0.0
    /// When the next call is due, in nanoseconds since the start; nil: none is any more.
    package private(set) var nextNs: UInt64?
    /// The segment that the next call is of.
    package private(set) var nextSegment = 0

    private let stride: Int

    /// Several threads go through one plan, each stopping at its own calls: together they are what one would be.
    package init(_ plan: ArrivalPlan, spacing: Spacing = .uniform, seed: UInt64 = 0, share: Share = .all) {
        self.plan = plan
        self.spacing = spacing
        stride = share.count
        random = SplitMix64(state: seed)
        if spacing == .poisson { calls = random.exponential() }
        settle()
        for _ in 0..<share.index { step() }
    }

    package mutating func advance() { for _ in 0..<stride { step() } }

    private mutating func step() {
        calls += spacing == .uniform ? 1 : random.exponential()
        settle()
    }

    private mutating func settle() {
        while segment < plan.segments.count {
            let current = plan.segments[segment]
            // A call that is due as the segment ends belongs to the next.
            if calls < current.calls - 1e-9 {
                nextNs = UInt64(segmentStart + current.second(ofCall: calls) * 1e9)
                nextSegment = segment
                return
            }
            calls -= current.calls
            if spacing == .uniform { calls = max(0, calls) }
            segmentStart += current.seconds * 1e9
            segment += 1
        }
        nextNs = nil
    }
}

/// Sebastiano Vigna's generator: a seed gives the same numbers again.
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// With mean 1.
    mutating func exponential() -> Double { -log(1 - Double.random(in: 0..<1, using: &self)) }
}
