/// An address that mail can go to: ASCII, a dot-atom, one `@`, a domain of host-name labels (RFC 5321, 4.1.2).
///
/// ASCII only: letters that merely look alike, or fold alike under some language's rules, never name another's account.
package struct EmailAddress: Sendable, Equatable {
    /// As it was typed.
    package let text: String
    /// ASCII lower case: two spellings of one mailbox are one account.
    package let canonical: String

    package static let maximumBytes = 254
    private static let maximumLocalBytes = 64

    package init(parsing text: String, field: String = "email") throws(DomainError) {
        if let problem = Self.problem(with: text, field: field) { throw .invalid([problem]) }
        self.text = text
        canonical = Self.lowercasedASCII(text)
    }

    /// What the account is looked up by.
    package func hash(_ cryptography: any Cryptography) -> KeyedHash {
        cryptography.keyedHash(.address, Array(canonical.utf8))
    }

    /// Why it isn't an address, or nil.
    package static func problem(with text: String, field: String = "email") -> FieldProblem? {
        let bytes = Array(text.utf8.prefix(maximumBytes + 1))
        if bytes.isEmpty {
            return FieldProblem(field: field, description: "Send an email address.", reason: "EMAIL_REQUIRED")
        }
        if bytes.count > maximumBytes {
            return FieldProblem(
                field: field, description: "Use an address of at most \(maximumBytes) characters.",
                reason: "EMAIL_TOO_LONG")
        }
        if bytes.contains(where: { $0 >= 0x80 }) {
            return FieldProblem(
                field: field, description: "Use an address of ASCII characters only; write the domain as xn--….",
                reason: "EMAIL_NOT_ASCII")
        }
        guard isMailbox(bytes) else {
            return FieldProblem(
                field: field, description: "Send an address such as name@example.com.", reason: "EMAIL_INVALID")
        }
        return nil
    }

    private static func isMailbox(_ bytes: [UInt8]) -> Bool {
        let parts = bytes.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count <= maximumLocalBytes else { return false }
        return isDotAtom(parts[0]) && isDomain(parts[1])
    }

    private static func isDotAtom(_ local: ArraySlice<UInt8>) -> Bool {
        local.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { atom in
            !atom.isEmpty && atom.allSatisfy { isAlphanumeric($0) || atomCharacters.contains($0) }
        }
    }

    private static let atomCharacters: Set<UInt8> = Set("!#$%&'*+-/=?^_`{|}~".utf8)

    /// Two labels and more: a bare host name gets no mail from outside.
    private static func isDomain(_ domain: ArraySlice<UInt8>) -> Bool {
        let labels = domain.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard labels.count >= 2, labels.allSatisfy(isLabel) else { return false }
        // A last label of digits only would be an IP address.
        return labels.last?.contains { isLetter($0) } ?? false
    }

    private static func isLabel(_ label: ArraySlice<UInt8>) -> Bool {
        let hyphen = UInt8(ascii: "-")
        return (1...63).contains(label.count) && label.first != hyphen && label.last != hyphen
            && label.allSatisfy { isAlphanumeric($0) || $0 == hyphen }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func lowercasedASCII(_ text: String) -> String {
        let bytes = text.utf8.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
        return String(decoding: bytes, as: UTF8.self)
    }
}
