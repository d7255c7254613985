/// What a mail says, before it is laid out: Delivery renders it. Kept sealed in the outbox until it is sent.
package struct MailContent: Sendable, Equatable {
    /// Name of a template of Delivery's.
    package var template: String
    package var category: String
    package var recipientName: String
    package var recipientAddress: String
    /// IANA identifier; every time in the mail is rendered in it.
    package var timeZone: String
    /// Complete URL with the token in it; empty where the mail has no link.
    package var link: String
    package var variables: [Variable]

    package struct Variable: Sendable, Equatable {
        package var name: String
        package var value: Value
        package init(_ name: String, _ value: Value) {
            self.name = name
            self.value = value
        }
    }

    package enum Value: Sendable, Equatable {
        case text(String)
        case time(Instant)
    }

    package init(
        template: String, category: String, recipientName: String, recipientAddress: String, timeZone: String,
        link: String = "", variables: [Variable] = []
    ) {
        self.template = template
        self.category = category
        self.recipientName = recipientName
        self.recipientAddress = recipientAddress
        self.timeZone = timeZone
        self.link = link
        self.variables = variables
    }

    package var encoded: [UInt8] {
        var writer = ByteWriter(version: 1)
        for text in [template, category, recipientName, recipientAddress, timeZone, link] { writer.write(text) }
        writer.write(Int64(variables.count))
        for variable in variables {
            writer.write(variable.name)
            switch variable.value {
            case .text(let text):
                writer.write(UInt8(0))
                writer.write(text)
            case .time(let instant):
                writer.write(UInt8(1))
                writer.write(instant.microseconds)
            }
        }
        return writer.bytes
    }

    package init(decoding bytes: [UInt8]) throws(DomainError) {
        var reader = try ByteReader(bytes, version: 1, what: "mail content")
        template = try reader.readText()
        category = try reader.readText()
        recipientName = try reader.readText()
        recipientAddress = try reader.readText()
        timeZone = try reader.readText()
        link = try reader.readText()
        variables = []
        let count = try reader.readInt64()
        guard (0...1_000).contains(count) else { throw .corrupted("mail content") }
        for _ in 0..<count {
            let name = try reader.readText()
            let isTime = try reader.readByte() == 1
            let value: Value =
                isTime
                ? .time(Instant(microseconds: try reader.readInt64())) : .text(try reader.readText())
            variables.append(Variable(name, value))
        }
    }
}

/// Who a mail goes to and what its subject is: what ListEmails shows. Sealed in the email's row.
package struct MailEnvelope: Sendable, Equatable {
    package var recipientAddress: String
    package var subject: String

    package init(recipientAddress: String, subject: String) {
        self.recipientAddress = recipientAddress
        self.subject = subject
    }

    package var encoded: [UInt8] {
        var writer = ByteWriter(version: 1)
        writer.write(recipientAddress)
        writer.write(subject)
        return writer.bytes
    }

    package init(decoding bytes: [UInt8]) throws(DomainError) {
        var reader = try ByteReader(bytes, version: 1, what: "mail envelope")
        recipientAddress = try reader.readText()
        subject = try reader.readText()
    }
}
