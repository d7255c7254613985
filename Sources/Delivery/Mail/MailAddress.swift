/// Who mails come from: `Account settings <no-reply@example.com>`, or the address alone.
package struct MailSender: Sendable, Equatable {
    package let displayName: String
    package let address: String

    /// Nil when there is no address in it that a header can hold.
    package init?(_ text: String) {
        let text = SingleLine.of(text)
        if text.hasSuffix(">"), let opening = text.lastIndex(of: "<") {
            var name = SingleLine.of(String(text[..<opening]))
            if name.count >= 2, name.hasPrefix("\""), name.hasSuffix("\"") {
                name = String(name.dropFirst().dropLast())
            }
            displayName = name
            address = String(text[text.index(after: opening)...].dropLast())
        } else {
            displayName = ""
            address = text
        }
        guard MailAddress.isWritable(address) else { return nil }
    }
}

/// An addr-spec (RFC 5322, 3.4.1), with UTF-8 where RFC 6532 has it.
enum MailAddress {
    private static let maximumBytes = 320

    /// Whether it can stand in a header as it is: a dot-atom, one `@`, a domain.
    static func isWritable(_ address: String) -> Bool {
        guard address.utf8.count <= maximumBytes, SingleLine.of(address) == address else { return false }
        let parts = address.unicodeScalars.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return false }
        return parts.allSatisfy { part in
            part.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
                !label.isEmpty && !label.contains { isSpecial($0) }
            }
        }
    }

    private static func isSpecial(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || "()<>[]:;,\\\"".unicodeScalars.contains(scalar)
    }
}
