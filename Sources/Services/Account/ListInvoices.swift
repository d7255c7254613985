import Domain
import Messages
import RPC

extension ServiceRuntime {
    var listInvoicesHandler: Handler {
        read(.listInvoices) { (request: ListInvoicesRequest) throws(DomainError) in
            ListInvoices(accountID: request.accountID, pageSize: request.pageSize, pageToken: request.pageToken)
        } encode: { page in
            ListInvoicesResponse(invoices: page.items.map { Invoice($0) }, nextPageToken: page.nextPageToken)
        }
    }
}
