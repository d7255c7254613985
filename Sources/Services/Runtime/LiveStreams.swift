import Synchronization

/// Streams that end when their caller goes, or the server: a drain does not wait for them, it tells them.
final class LiveStreams: Sendable {
    private struct State {
        var isDraining = false
        var next = 0
        var ends: [Int: @Sendable () -> Void] = [:]
    }

    private let state = Mutex(State())

    /// `end` is called once when the drain begins; at once where it has. Answers what `remove` takes.
    func add(_ end: @escaping @Sendable () -> Void) -> Int {
        let (number, isDraining) = state.withLock { state in
            state.next += 1
            if !state.isDraining { state.ends[state.next] = end }
            return (state.next, state.isDraining)
        }
        if isDraining { end() }
        return number
    }

    func remove(_ number: Int) { _ = state.withLock { $0.ends.removeValue(forKey: number) } }

    var isDraining: Bool { state.withLock { $0.isDraining } }

    func drain() {
        let ends = state.withLock { state in
            state.isDraining = true
            defer { state.ends = [:] }
            return state.ends.values.map { $0 }
        }
        for end in ends { end() }
    }
}
