import Domain
import Synchronization

/// The newest revocations, kept in memory as they are committed: a thousand open streams are told without a read.
final class RevocationTail: Sendable {
    private struct State {
        var rows: [RevocationRecord] = []
        /// Every row above this sequence that was committed so far is in `rows`; nil before the first.
        var floor: Int64?
    }

    private let state = Mutex(State())
    private let limit: Int

    /// `limit`: rows kept, about 100 bytes each.
    init(limit: Int = 4_096) { self.limit = limit }

    /// In order, and none left out since the last ones.
    func append(_ rows: [RevocationRecord]) {
        guard let first = rows.first else { return }
        state.withLock { state in
            if state.floor == nil { state.floor = first.sequence - 1 }
            state.rows += rows
            // By halves: the rest is moved only once in a while.
            guard state.rows.count > limit else { return }
            let dropped = state.rows.count - limit / 2
            state.floor = state.rows[dropped - 1].sequence
            state.rows.removeFirst(dropped)
        }
    }

    /// Up to `most` rows beyond a place; nil where the store has to be asked.
    func news(beyond place: LogPosition, most: Int) -> News<RevocationRecord, LogPosition>? {
        state.withLock { state in
            guard let floor = state.floor, place.sequence >= floor else { return nil }
            // Sequences rise: the first row beyond the place is found by halving.
            var low = 0
            var high = state.rows.count
            while low < high {
                let middle = (low + high) / 2
                if state.rows[middle].sequence > place.sequence { high = middle } else { low = middle + 1 }
            }
            let rows = Array(state.rows[low...].prefix(most + 1))
            return News.first(most, of: rows, beyond: place, position: \.position)
        }
    }
}
