import Domain
import Messages
import RPC

extension ServiceRuntime {
    /// A look that goes on until somebody ends it. `topics` are what the hub wakes it for; `remembered` answers from memory what
    /// else is read from the store.
    func watch<Request: Message, Source: WatchedQuery, Response: Message>(
        _ method: Method,
        decode: @escaping @Sendable (Request) throws(DomainError) -> Source,
        topics: @escaping @Sendable (Source.Place) -> [WatchHub.Topic],
        remembered: @escaping @Sendable (Source.Place) -> News<Source.Item, Source.Place>? = { _ in nil },
        encode: @escaping @Sendable (News<Source.Item, Source.Place>, _ cursor: String) -> Response
    ) -> Handler {
        .deferred { [self] call, responder in
            guard !store.refuses(.read, as: method.priority) else { return responder.fail(.overloaded) }
            guard let errand: Errand<Request> = errand(method, call, responder, requestID: { _ in nil }) else { return }
            store.read(as: method.priority, unless: errand.isAbandoned) { [environment] rows throws(DomainError) in
                let look = Look(rows, environment)
                let principal = try errand.authorize(look)
                let source = try decode(errand.request)
                return (source, try source.begin(look, as: principal))
            } then: { [watches] result in
                switch result {
                case .success((let source, let place)):
                    let run = WatchRun(errand, source, from: place, remembered: remembered) { news in
                        encode(news, source.cursor(news.place))
                    }
                    run.begin(in: watches, topics(place))
                case .failure(let error): errand.fail(error)
                }
            }
        }
    }
}
