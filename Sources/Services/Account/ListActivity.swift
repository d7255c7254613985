import Domain
import Messages
import RPC

extension ServiceRuntime {
    var listActivityHandler: Handler {
        read(.listActivity) { (request: ListActivityRequest) throws(DomainError) in
            ListActivity(
                accountID: request.accountID, kinds: request.kinds,
                since: try Instant.checked(request.since, field: "since"),
                until: try Instant.checked(request.until, field: "until"), pageSize: request.pageSize,
                pageToken: request.pageToken)
        } encode: { page in
            ListActivityResponse(activities: page.items.map { Activity($0) }, nextPageToken: page.nextPageToken)
        }
    }
}
