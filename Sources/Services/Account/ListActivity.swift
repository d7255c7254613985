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
        } encode: { answer in
            ListActivityResponse(
                activities: answer.page.items.map { Activity($0) }, nextPageToken: answer.page.nextPageToken,
                head: answer.head.map { ActivityHead($0) }, chainKey: answer.chainKey)
        }
    }
}
