import Domain
import Messages
import RPC

extension ServiceRuntime {
    var listRecordingsHandler: Handler {
        read(.listRecordings) { (request: ListRecordingsRequest) throws(DomainError) in
            ListRecordings(accountID: request.accountID, pageSize: request.pageSize, pageToken: request.pageToken)
        } encode: { page in
            ListRecordingsResponse(recordings: page.items.map { Recording($0) }, nextPageToken: page.nextPageToken)
        }
    }
}
