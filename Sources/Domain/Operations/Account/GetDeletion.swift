/// How far a deletion is, signed. Whoever holds the receipt may ask, and a service that may read deletions.
package struct GetDeletion: Query {
    /// Out of DeleteAccount's answer; or …
    package let receipt: String
    /// … from a service, the account.
    package let accountID: String

    package init(receipt: String, accountID: String) {
        self.receipt = receipt
        self.accountID = accountID
    }

    package struct Answer: Sendable {
        package let deletion: DeletionView
        /// Empty when it was not asked by one.
        package let receipt: String
        package let document: [UInt8]
        /// Ed25519 over `document`.
        package let signature: [UInt8]
        package let publicKey: [UInt8]
    }

    package func perform(_ look: Look, as principal: Principal) throws(DomainError) -> Answer {
        guard let record = try record(look, principal) else { throw .notFound("deletion") }
        let deletion = try look.view(of: record)
        let document = DeletionReceipt(deletion, asOf: look.now).document
        let signature = look.environment.cryptography.sign(document)
        return Answer(
            deletion: deletion, receipt: receipt, document: document, signature: signature.bytes,
            publicKey: signature.publicKey)
    }

    private func record(_ look: Look, _ principal: Principal) throws(DomainError) -> DeletionRecord? {
        guard receipt.isEmpty || accountID.isEmpty else {
            throw .invalid("account_id", "Send either a receipt or an account_id.", reason: "DELETION_AMBIGUOUS")
        }
        if !accountID.isEmpty {
            guard case .service = principal else {
                throw .permissionDenied(
                    reason: "SCOPE_MISSING",
                    message: "Ask by receipt; asking by account_id takes the scope deletions.read.")
            }
            return try look.rows.deletion(of: principal.account(named: accountID))
        }
        try Tokens.check(receipt, field: "receipt")
        return try look.rows.deletion(receiptHash: look.environment.cryptography.hash(.deletionReceipt, token: receipt))
    }
}
