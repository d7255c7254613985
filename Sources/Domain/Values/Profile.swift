/// The personal part of an account, in the clear only while an operation holds it.
package struct Profile: Sendable, Equatable {
    package var displayName: String
    /// As the customer typed it; compared by its keyed hash.
    package var email: String
    /// Empty when none waits.
    package var pendingEmail: String
    /// IANA identifier.
    package var timeZone: String

    package init(displayName: String, email: String, pendingEmail: String = "", timeZone: String) {
        self.displayName = displayName
        self.email = email
        self.pendingEmail = pendingEmail
        self.timeZone = timeZone
    }

    package var encoded: [UInt8] {
        var writer = ByteWriter(version: 1)
        for text in [displayName, email, pendingEmail, timeZone] { writer.write(text) }
        return writer.bytes
    }

    package init(decoding bytes: [UInt8]) throws(DomainError) {
        var reader = try ByteReader(bytes, version: 1, what: "profile")
        displayName = try reader.readText()
        email = try reader.readText()
        pendingEmail = try reader.readText()
        timeZone = try reader.readText()
    }
}
