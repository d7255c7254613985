/// What an API key may look like.
package enum APIKeyRules {
    /// Keys of an account that are not revoked.
    package static let maximumKeys = 100
    package static let maximumScopes = 32
    package static let maximumScopeBytes = 64
    package static let maximumNameCodePoints = 100
    package static let longestLifetime = TimeSpan.days(36_525)
    package static let longestOverlap = TimeSpan.days(7)
    private static let prefixCharacters = 11

    /// `ak_` and 43 characters of base64url: 256 random bits.
    static func makeSecret(_ random: any Random) -> String { "ak_" + TextEncoding.base64URL(random.bytes(32)) }

    /// What the list shows of a secret: 48 of its 256 bits, to tell keys apart.
    static func prefix(of secret: String) -> String { String(secret.prefix(prefixCharacters)) }

    static func problems(name: String, scopes: [String], expiresAt: Instant?, now: Instant) -> [FieldProblem] {
        var problems = problems(with: scopes)
        let name = Names.problem(name, field: "name", maximumCodePoints: maximumNameCodePoints, required: true)
        if let name { problems.insert(name, at: 0) }
        if let expiresAt, expiresAt <= now || expiresAt > now + longestLifetime {
            problems.append(
                FieldProblem(
                    field: "expires_at", description: "Choose a time within the next 100 years, or leave it out.",
                    reason: "EXPIRES_AT_INVALID"))
        }
        return problems
    }

    private static func problems(with scopes: [String]) -> [FieldProblem] {
        guard (1...maximumScopes).contains(scopes.count) else {
            return [
                FieldProblem(
                    field: "scopes", description: "Name 1 to \(maximumScopes) scopes.", reason: "SCOPES_COUNT")
            ]
        }
        var seen: Set<String> = []
        return scopes.enumerated().compactMap { index, scope in
            guard isScope(scope) else {
                return FieldProblem(
                    field: "scopes[\(index)]",
                    description: "Start with a lower-case letter, then up to 63 of a-z, 0-9, '_', '.', ':' and '-'.",
                    reason: "SCOPE_INVALID")
            }
            guard seen.insert(scope).inserted else {
                return FieldProblem(
                    field: "scopes[\(index)]", description: "Name each scope once.", reason: "SCOPE_REPEATED")
            }
            return nil
        }
    }

    private static func isScope(_ scope: String) -> Bool {
        let bytes = scope.utf8
        guard (1...maximumScopeBytes).contains(bytes.count), let first = bytes.first, isLetter(first) else {
            return false
        }
        return bytes.allSatisfy { isLetter($0) || isDigit($0) || marks.contains($0) }
    }

    private static let marks = Set("_.:-".utf8)

    private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
