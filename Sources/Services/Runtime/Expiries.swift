import Dispatch
import Domain
import Synchronization

/// What is to be done at a certain time, as when a stream's right runs out. One timer for all, armed for the first of them.
final class Expiries: Sendable {
    private struct State {
        var next = 0
        /// By the second since 1970 at which their time is over.
        var due: [Int64: [Int: @Sendable () -> Void]] = [:]
        var seconds: [Int: Int64] = [:]
        var armedFor = Int64.max
        let timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "accountd.expiries"))
    }

    private let clock: any Clock
    private let state = Mutex(State())

    /// The timer runs on without the clock: it is looked at so often where the clock may be set.
    private static let longestWait = TimeSpan.minutes(1)

    init(clock: any Clock) {
        self.clock = clock
        state.withLock { state in
            state.timer.setEventHandler { [weak self] in self?.pass() }
            state.timer.activate()
        }
    }

    deinit { state.withLock { $0.timer.cancel() } }

    /// What still waits for its time.
    var count: Int { state.withLock { $0.seconds.count } }

    /// `body` is called once when the time has come, unless it is removed before. Answers what `remove` takes.
    func add(_ until: Instant, _ body: @escaping @Sendable () -> Void) -> Int {
        state.withLock { state in
            state.next += 1
            guard until.microseconds < .max else { return state.next }
            // Never early.
            let second = (until + TimeSpan(microseconds: 999_999)).seconds
            state.due[second, default: [:]][state.next] = body
            state.seconds[state.next] = second
            arm(&state, for: second)
            return state.next
        }
    }

    func remove(_ number: Int) {
        state.withLock { state in
            guard let second = state.seconds.removeValue(forKey: number) else { return }
            state.due[second]?[number] = nil
            if state.due[second]?.isEmpty == true { state.due[second] = nil }
        }
    }

    /// Calls those whose time has come.
    func pass() {
        let now = clock.now().seconds
        let bodies = state.withLock { state in
            var bodies: [@Sendable () -> Void] = []
            for second in state.due.keys.filter({ $0 <= now }) {
                for (number, body) in state.due.removeValue(forKey: second) ?? [:] {
                    state.seconds[number] = nil
                    bodies.append(body)
                }
            }
            state.armedFor = .max
            if let first = state.due.keys.min() { arm(&state, for: first) }
            return bodies
        }
        for body in bodies { body() }
    }

    private func arm(_ state: inout State, for second: Int64) {
        guard second < state.armedFor else { return }
        state.armedFor = second
        let wait = min(max(Instant(seconds: second) - clock.now(), .seconds(0)), Self.longestWait)
        state.timer.schedule(deadline: .now() + .microseconds(Int(wait.microseconds)))
    }
}
