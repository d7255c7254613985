import Domain
import Messages
import RPC

extension ServiceRuntime {
    var listDriverSessionsHandler: Handler {
        read(.listDriverSessions) { (request: ListDriverSessionsRequest) throws(DomainError) in
            ListDriverSessions(accountID: request.accountID, pageSize: request.pageSize, pageToken: request.pageToken)
        } encode: { page in
            ListDriverSessionsResponse(
                driverSessions: page.items.map { DriverSession($0) }, nextPageToken: page.nextPageToken)
        }
    }
}
