import Domain
import Messages
import RPC

extension ServiceRuntime {
    var listEmailsHandler: Handler {
        read(.listEmails) { (request: ListEmailsRequest) throws(DomainError) in
            ListEmails(accountID: request.accountID, pageSize: request.pageSize, pageToken: request.pageToken)
        } encode: { page in
            ListEmailsResponse(emails: page.items.map(Email.init), nextPageToken: page.nextPageToken)
        }
    }
}
