import Domain
import Messages
import RPC

extension ServiceRuntime {
    var watchRevocationsHandler: Handler {
        watch(.watchRevocations) { (request: WatchRevocationsRequest) throws(DomainError) in
            WatchRevocations(cursor: request.cursor)
        } topics: { _ in
            [.revocations]
        } remembered: { [watches] place in
            watches.tail.news(beyond: place, most: WatchRevocations.mostAtOnce)
        } encode: { news, cursor in
            WatchRevocationsResponse(
                revocations: news.items.map { Revocation($0) }, cursor: cursor, caughtUp: news.isAll)
        }
    }
}
