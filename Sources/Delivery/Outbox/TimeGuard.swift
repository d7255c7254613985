package import Domain
import Synchronization

/// Compares the clock with what the machine has run. Time that jumps by more than an hour is not trusted: what can't be
/// taken back, or what a date decides, then waits until the clock is right again or the server was started anew, which
/// says that the new time is meant. Smaller steps are the time service's.
package final class TimeGuard: Sendable {
    package static let tolerance = TimeSpan.hours(1)
    /// While it lasts, it is said again so often.
    private static let saidAgainAfter = TimeSpan.hours(1)

    private struct State {
        /// The clock's reading when the machine's was zero.
        var origin: Instant
        var isTrusted = true
        var saidAt: TimeSpan
    }

    private let clock: any Clock
    private let report: @Sendable (DeliveryEvent) -> Void
    private let state: Mutex<State>

    package init(clock: any Clock, report: @escaping @Sendable (DeliveryEvent) -> Void) {
        self.clock = clock
        self.report = report
        let uptime = clock.uptime()
        state = Mutex(State(origin: Self.origin(clock, uptime), saidAt: uptime))
    }

    /// Asked now and then it finds a jump; asked before each irreversible deed it holds it up.
    package func isTrusted() -> Bool {
        let (isTrusted, event) = state.withLock { state in
            let uptime = clock.uptime()
            let origin = Self.origin(clock, uptime)
            let jump = origin - state.origin
            guard jump.microseconds.magnitude > Self.tolerance.microseconds.magnitude else {
                let event: DeliveryEvent? = state.isTrusted ? nil : .timeTrusted
                state = State(origin: origin, saidAt: uptime)
                return (true, event)
            }
            guard state.isTrusted || uptime.microseconds - state.saidAt.microseconds >= Self.saidAgainAfter.microseconds
            else { return (false, nil) }
            state.isTrusted = false
            state.saidAt = uptime
            return (false, .timeJumped(by: jump))
        }
        if let event { report(event) }
        return isTrusted
    }

    private static func origin(_ clock: any Clock, _ uptime: TimeSpan) -> Instant {
        clock.now() - uptime
    }
}
