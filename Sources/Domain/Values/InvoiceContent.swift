/// What an invoice says, as it was when it was issued. Sealed under the retention key: it outlives the account's data key.
package struct InvoiceContent: Sendable, Equatable {
    package var number: String
    package var description: String
    package var displayName: String
    package var email: String

    package init(number: String, description: String, displayName: String, email: String) {
        self.number = number
        self.description = description
        self.displayName = displayName
        self.email = email
    }

    package var encoded: [UInt8] {
        var writer = ByteWriter(version: 1)
        for text in [number, description, displayName, email] { writer.write(text) }
        return writer.bytes
    }

    package init(decoding bytes: [UInt8]) throws(DomainError) {
        var reader = try ByteReader(bytes, version: 1, what: "invoice")
        number = try reader.readText()
        description = try reader.readText()
        displayName = try reader.readText()
        email = try reader.readText()
    }
}

extension Cryptography {
    package func seal(_ invoice: InvoiceContent, _ id: InvoiceID, of account: AccountID) -> [UInt8] {
        seal(
            invoice.encoded, under: .retention, binding: SealBinding(account: account, field: .invoice, row: id.uuid))
    }

    package func open(_ row: InvoiceRecord) throws(DomainError) -> InvoiceContent {
        guard let bytes = open(row.content, under: .retention, binding: row.binding) else {
            throw .corrupted("invoice \(row.id.text)")
        }
        return try InvoiceContent(decoding: bytes)
    }
}

extension InvoiceRecord {
    /// What its content is sealed for.
    package var binding: SealBinding { SealBinding(account: accountID, field: .invoice, row: id.uuid) }
}
