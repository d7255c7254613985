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
        opened(
            method, decode: decode,
            begin: { source, look, principal throws(DomainError) in
                try source.begin(look, as: principal)
            },
            then: { [watches] errand, source, place, proof in
                let run = WatchRun(errand, source, from: place, under: proof, remembered: remembered) { news in
                    encode(news, source.cursor(news.place))
                }
                run.begin(in: watches, topics(place))
            })
    }
}
