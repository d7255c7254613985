/// What an account's own words are: nobody else would have to guess them.
package struct OwnWords: Sendable {
    private let words: [String]

    /// Words of 4 code points and more; shorter ones are in every other password too.
    package init(email: String, displayName: String) {
        let parts = email.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
        let local = parts.first ?? ""
        let domain = parts.dropFirst().joined()
        let all =
            ["accountd", local.lowercased(), displayName.lowercased()] + local.wordsLowercased
            + domain.wordsLowercased + displayName.wordsLowercased
        // Longest first, so that "anna.example" goes before "anna".
        words = Set(all).filter { $0.unicodeScalars.count >= 4 }
            .sorted { ($0.utf8.count, $0) > ($1.utf8.count, $1) }
    }

    /// Whether an own word is in the password and what else is there wouldn't make one.
    func leaveTooLittle(of password: String) -> Bool {
        var rest = Array(password.lowercased().unicodeScalars)
        let before = rest.count
        for word in words { Self.remove(Array(word.unicodeScalars), from: &rest) }
        guard rest.count < before else { return false }
        let kept = String(String.UnicodeScalarView(rest))
        return kept.wordsLowercased.joined().unicodeScalars.count < PasswordRules.floor
            || CommonPasswords.isGuessable(kept)
    }

    private static func remove(_ word: [Unicode.Scalar], from text: inout [Unicode.Scalar]) {
        var kept: [Unicode.Scalar] = []
        var position = 0
        while position < text.count {
            if text[position...].starts(with: word) {
                position += word.count
            } else {
                kept.append(text[position])
                position += 1
            }
        }
        text = kept
    }
}

/// The rules for a new password (NIST SP 800-63B-4, 3.1.1), and the form in which every password is hashed.
package enum PasswordRules {
    /// No setting goes below it.
    package static let floor = 8

    /// The bytes that are hashed: NFC as UTF-8. Nil for more than the maximum, which is counted before any work.
    package static func hashable(_ password: String, _ policy: Policy) -> [UInt8]? {
        guard password.utf8.count <= policy.passwordMaximumBytes else { return nil }
        return Array(password.nfc.utf8)
    }

    /// Why the password can't be taken, or nil. `field` is its name in the request.
    package static func problem(
        with password: String, field: String, twoFactor: Bool, own: OwnWords, _ policy: Policy
    ) -> FieldProblem? {
        if let problem = tooLong(password, field: field, policy) { return problem }
        let text = password.nfc
        let minimum = max(floor, twoFactor ? policy.passwordMinimumWithTwoFactor : policy.passwordMinimum)
        if text.unicodeScalars.count < minimum {
            return FieldProblem(
                field: field, description: "Use at least \(minimum) characters.", reason: "PASSWORD_TOO_SHORT")
        }
        if CommonPasswords.isGuessable(text) {
            return FieldProblem(
                field: field,
                description: "This password is one that guessers try early. Use several unrelated words.",
                reason: "PASSWORD_COMMON")
        }
        if own.leaveTooLittle(of: text) {
            return FieldProblem(
                field: field, description: "Make it from something else than your name, your address or our name.",
                reason: "PASSWORD_OWN_WORDS")
        }
        return nil
    }

    package static func tooLong(_ password: String, field: String, _ policy: Policy) -> FieldProblem? {
        guard password.utf8.count > policy.passwordMaximumBytes else { return nil }
        return FieldProblem(
            field: field, description: "Use at most \(policy.passwordMaximumBytes) bytes.",
            reason: "PASSWORD_TOO_LONG")
    }

    /// The bytes to check a password that somebody claims to know.
    package static func claimed(
        _ password: String, field: String, _ policy: Policy
    ) throws(DomainError) -> [UInt8] {
        if let problem = tooLong(password, field: field, policy) { throw .invalid([problem]) }
        guard !password.isEmpty, let bytes = hashable(password, policy) else {
            throw .invalid(field, "Send the password.", reason: "PASSWORD_REQUIRED")
        }
        return bytes
    }
}
