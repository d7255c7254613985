/// What makes calls begin.
package enum Pacing: Sendable {
    /// An answer: so many are in flight all the time, until so many calls were begun or so many seconds have gone by, the warm-up's
    /// not counted.
    case closed(calls: Int, seconds: Double)
    /// The clock.
    case open(ArrivalPlan, Spacing, seed: UInt64)
}

package struct EngineOptions: Sendable {
    package var pacing: Pacing
    package var connections = 8
    /// On each connection. Calls that are due beyond that wait here, and their response time goes on.
    package var inFlight: Int
    /// Begins with so many seconds at the first rate that are in no figure.
    package var warmUpSeconds = 0.0
    /// How long answers are waited for after the last call was begun.
    package var graceSeconds = 30.0
    /// Of an open loop's calls, those that are this engine's.
    package var share = Share.all

    package init(pacing: Pacing, inFlight: Int) {
        self.pacing = pacing
        self.inFlight = inFlight
    }
}
