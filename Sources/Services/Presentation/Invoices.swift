import Domain
import Messages

extension Invoice {
    init(_ view: InvoiceView) {
        self.init(
            id: view.id.text, accountID: view.accountID.text, number: view.content.number, currency: view.currency,
            amountMinor: view.amountMinor, issuedAt: Timestamp(view.issuedAt),
            retainUntil: Timestamp(view.retainUntil), displayName: view.content.displayName,
            email: view.content.email, description: view.content.description, issuedText: view.issuedText)
    }
}
