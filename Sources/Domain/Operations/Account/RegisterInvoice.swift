/// Keeps an invoice, with the display name and the address as they are now.
package struct RegisterInvoice: Operation {
    package let accountID: String
    package let number: String
    package let currency: String
    package let amountMinor: Int64
    /// Nil: now.
    package let issuedAt: Instant?
    package let description: String

    package init(
        accountID: String, number: String, currency: String, amountMinor: Int64, issuedAt: Instant?, description: String
    ) {
        self.accountID = accountID
        self.number = number
        self.currency = currency
        self.amountMinor = amountMinor
        self.issuedAt = issuedAt
        self.description = description
    }

    private static let numberMaximum = 64
    private static let descriptionMaximum = 500

    package func perform(_ work: Work, as principal: Principal) throws(DomainError) -> Verdict<InvoiceView> {
        let id = try principal.account(named: accountID)
        try check()
        let account = try work.look.activeAccount(id)
        let vault = try work.look.vault(of: id)
        let profile = try vault.profile(of: account)
        let content = InvoiceContent(
            number: try Names.check(number, field: "number", maximumCodePoints: Self.numberMaximum, required: true),
            description: try Names.check(
                description, field: "description", maximumCodePoints: Self.descriptionMaximum, required: false),
            displayName: profile.displayName, email: profile.email)
        let invoice: InvoiceID = work.newID()
        let issued = issuedAt ?? work.now
        let row = InvoiceRecord(
            id: invoice, accountID: id, content: work.environment.cryptography.seal(content, invoice, of: id),
            currency: currency, amountMinor: amountMinor, issuedAt: issued, retainUntil: Retention.end(issuedAt: issued)
        )
        try work.rows.insert(row)
        try work.record(
            .invoiceRegistered, vault, by: principal.actor, named: principal.actorName,
            [ActivityDetail("invoice_id", invoice.text), ActivityDetail("number", content.number)])
        return .done(work.look.view(row, content, zone: profile.timeZone))
    }

    private func check() throws(DomainError) {
        var problems = [
            Names.problem(number, field: "number", maximumCodePoints: Self.numberMaximum, required: true),
            Names.problem(
                description, field: "description", maximumCodePoints: Self.descriptionMaximum, required: false),
        ].compactMap(\.self)
        let isCode =
            currency.utf8.count == 3
            && currency.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
        if !isCode {
            problems.append(
                FieldProblem(
                    field: "currency", description: "Send a code of ISO 4217, as in EUR.", reason: "CURRENCY_INVALID"))
        }
        // The end of its retention has to be a time that can be said.
        if let issuedAt, CivilDate(Retention.end(issuedAt: issuedAt)).year > 9_999 {
            problems.append(
                FieldProblem(field: "issued_at", description: "Send when it was issued.", reason: "ISSUED_AT_INVALID"))
        }
        guard problems.isEmpty else { throw .invalid(problems) }
    }
}
