/// What somebody pressed.
enum Key: Equatable {
    case text(Character)
    case enter, tab, backspace, delete
    case left, right, wordLeft, wordRight, home, end, up, down
    /// Up to the line's beginning, to its end, and the word before the cursor.
    case killStart, killEnd, killWord
    case clear, interrupt, endOfInput
    /// Looks through the history; and gives that up.
    case search, abandon
}

/// Reads keys out of a terminal's bytes, however they are cut.
struct KeyReader {
    private var bytes: [UInt8] = []

    mutating func add(_ new: some Sequence<UInt8>) { bytes.append(contentsOf: new) }

    /// Nil where no whole key is left.
    mutating func next() -> Key? {
        while let first = bytes.first {
            if first == 0x1B {
                guard let key = escape() else { return nil }
                if case .some(let key) = key { return key }
                continue
            }
            if first < 0x20 || first == 0x7F {
                bytes.removeFirst()
                if let key = control(first) { return key }
                continue
            }
            return character(first)
        }
        return nil
    }

    private func control(_ byte: UInt8) -> Key? {
        switch byte {
        case 0x01: .home
        case 0x02: .left
        case 0x03: .interrupt
        case 0x04: .endOfInput
        case 0x05: .end
        case 0x06: .right
        case 0x07: .abandon
        case 0x08, 0x7F: .backspace
        case 0x09: .tab
        case 0x0A, 0x0D: .enter
        case 0x0B: .killEnd
        case 0x0C: .clear
        case 0x0E: .down
        case 0x10: .up
        case 0x12: .search
        case 0x15: .killStart
        case 0x17: .killWord
        default: nil
        }
    }

    /// Nil: not whole yet. An inner nil: a sequence that means nothing here.
    private mutating func escape() -> Key?? {
        guard bytes.count >= 2 else { return nil }
        guard bytes[1] == UInt8(ascii: "[") || bytes[1] == UInt8(ascii: "O") else {
            let second = bytes[1]
            bytes.removeFirst(2)
            switch second {
            case UInt8(ascii: "b"): return .some(.wordLeft)
            case UInt8(ascii: "f"): return .some(.wordRight)
            case 0x7F: return .some(.killWord)
            default: return .some(nil)
            }
        }
        guard let end = bytes[2...].firstIndex(where: { (0x40...0x7E).contains($0) }) else { return nil }
        let parameters = String(decoding: bytes[2..<end], as: UTF8.self)
        let last = bytes[end]
        bytes.removeFirst(end + 1)
        return .some(Self.key(last, parameters))
    }

    private static func key(_ last: UInt8, _ parameters: String) -> Key? {
        let isByWord = parameters.hasSuffix(";5") || parameters.hasSuffix(";3")
        switch last {
        case UInt8(ascii: "A"): return .up
        case UInt8(ascii: "B"): return .down
        case UInt8(ascii: "C"): return isByWord ? .wordRight : .right
        case UInt8(ascii: "D"): return isByWord ? .wordLeft : .left
        case UInt8(ascii: "H"): return .home
        case UInt8(ascii: "F"): return .end
        case UInt8(ascii: "~"):
            switch parameters {
            case "1", "7": return .home
            case "4", "8": return .end
            case "3": return .delete
            default: return nil
            }
        default: return nil
        }
    }

    /// UTF-8's; what is none is shown as such.
    private mutating func character(_ first: UInt8) -> Key? {
        let count = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard bytes.count >= count else { return nil }
        let text = String(decoding: bytes.prefix(count), as: UTF8.self)
        bytes.removeFirst(count)
        return text.first.map { .text($0) }
    }
}
