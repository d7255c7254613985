import Dispatch
package import Domain
import RPC
import Synchronization

/// A stream that is open until somebody ends it.
protocol OpenWatch: AnyObject, Sendable {
    /// Something that it tells of may have been added.
    func wake()
    /// A heartbeat is due.
    func beat()
    func end(_ status: Status)
}

/// The streams that are open, by what they wait for. Told by the store of every addition; no stream costs anything in between.
package final class WatchHub: Sendable {
    enum Topic: Hashable {
        case revocations
        case activity(AccountID)
        /// Ends with the session.
        case session(SessionID)
    }

    typealias Ticket = UInt64

    fileprivate struct State {
        var nextTicket: Ticket = 0
        var open: [Ticket: (watch: any OpenWatch, topics: [Topic])] = [:]
        var waiting: [Topic: Set<Ticket>] = [:]
        var isDraining = false
        /// Told by the store, not passed on yet.
        var due: Set<Topic> = []
        var isPassingOn = false
    }

    let tail = RevocationTail()
    private let state = Mutex(State())
    private let limit: Int
    /// Not the store's own thread, which has answers to give.
    private let queue = DispatchQueue(label: "accountd.watch")

    /// `limit`: streams open at once; a further one is refused.
    package init(limit: Int = 65_536) { self.limit = limit }

    package var openStreams: Int { state.withLock { $0.open.count } }

    /// The store's `whenAdded`.
    package func tell(_ additions: LogAdditions) {
        tail.append(additions.revocations)
        let isIdle = state.withLock { state in
            if !additions.revocations.isEmpty { state.note(.revocations) }
            for row in additions.revocations where row.kind == .session { state.note(.session(SessionID(row.subject))) }
            for account in additions.activities { state.note(.activity(account)) }
            guard !state.due.isEmpty, !state.isPassingOn else { return false }
            state.isPassingOn = true
            return true
        }
        if isIdle { queue.async { self.passOn() } }
    }

    /// Call it as often as streams are to have a heartbeat.
    package func beat() {
        for watch in state.withLock({ $0.open.values.map(\.watch) }) { watch.beat() }
    }

    /// Ends every stream, and refuses further ones: the server is about to stop.
    package func drain() {
        let watches = state.withLock { state in
            state.isDraining = true
            return state.open.values.map(\.watch)
        }
        for watch in watches { watch.end(.watchDraining) }
    }

    func open(_ watch: any OpenWatch, _ topics: [Topic]) throws(Status) -> Ticket {
        let result: Result<Ticket, Status> = state.withLock { state in
            guard !state.isDraining else { return .failure(.watchDraining) }
            guard state.open.count < limit else { return .failure(Status(.overloaded)) }
            state.nextTicket += 1
            state.open[state.nextTicket] = (watch, topics)
            for topic in topics { state.waiting[topic, default: []].insert(state.nextTicket) }
            return .success(state.nextTicket)
        }
        return try result.get()
    }

    func close(_ ticket: Ticket) {
        state.withLock { state in
            guard let (_, topics) = state.open.removeValue(forKey: ticket) else { return }
            for topic in topics {
                state.waiting[topic]?.remove(ticket)
                if state.waiting[topic]?.isEmpty == true { state.waiting[topic] = nil }
            }
        }
    }

    private func passOn() {
        while let (ended, woken) = state.withLock({ $0.takeDue() }) {
            // Nothing more is told to whoever held a session that has ended.
            for watch in ended { watch.end(Status(.sessionInvalid)) }
            for watch in woken { watch.wake() }
        }
    }
}

extension WatchHub.State {
    /// Only where somebody waits for it.
    fileprivate mutating func note(_ topic: WatchHub.Topic) {
        if waiting[topic] != nil { due.insert(topic) }
    }

    /// Whom to end and whom to wake; nil once nothing is due.
    fileprivate mutating func takeDue() -> (ended: [any OpenWatch], woken: [any OpenWatch])? {
        guard !due.isEmpty else {
            isPassingOn = false
            return nil
        }
        defer { due = [] }
        return (watches { $0.isSession }, watches { !$0.isSession })
    }

    private func watches(_ isMeant: (WatchHub.Topic) -> Bool) -> [any OpenWatch] {
        due.filter(isMeant).flatMap { waiting[$0] ?? [] }.compactMap { open[$0]?.watch }
    }
}

extension WatchHub.Topic {
    fileprivate var isSession: Bool { if case .session = self { true } else { false } }
}

extension Status {
    static let watchDraining = Status(
        .unavailable, "The server is about to stop: go on from the last cursor, at another or here again shortly.",
        reason: "DRAINING", retryDelayMs: 500)
    static let watchTooSlow = Status(
        .resourceExhausted, "Nothing was read for too long: go on from the last cursor, and read faster.",
        reason: "STREAM_TOO_SLOW")
}
