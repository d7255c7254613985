/// Header lines of RFC 5322: at most 78 columns where the text can be folded, non-ASCII as encoded-words (RFC 2047).
enum HeaderField {
    static let columns = 78

    /// `Subject: …`, with its CR LF.
    static func unstructured(_ name: String, _ value: String) -> String {
        let value = SingleLine.of(value)
        let words = value.split(separator: " ").map(String.init)
        let longest = columns - name.utf8.count - 2
        let isPlain = value.utf8.allSatisfy { $0 < 0x80 } && !value.contains("=?")
        guard isPlain, words.allSatisfy({ $0.utf8.count <= longest }) else {
            return folded(name, EncodedWord.words(of: value, column: name.utf8.count + 2))
        }
        return folded(name, words)
    }

    /// `To: "Doe, Jane" <jane@example.com>`. The address has been checked.
    static func address(_ name: String, displayName: String, address: String) -> String {
        let displayName = SingleLine.of(displayName)
        guard !displayName.isEmpty else { return folded(name, [address]) }
        return folded(name, phrase(displayName, column: name.utf8.count + 2) + ["<\(address)>"])
    }

    /// A display name: atoms, a quoted string, or encoded-words (RFC 5322, 3.2.5; RFC 2047, 5 (3)).
    private static func phrase(_ text: String, column: Int) -> [String] {
        guard text.utf8.allSatisfy({ $0 < 0x80 }), !text.contains("=?") else {
            return EncodedWord.words(of: text, column: column)
        }
        if text.utf8.allSatisfy({ isAtomText($0) || $0 == UInt8(ascii: " ") }), text.utf8.count <= columns - column {
            return text.split(separator: " ").map(String.init)
        }
        let quoted = "\"" + text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "\""
        guard quoted.utf8.count <= columns - column else { return EncodedWord.words(of: text, column: column) }
        return [quoted]
    }

    private static func isAtomText(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
        }
    }

    /// Words with a space between them, or a fold where the line would grow too long.
    private static func folded(_ name: String, _ words: [String]) -> String {
        // A line with an encoded-word in it is held shorter (RFC 2047, 2).
        let limit = words.contains { $0.hasPrefix(EncodedWord.opening) } ? EncodedWord.lineLimit : columns
        var text = "\(name):"
        var column = text.utf8.count
        for (index, word) in words.enumerated() {
            if index > 0, column + 1 + word.utf8.count > limit {
                text += "\r\n"
                column = 0
            }
            text += " \(word)"
            column += 1 + word.utf8.count
        }
        return text + "\r\n"
    }
}

/// `=?UTF-8?B?…?=`: at most 75 bytes each, on lines of at most 76, never cut inside a code point (RFC 2047, 2 and 5).
enum EncodedWord {
    static let opening = "=?UTF-8?B?"
    private static let closing = "?="
    static let lineLimit = 76

    /// `column` is where the first word begins; the others may begin lines of their own.
    static func words(of text: String, column: Int) -> [String] {
        var words: [String] = []
        var chunk: [UInt8] = []
        var room = capacity(from: column)
        for scalar in text.unicodeScalars {
            let bytes = Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            if !chunk.isEmpty, chunk.count + bytes.count > room {
                words.append(word(chunk))
                chunk = []
                room = capacity(from: 1)
            }
            chunk.append(contentsOf: bytes)
        }
        if !chunk.isEmpty { words.append(word(chunk)) }
        return words
    }

    private static func capacity(from column: Int) -> Int {
        max(4, (lineLimit - column - opening.utf8.count - closing.utf8.count) / 4 * 3)
    }

    private static func word(_ bytes: [UInt8]) -> String { opening + Base64.text(of: bytes) + closing }
}

/// RFC 4648, 4.
enum Base64 {
    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    static func text(of bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            var value: UInt32 = 0
            for byte in group { value = value << 8 | UInt32(byte) }
            value <<= UInt32(8 * (3 - group.count))
            for index in 0..<4 {
                let digit = digits[Int(value >> UInt32(18 - 6 * index) & 0x3F)]
                text.append(index <= group.count ? digit : UInt8(ascii: "="))
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
