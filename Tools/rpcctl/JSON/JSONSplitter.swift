/// Cuts a text of JSON objects, one behind the other or one a line, into the objects, however the text comes in.
struct JSONSplitter {
    private static let maximumBytes = 64 << 20
    private var rest: [UInt8] = []
    /// What of `rest` was looked at.
    private var position = 0
    private var depth = 0
    private var isInText = false
    private var isEscaped = false

    /// Only white space is left over.
    var isClean: Bool { rest.allSatisfy(Self.isSpace) }

    mutating func add(_ bytes: some Sequence<UInt8>) throws {
        rest.append(contentsOf: bytes)
        guard rest.count <= Self.maximumBytes else { throw ToolError("a JSON object of more than 64 MiB is too long") }
    }

    /// The next whole object; nil where it isn't there yet.
    mutating func next() throws -> String? {
        while position < rest.count {
            let byte = rest[position]
            position += 1
            if isInText {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInText = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isInText = true
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if depth <= 0 { return take() }
            default: break
            }
            if depth == 0, !Self.isSpace(byte) { throw ToolError("the JSON must be objects: {…}") }
        }
        return nil
    }

    private mutating func take() -> String {
        let object = String(decoding: rest[..<position], as: UTF8.self)
        rest.removeFirst(position)
        position = 0
        depth = 0
        return object.trimmed
    }

    private static func isSpace(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }
}
