/// RFC 2045, 6.7: ASCII lines of at most 76 columns that any relay leaves as they are.
enum QuotedPrintable {
    static let columns = 76

    /// Lines of `text` end in LF; those of the answer in CR LF.
    static func encoded(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            if index > 0 { bytes.append(contentsOf: [0x0D, 0x0A]) }
            append(line, to: &bytes)
        }
        return bytes
    }

    private static func append(_ line: Substring.UTF8View, to bytes: inout [UInt8]) {
        var column = 0
        var index = line.startIndex
        while index != line.endIndex {
            let next = line.index(after: index)
            let isLast = next == line.endIndex
            let token = token(line[index], isFirst: column == 0, isLast: isLast)
            // A column is kept for the soft line break, but on the last token, which none follows.
            if column + token.count > (isLast ? columns : columns - 1) {
                bytes.append(contentsOf: [UInt8(ascii: "="), 0x0D, 0x0A])
                column = 0
            }
            bytes.append(contentsOf: token)
            column += token.count
            index = next
        }
    }

    private static func token(_ byte: UInt8, isFirst: Bool, isLast: Bool) -> [UInt8] {
        switch byte {
        // White space that ends a line would be lost.
        case UInt8(ascii: " "), UInt8(ascii: "\t"): isLast ? escaped(byte) : [byte]
        case UInt8(ascii: "="): escaped(byte)
        // Relays stuff a leading dot, mailboxes quote a leading "From ".
        case UInt8(ascii: "."), UInt8(ascii: "F"): isFirst ? escaped(byte) : [byte]
        case 0x21...0x7E: [byte]
        default: escaped(byte)
        }
    }

    private static func escaped(_ byte: UInt8) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
    }
}
