/// JSON as the tour shows it: secrets covered, long values cut. libprotobuf prints one field a line.
enum Shown {
    private static let hidden: Set = ["password", "new_password"]
    private static let begun: Set = [
        "session_token", "challenge_token", "token", "receipt", "secret", "recovery_code", "otpauth_uri",
    ]

    /// Of JSON with all its fields: empty texts and lists are left out, what is false or zero is shown.
    static func json(_ json: String, indent: String) -> String {
        var lines: [String] = []
        var isInCodes = false
        for line in json.trimmed.split(separator: "\n") {
            let bare = line.hasSuffix(",") ? line.dropLast() : line
            if bare.hasSuffix(": \"\"") || bare.hasSuffix(": []") { continue }
            if isInCodes, line.contains("]") { isInCodes = false }
            // The comma of what is now the last of its kind.
            let closes = bare.hasSuffix("}") || bare.hasSuffix("]")
            if closes, let last = lines.last, last.hasSuffix(",") { lines[lines.count - 1] = String(last.dropLast()) }
            lines.append(covered(String(line), isCode: isInCodes))
            if line.contains("\"recovery_codes\"") { isInCodes = true }
        }
        return lines.count == 2 ? "{}" : lines.joined(separator: "\n" + indent)
    }

    /// `  "name": "value",` or, in a list, `  "value",`.
    private static func covered(_ line: String, isCode: Bool) -> String {
        var parts = line.split(separator: "\"", maxSplits: 3, omittingEmptySubsequences: false).map(String.init)
        if isCode, parts.count == 3 {
            parts[1] = String(parts[1].prefix(4)) + "…"
            return parts.joined(separator: "\"")
        }
        guard parts.count == 4, parts[2] == ": ", let end = parts[3].lastIndex(of: "\"") else { return line }
        let value = String(parts[3][..<end])
        let rest = parts[3][end...]
        parts[3] = short(value, name: parts[1]) + rest
        return parts.joined(separator: "\"")
    }

    private static func short(_ value: String, name: String) -> String {
        if hidden.contains(name) { return "•••" }
        if begun.contains(name) { return String(value.prefix(8)) + "…" }
        let value = value.replacing("\\u003c", with: "<").replacing("\\u003e", with: ">")
        return value.count > 100 ? "\(value.prefix(60))… (\(value.count) characters)" : value
    }
}
