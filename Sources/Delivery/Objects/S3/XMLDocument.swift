/// One element of an XML document, without attributes. Names are local: a prefix is left out.
struct XMLElement: Sendable, Equatable {
    let name: String
    /// The text directly in it, as it stands.
    fileprivate(set) var text = ""
    fileprivate(set) var children: [XMLElement] = []

    init(name: String) { self.name = name }

    func children(named name: String) -> [XMLElement] { children.filter { $0.name == name } }
    func text(of name: String) -> String? { children.first { $0.name == name }?.text }
}

/// Why a document isn't taken.
struct XMLFailure: Error, Equatable { let words: String }

/// Reads the XML that S3 answers with: elements and text in UTF-8, the five named entities and character references. Whatever
/// could do more than that (DOCTYPE, other entities, processing instructions) is refused, so is what is not complete. Bounded in
/// depth and in the number of elements; the caller bounds the bytes.
struct XMLReader {
    private static let maximumDepth = 16
    private static let maximumElements = 65_536
    private static let maximumNameBytes = 256

    private let bytes: [UInt8]
    private var position = 0
    private var open: [XMLElement] = []
    private var root: XMLElement?
    private var elements = 0

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The document's one root element.
    static func read(_ bytes: [UInt8]) throws(XMLFailure) -> XMLElement {
        guard String(validating: bytes, as: UTF8.self) != nil else { throw XMLFailure(words: "no UTF-8") }
        var reader = XMLReader(bytes)
        return try reader.document()
    }

    private mutating func document() throws(XMLFailure) -> XMLElement {
        // A byte order mark may stand first.
        _ = take([0xEF, 0xBB, 0xBF])
        if take("<?xml") { try skip(past: "?>") }
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: "<") { try markup() } else { try characters() }
        }
        guard let root, open.isEmpty else { throw XMLFailure(words: "cut off") }
        return root
    }

    private mutating func markup() throws(XMLFailure) {
        if take("<!--") { return try skip(past: "-->") }
        if take("<![CDATA[") { return try characterData() }
        if take("</") { return try endTag() }
        guard take("<") else { return }
        try startTag()
    }

    private mutating func startTag() throws(XMLFailure) {
        let name = try self.name()
        elements += 1
        guard root == nil, open.count < Self.maximumDepth, elements <= Self.maximumElements else {
            throw XMLFailure(words: "too deep, too long or with two roots")
        }
        open.append(XMLElement(name: name))
        while true {
            let hadSpace = skipSpace()
            if take("/>") { return try close() }
            if take(">") { return }
            guard hadSpace else { throw XMLFailure(words: "no tag") }
            try attribute()
        }
    }

    private mutating func attribute() throws(XMLFailure) {
        _ = try name()
        skipSpace()
        guard take("=") else { throw XMLFailure(words: "no attribute") }
        skipSpace()
        guard let quote = next, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            throw XMLFailure(words: "no attribute")
        }
        position += 1
        while let byte = next, byte != quote {
            guard byte != UInt8(ascii: "<") else { throw XMLFailure(words: "no attribute") }
            position += 1
        }
        guard take([quote]) else { throw XMLFailure(words: "cut off") }
    }

    private mutating func endTag() throws(XMLFailure) {
        let name = try self.name()
        skipSpace()
        guard take(">"), open.last?.name == name else { throw XMLFailure(words: "a tag that doesn't match") }
        try close()
    }

    private mutating func close() throws(XMLFailure) {
        guard let element = open.popLast() else { throw XMLFailure(words: "a tag that doesn't match") }
        if open.isEmpty { root = element } else { open[open.count - 1].children.append(element) }
    }

    private mutating func characters() throws(XMLFailure) {
        var text: [UInt8] = []
        while let byte = next, byte != UInt8(ascii: "<") {
            if byte == UInt8(ascii: "&") {
                text += try reference()
            } else {
                text.append(byte)
                position += 1
            }
        }
        try append(text)
    }

    private mutating func characterData() throws(XMLFailure) {
        let start = position
        try skip(past: "]]>")
        try append(Array(bytes[start..<position - 3]))
    }

    private mutating func append(_ text: [UInt8]) throws(XMLFailure) {
        guard !open.isEmpty else {
            guard text.allSatisfy(Self.isSpace) else { throw XMLFailure(words: "text outside the root") }
            return
        }
        // The whole was UTF-8, and what is taken out of it ends at ASCII.
        open[open.count - 1].text += String(decoding: text, as: UTF8.self)
    }

    private mutating func reference() throws(XMLFailure) -> [UInt8] {
        let limit = min(position + 12, bytes.count)
        guard let end = bytes[position..<limit].firstIndex(of: UInt8(ascii: ";")) else {
            throw XMLFailure(words: "a reference that doesn't end")
        }
        let name = String(decoding: bytes[position + 1..<end], as: UTF8.self)
        position = end + 1
        switch name {
        case "amp": return [UInt8(ascii: "&")]
        case "lt": return [UInt8(ascii: "<")]
        case "gt": return [UInt8(ascii: ">")]
        case "quot": return [UInt8(ascii: "\"")]
        case "apos": return [UInt8(ascii: "'")]
        default: return try Self.character(name)
        }
    }

    /// "#10" or "#xA".
    private static func character(_ name: String) throws(XMLFailure) -> [UInt8] {
        let isHex = name.hasPrefix("#x")
        let digits = name.dropFirst(isHex ? 2 : 1)
        guard name.hasPrefix("#"), digits.first?.isHexDigit == true,
            let number = UInt32(digits, radix: isHex ? 16 : 10), number != 0, let scalar = Unicode.Scalar(number)
        else { throw XMLFailure(words: "an unknown entity") }
        return Array(String(Character(scalar)).utf8)
    }

    /// Letters, digits and what S3's and XML Schema's names hold; the local part of it.
    private mutating func name() throws(XMLFailure) -> String {
        let start = position
        while let byte = next, Self.isName(byte), position - start <= Self.maximumNameBytes { position += 1 }
        let whole = bytes[start..<position]
        let local = whole.lastIndex(of: UInt8(ascii: ":")).map { whole[($0 + 1)...] } ?? whole
        guard !local.isEmpty, whole.count <= Self.maximumNameBytes else { throw XMLFailure(words: "no name") }
        return String(decoding: local, as: UTF8.self)
    }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func take(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { take(Array($0)) }
    }

    private mutating func take(_ wanted: [UInt8]) -> Bool {
        guard bytes[position...].starts(with: wanted) else { return false }
        position += wanted.count
        return true
    }

    private mutating func skip(past end: StaticString) throws(XMLFailure) {
        while position < bytes.count {
            if take(end) { return }
            position += 1
        }
        throw XMLFailure(words: "cut off")
    }

    @discardableResult private mutating func skipSpace() -> Bool {
        let start = position
        while let byte = next, Self.isSpace(byte) { position += 1 }
        return position > start
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

    private static func isName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: ":"):
            true
        default: byte >= 0x80
        }
    }
}
