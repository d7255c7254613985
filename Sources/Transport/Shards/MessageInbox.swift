import RPC
import Synchronization

/// The messages of a client's stream between its shard and its handler. How many may wait is the face's to hold: it lets the client send
/// on only while none does.
final class MessageInbox: Sendable {
    private struct State {
        var waiting: ArraySlice<StreamedMessage> = []
        var waiter: (@Sendable (StreamedMessage?) -> Void)?
        /// No message comes any more.
        var isEnded = false
    }

    private let state = Mutex(State())

    var isEmpty: Bool { state.withLock { $0.waiting.isEmpty } }

    func push(_ message: StreamedMessage) {
        let waiter = state.withLock { state in
            guard !state.isEnded, let waiter = state.waiter else {
                if !state.isEnded { state.waiting.append(message) }
                return nil as (@Sendable (StreamedMessage?) -> Void)?
            }
            state.waiter = nil
            return waiter
        }
        waiter?(message)
    }

    /// The client has ended its stream: what waits can still be had.
    func finish() { end { _ in } }

    /// Nobody waits for the call any more: what waits is thrown away.
    func close() { end { $0.waiting = [] } }

    private func end(_ change: (inout State) -> Void) {
        let waiter = state.withLock { state in
            state.isEnded = true
            change(&state)
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?(nil)
    }

    /// Whether the last of those that waited is taken herewith.
    func next(_ body: @escaping @Sendable (StreamedMessage?) -> Void) -> Bool {
        var message: StreamedMessage?
        let (isSettled, isEmptied) = state.withLock { state in
            message = state.waiting.popFirst()
            guard message != nil else {
                if !state.isEnded { state.waiter = body }
                return (state.isEnded, false)
            }
            if state.waiting.isEmpty { state.waiting = [] }
            return (true, state.waiting.isEmpty)
        }
        if isSettled { body(message) }
        return isEmptied
    }
}
