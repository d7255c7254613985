import Domain
import Messages
import RPC

extension ServiceRuntime {
    var listApiKeysHandler: Handler {
        read(.listApiKeys) { (request: ListApiKeysRequest) throws(DomainError) in
            ListApiKeys(pageSize: request.pageSize, pageToken: request.pageToken)
        } encode: { page in
            ListApiKeysResponse(apiKeys: page.items.map { ApiKey($0) }, nextPageToken: page.nextPageToken)
        }
    }
}
