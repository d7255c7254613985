import Domain
import Messages
import RPC
import Synchronization

/// One stream of a watch on its way: asks for what lies beyond its place, sends it, waits until the client has taken enough of it,
/// and asks again when it was woken meanwhile. While nothing is new it is an entry of the hub's, no more.
final class WatchRun<Request: Message, Source: WatchedQuery, Response: Message>: OpenWatch {
    /// `isStale`: there may be more than was asked for.
    private enum Step {
        /// Everything was told.
        case idle
        /// Asks for what is new.
        case asking(isStale: Bool)
        /// The client has not taken what was sent, so many heartbeats ago.
        case full(isStale: Bool, beats: Int)
    }

    private struct State {
        var place: Source.Place
        var step = Step.idle
        /// A message goes out even where nothing is new.
        var owesMessage = true
    }

    /// A client that takes nothing for so many heartbeats is told to come back.
    private static var mostBeatsUnread: Int { 2 }

    private let errand: Errand<Request>
    private let source: Source
    private let proof: StandingProof
    private let encode: @Sendable (News<Source.Item, Source.Place>) -> Response
    private let remembered: @Sendable (Source.Place) -> News<Source.Item, Source.Place>?
    private let state: Mutex<State>

    init(
        _ errand: Errand<Request>, _ source: Source, from place: Source.Place, under proof: StandingProof,
        remembered: @escaping @Sendable (Source.Place) -> News<Source.Item, Source.Place>?,
        encode: @escaping @Sendable (News<Source.Item, Source.Place>) -> Response
    ) {
        self.errand = errand
        self.source = source
        self.proof = proof
        self.encode = encode
        self.remembered = remembered
        state = Mutex(State(place: place))
    }

    /// Open from here on, until the call is over.
    func begin(in hub: WatchHub, _ topics: [WatchHub.Topic]) {
        guard isStillProved else { return }
        let expiries = errand.runtime.expiries
        do throws(Status) {
            let ticket = try hub.open(self, topics)
            let expiry = expiries.add(proof.until) { [self] in _ = isStillProved }
            errand.responder.whenOver {
                hub.close(ticket)
                expiries.remove(expiry)
            }
        } catch {
            return errand.responder.fail(error)
        }
        wake()
    }

    func wake() {
        let place: Source.Place? = state.withLock { state in
            switch state.step {
            case .idle:
                state.step = .asking(isStale: false)
                return state.place
            case .asking: state.step = .asking(isStale: true)
            case .full(_, let beats): state.step = .full(isStale: true, beats: beats)
            }
            return nil
        }
        if let place { ask(beyond: place) }
    }

    func beat() {
        let isTooSlow = state.withLock { state in
            state.owesMessage = true
            guard case .full(let isStale, let beats) = state.step else { return false }
            state.step = .full(isStale: isStale, beats: beats + 1)
            return beats + 1 >= Self.mostBeatsUnread
        }
        if isTooSlow { end(.watchTooSlow) } else { wake() }
    }

    func end(_ status: Status) { errand.responder.fail(status) }

    /// Where it isn't, the stream has ended, with why.
    private var isStillProved: Bool { errand.continues(under: proof) }

    private func ask(beyond place: Source.Place) {
        guard !errand.responder.isCancelled else { return }
        if let news = remembered(place) { return tell(news) }
        let runtime = errand.runtime
        runtime.store.read(unless: errand.isAbandoned) { [source] rows throws(DomainError) in
            try source.news(Look(rows, runtime.environment), beyond: place)
        } then: { [self] result in
            switch result {
            case .success(let news): tell(news)
            case .failure(let error): errand.fail(error)
            }
        }
    }

    private func tell(_ news: News<Source.Item, Source.Place>) {
        let isDue = state.withLock { state in
            var isStale = !news.isAll
            if case .asking(isStale: true) = state.step { isStale = true }
            let isDue = state.owesMessage || !news.items.isEmpty
            state.place = news.place
            state.owesMessage = false
            state.step = isDue ? .full(isStale: isStale, beats: 0) : .asking(isStale: isStale)
            return isDue
        }
        guard isDue else { return settle() }
        guard isStillProved, errand.responder.send(encode(news).encodedBytes(arena: Arena())) else { return }
        errand.responder.whenRoom { [self] in settle() }
    }

    /// Asks again where there may be more, or waits to be woken.
    private func settle() {
        let place: Source.Place? = state.withLock { state in
            switch state.step {
            case .idle, .asking(isStale: false), .full(isStale: false, _):
                state.step = .idle
                return nil
            case .asking(isStale: true), .full(isStale: true, _):
                state.step = .asking(isStale: false)
                return state.place
            }
        }
        if let place { ask(beyond: place) }
    }
}
