import Domain
import Messages
import RPC

extension ServiceRuntime {
    var listBrowserProfilesHandler: Handler {
        read(.listBrowserProfiles) { (request: ListBrowserProfilesRequest) throws(DomainError) in
            ListBrowserProfiles(accountID: request.accountID, pageSize: request.pageSize, pageToken: request.pageToken)
        } encode: { page in
            ListBrowserProfilesResponse(
                browserProfiles: page.items.map { BrowserProfile($0) }, nextPageToken: page.nextPageToken)
        }
    }
}
