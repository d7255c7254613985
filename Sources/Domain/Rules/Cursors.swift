/// Where a watch goes on, as text that its client only hands back: which log, and the last row that was told.
package enum Cursor: UInt8, Sendable {
    case revocations = 1
    case activity = 2

    /// Log, sequence, id.
    private static let bytes = 1 + 8 + 16
    private static let characters = 34

    package func text(_ position: LogPosition) -> String {
        var writer = ByteWriter(version: rawValue)
        writer.write(position.sequence)
        return TextEncoding.base64URL(writer.bytes + position.id.bytes)
    }

    /// Nil for an empty text, which is no place yet.
    package func position(_ text: String) throws(DomainError) -> LogPosition? {
        guard !text.isEmpty else { return nil }
        guard text.utf8.count == Self.characters, let bytes = TextEncoding.bytes(base64URL: text),
            bytes.count == Self.bytes, bytes[0] == rawValue, let id = UUIDv7(bytes: bytes[9...])
        else { throw Self.invalid }
        let sequence = bytes[1...8].reduce(0) { $0 << 8 | Int64($1) }
        guard sequence >= 0 else { throw Self.invalid }
        return LogPosition(sequence: sequence, id: id)
    }

    private static var invalid: DomainError {
        .invalid(
            "cursor", "Send the last cursor of the same method, as it came, or nothing to begin now.",
            reason: "CURSOR_INVALID")
    }
}
