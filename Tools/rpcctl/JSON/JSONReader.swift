/// A JSON value.
enum JSONValue: Equatable, Sendable {
    case null
    case flag(Bool)
    /// As it stands.
    case number(String)
    case text(String)
    case array([JSONValue])
    case object([String: JSONValue])

    subscript(_ name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members[name]
    }
}

/// Reads JSON (RFC 8259) from its beginning, without holding what lies behind it. Refuses what is nested deeper than 64.
struct JSONReader {
    private let bytes: [UInt8]
    private var position = 0
    private var depth = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    static func value(of bytes: [UInt8]) throws(BrokenLog) -> JSONValue {
        var reader = JSONReader(bytes)
        let value = try reader.value()
        try reader.end()
        return value
    }

    private var malformed: BrokenLog { BrokenLog("it is no JSON at byte \(position)") }

    private mutating func peek() -> UInt8? {
        while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
        return position < bytes.count ? bytes[position] : nil
    }

    private mutating func expect(_ byte: UInt8) throws(BrokenLog) {
        guard peek() == byte else { throw malformed }
        position += 1
    }

    /// Only white space is left.
    mutating func end() throws(BrokenLog) {
        guard peek() == nil else { throw malformed }
    }

    /// Calls `member` with each member's name; it reads the value.
    mutating func object(
        _ member: (inout JSONReader, String) throws(BrokenLog) -> Void
    ) throws(BrokenLog) {
        try list(UInt8(ascii: "{"), UInt8(ascii: "}")) { (reader) throws(BrokenLog) in
            _ = reader.peek()
            let name = try reader.text()
            try reader.expect(UInt8(ascii: ":"))
            try member(&reader, name)
        }
    }

    /// Calls `element` for each; it reads the value.
    mutating func array(_ element: (inout JSONReader) throws(BrokenLog) -> Void) throws(BrokenLog) {
        try list(UInt8(ascii: "["), UInt8(ascii: "]"), element)
    }

    private mutating func list(
        _ open: UInt8, _ close: UInt8, _ element: (inout JSONReader) throws(BrokenLog) -> Void
    ) throws(BrokenLog) {
        try expect(open)
        depth += 1
        guard depth <= 64 else { throw malformed }
        defer { depth -= 1 }
        if peek() == close {
            position += 1
            return
        }
        while true {
            try element(&self)
            if peek() == close {
                position += 1
                return
            }
            try expect(UInt8(ascii: ","))
        }
    }

    mutating func skip() throws(BrokenLog) { _ = try value() }

    mutating func value() throws(BrokenLog) -> JSONValue {
        switch peek() {
        case UInt8(ascii: "{"):
            var members: [String: JSONValue] = [:]
            try object { (reader, name) throws(BrokenLog) in
                guard members[name] == nil else { throw BrokenLog("\(name) stands there twice") }
                members[name] = try reader.value()
            }
            return .object(members)
        case UInt8(ascii: "["):
            var elements: [JSONValue] = []
            try array { (reader) throws(BrokenLog) in elements.append(try reader.value()) }
            return .array(elements)
        case UInt8(ascii: "\""): return .text(try text())
        default: return try word()
        }
    }

    private mutating func word() throws(BrokenLog) -> JSONValue {
        let start = position
        while position < bytes.count, isWord(bytes[position]) { position += 1 }
        let word = String(decoding: bytes[start..<position], as: UTF8.self)
        switch word {
        case "null": return .null
        case "true": return .flag(true)
        case "false": return .flag(false)
        default:
            // Integers are what this reader is asked for; a number of another shape has only to be one.
            guard let number = Int64(word) else {
                guard word.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/) != nil else {
                    throw malformed
                }
                return .number(word)
            }
            guard "\(number)" == word || word == "-0" else { throw malformed }
            return .number(word)
        }
    }

    private func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "E"),
            UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."):
            true
        default: false
        }
    }

    private mutating func text() throws(BrokenLog) -> String {
        try expect(UInt8(ascii: "\""))
        var text: [UInt8] = []
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard let text = String(validating: text, as: UTF8.self) else { throw malformed }
                return text
            case UInt8(ascii: "\\"): text.append(contentsOf: String(try escaped()).utf8)
            case 0..<0x20: throw malformed
            default: text.append(byte)
            }
        }
        throw malformed
    }

    private mutating func escaped() throws(BrokenLog) -> Unicode.Scalar {
        guard position < bytes.count else { throw malformed }
        let byte = bytes[position]
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try escapedUnit()
        default: throw malformed
        }
    }

    /// One UTF-16 unit, or two that belong together.
    private mutating func escapedUnit() throws(BrokenLog) -> Unicode.Scalar {
        let first = try unit()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard (0xD800..<0xDC00).contains(first) else { throw malformed }
        try expect(UInt8(ascii: "\\"))
        try expect(UInt8(ascii: "u"))
        let second = try unit()
        guard (0xDC00..<0xE000).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw malformed }
        return scalar
    }

    private mutating func unit() throws(BrokenLog) -> UInt32 {
        guard position + 4 <= bytes.count,
            let unit = UInt32(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16),
            bytes[position] != UInt8(ascii: "+"), bytes[position] != UInt8(ascii: "-")
        else { throw malformed }
        position += 4
        return unit
    }
}
