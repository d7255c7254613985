/// Keys of objects in the bucket. A purge removes what the key names, so a key must not reach past its own account.
package enum ObjectKeys {
    package static let maximumBytes = 1_024

    /// What all of an account's keys start with.
    package static func prefix(of account: AccountID) -> String { "\(account.text)/" }

    /// Why the key can't be a recording's of that account, or nil.
    package static func problem(_ key: String, of account: AccountID, field: String = "object_key") -> FieldProblem? {
        guard key.utf8.count <= maximumBytes else {
            return FieldProblem(
                field: field, description: "A key has at most \(maximumBytes) bytes.", reason: "OBJECT_KEY_TOO_LONG")
        }
        guard key.utf8.starts(with: prefix(of: account).utf8) else {
            return FieldProblem(
                field: field, description: "Start the key with the account's id and a slash.",
                reason: "OBJECT_KEY_FOREIGN")
        }
        guard isPlain(key) else {
            return FieldProblem(
                field: field,
                description: "Leave out \"..\", empty and \".\" segments, backslashes and control characters.",
                reason: "OBJECT_KEY_INVALID")
        }
        return nil
    }

    /// No path that a file system or a proxy could take for another one.
    private static func isPlain(_ key: String) -> Bool {
        let hasBadCharacter = key.unicodeScalars.contains { scalar in
            scalar == "\\" || scalar.properties.generalCategory == .control
        }
        guard !hasBadCharacter else { return false }
        let bytes = Array(key.utf8)
        let dot = UInt8(ascii: ".")
        guard !zip(bytes, bytes.dropFirst()).contains(where: { $0 == dot && $1 == dot }) else { return false }
        return bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            .allSatisfy { !$0.isEmpty && !$0.elementsEqual([dot]) }
    }
}
