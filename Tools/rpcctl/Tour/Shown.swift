/// JSON as the tour shows it: secrets covered, long values cut. libprotobuf prints one field a line.
enum Shown {
    private static let hidden: Set = ["password", "new_password"]
    private static let begun: Set = [
        "session_token", "challenge_token", "token", "receipt", "secret", "recovery_code", "otpauth_uri",
    ]

    static func json(_ json: String, indent: String) -> String {
        var isInCodes = false
        let lines = json.trimmed.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            if line.contains("\"recovery_codes\"") { isInCodes = true }
            if line.contains("]") { isInCodes = false }
            return covered(String(line), isCode: isInCodes)
        }
        return lines.joined(separator: "\n" + indent)
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
        return value.count > 100 ? "\(value.prefix(60))… (\(value.count) characters)" : value
    }
}
