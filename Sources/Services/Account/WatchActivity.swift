import Domain
import Messages
import RPC

extension ServiceRuntime {
    var watchActivityHandler: Handler {
        watch(.watchActivity) { (request: WatchActivityRequest) throws(DomainError) in
            WatchActivity(cursor: request.cursor)
        } topics: { place in
            [.activity(place.account), .session(place.session)]
        } encode: { news, cursor in
            WatchActivityResponse(
                activities: news.items.map { Activity($0) }, cursor: cursor, caughtUp: news.isAll)
        }
    }
}
