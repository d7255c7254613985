/// Text made fit for one line: whatever would end a line, hide or turn around what follows is gone, so that no value can
/// add a header or disguise itself.
enum SingleLine {
    /// White space at the ends is gone, runs of it are one space.
    static func of(_ text: String) -> String {
        var line = String.UnicodeScalarView()
        var spacePending = false
        for scalar in text.unicodeScalars {
            if isSpace(scalar) {
                spacePending = !line.isEmpty
            } else if !turnsText(scalar) {
                if spacePending { line.append(" ") }
                spacePending = false
                line.append(scalar)
            }
        }
        return String(line)
    }

    /// The same, line by line: for values that may have several.
    static func lines(of text: String) -> [String] {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { of(String($0)) }
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: scalar == " "
        }
    }

    /// Bidirectional embeddings, overrides and isolates (UAX #9).
    private static func turnsText(_ scalar: Unicode.Scalar) -> Bool {
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
}
