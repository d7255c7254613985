import Domain
import Synchronization

/// How deep the outbox is, as it was last looked at: a page that is scraped waits for no store. Each look at it has it read anew, for
/// the next one.
final class OutboxReading: Sendable {
    private struct State {
        var depths: [OutboxDepth] = []
        var isBeingRead = false
    }

    private let state = Mutex(State())

    func depths(_ store: any Store) -> [OutboxDepth] {
        let (depths, isFirst) = state.withLock { state in
            defer { state.isBeingRead = true }
            return (state.depths, !state.isBeingRead)
        }
        if isFirst { readAgain(store) }
        return depths
    }

    private func readAgain(_ store: any Store) {
        let never: @Sendable () -> Bool = { false }
        store.read(unless: never) { rows throws(DomainError) in
            try rows.outboxDepths()
        } then: { [self] result in
            state.withLock { state in
                state.isBeingRead = false
                if case .success(let depths) = result { state.depths = depths }
            }
        }
    }
}
