import Domain
import Messages
import RPC

extension ServiceRuntime {
    var registerInvoiceHandler: Handler {
        write(.registerInvoice) { (request: RegisterInvoiceRequest) throws(DomainError) in
            RegisterInvoice(
                accountID: request.accountID, number: request.number, currency: request.currency,
                amountMinor: request.amountMinor, issuedAt: try Instant.checked(request.issuedAt, field: "issued_at"),
                description: request.description)
        } account: {
            $0.accountID
        } encode: { answer in
            RegisterInvoiceResponse(invoice: Invoice(answer))
        }
    }
}
