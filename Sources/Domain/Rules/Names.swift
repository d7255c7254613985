/// Short texts that people give things: one line, shown on pages and in mails.
package enum Names {
    /// The text as it is kept: NFC, without white space at its ends. `field` is the path in the request.
    package static func check(
        _ text: String, field: String, maximumCodePoints: Int, required: Bool
    ) throws(DomainError) -> String {
        if let problem = problem(text, field: field, maximumCodePoints: maximumCodePoints, required: required) {
            throw .invalid([problem])
        }
        return normalized(text)
    }

    /// Why the text can't be taken, or nil.
    package static func problem(
        _ text: String, field: String, maximumCodePoints: Int, required: Bool
    ) -> FieldProblem? {
        var tooLong: FieldProblem {
            FieldProblem(
                field: field, description: "Use at most \(maximumCodePoints) characters.", reason: "TEXT_TOO_LONG")
        }
        // Before any work: no text that is to be kept is that much longer before it is normalized.
        guard text.utf8.count <= maximumCodePoints.multipliedReportingOverflow(by: 16).partialValue else {
            return tooLong
        }
        let name = normalized(text)
        if isPlain(name), !name.isEmpty { return name.utf8.count > maximumCodePoints ? tooLong : nil }
        if required, !name.unicodeScalars.contains(where: isVisible) {
            return FieldProblem(field: field, description: "Send a text that can be seen.", reason: "TEXT_REQUIRED")
        }
        if name.unicodeScalars.contains(where: isForbidden) {
            return FieldProblem(
                field: field, description: "Leave out control characters and line breaks.", reason: "TEXT_CHARACTERS")
        }
        return name.unicodeScalars.count > maximumCodePoints ? tooLong : nil
    }

    /// Printable ASCII: what most names are, and what needs no table to be judged.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 >= UInt8(ascii: " ") && $0 <= UInt8(ascii: "~") }
    }

    private static func normalized(_ text: String) -> String {
        if isPlain(text), text.utf8.first != UInt8(ascii: " "), text.utf8.last != UInt8(ascii: " ") { return text }
        let scalars = text.nfc.unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }

    /// Control characters, line breaks, and what turns the direction of the text around it, so that it reads as another.
    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: return true
        default: break
        }
        switch scalar.value {
        case 0x202A...0x202E, 0x2066...0x2069: return true
        default: return false
        }
    }

    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        let properties = scalar.properties
        return !properties.isWhitespace && !properties.isDefaultIgnorableCodePoint
            && properties.generalCategory != .format
    }
}
