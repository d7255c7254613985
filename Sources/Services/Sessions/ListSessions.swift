import Domain
import Messages
import RPC

extension ServiceRuntime {
    var listSessionsHandler: Handler {
        read(.listSessions) { (request: ListSessionsRequest) throws(DomainError) in
            ListSessions(pageSize: request.pageSize, pageToken: request.pageToken)
        } encode: { page in
            ListSessionsResponse(sessions: page.items.map { Session($0) }, nextPageToken: page.nextPageToken)
        }
    }
}
