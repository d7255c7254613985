/// What guessers try first: a list counted out of breached accounts, and what people build from it to reach a length.
package enum CommonPasswords {
    /// Whether the text, lower case, is in the list as it stands.
    package static func contains(_ text: String) -> Bool {
        let key = Array(text.utf8)
        return !key.isEmpty && contains(key[...])
    }

    /// Whether the password is common, or at most two common pieces, runs and repeats with a few characters around them.
    package static func isGuessable(_ password: String) -> Bool {
        let lower = password.lowercased()
        return [lower, withoutSubstitutions(lower)].contains { isPredictable(Array($0.utf8)) }
    }

    private static func isPredictable(_ bytes: [UInt8]) -> Bool {
        let unit = repeatedUnit(of: bytes)
        // Nobody's list reaches this far, and the search below stays short.
        guard unit.count <= longestLookedInto else { return false }
        if contains(unit) { return true }
        let parts = PasswordParts(unit)
        return parts.commonPieces <= 2 && parts.restDistinct < 5
    }

    private static let longestLookedInto = 96

    /// "abcabcabc" is "abc" thrice, also when the last one is cut off.
    private static func repeatedUnit(of bytes: [UInt8]) -> ArraySlice<UInt8> {
        var period = 1
        while period <= bytes.count / 2 {
            if zip(bytes, bytes.dropFirst(period)).allSatisfy({ $0 == $1 }) { return bytes[0..<period] }
            period += 1
        }
        return bytes[...]
    }

    /// "p@ssw0rd" is "password" to every guesser.
    private static func withoutSubstitutions(_ text: String) -> String {
        String(
            text.map { character in
                switch character {
                case "0": "o"
                case "1", "!": "i"
                case "3": "e"
                case "4", "@": "a"
                case "5", "$": "s"
                case "7": "t"
                default: character
                }
            })
    }

    /// Binary search over the list's text, which stays where the linker put it.
    static func contains(_ key: ArraySlice<UInt8>) -> Bool {
        let text = list.utf8.span
        var low = 0
        var high = text.count
        while low < high {
            let start = entryStart(in: text, at: low + (high - low) / 2, notBefore: low)
            let (order, end) = compare(key, with: text, from: start)
            if order == 0 { return true }
            if order < 0 { high = start } else { low = end }
        }
        return false
    }

    private static func isSeparator(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") }

    private static func entryStart(in text: Span<UInt8>, at middle: Int, notBefore low: Int) -> Int {
        var start = middle
        while start > low, !isSeparator(text[start - 1]) { start -= 1 }
        return start
    }

    /// -1, 0 or 1, and where the next entry starts.
    private static func compare(_ key: ArraySlice<UInt8>, with text: Span<UInt8>, from start: Int) -> (Int, Int) {
        var end = start
        var order = 0
        var position = key.startIndex
        while end < text.count, !isSeparator(text[end]) {
            if order == 0 {
                if position == key.endIndex {
                    order = -1
                } else {
                    order = key[position] < text[end] ? -1 : key[position] > text[end] ? 1 : 0
                    position += 1
                }
            }
            end += 1
        }
        if order == 0, position < key.endIndex { order = 1 }
        return (order, min(end + 1, text.count))
    }
}

/// A password taken apart, greedily from the left: listed pieces, runs ("4567", "poiu", "aaaa"), and the rest.
struct PasswordParts {
    /// Different listed pieces; all runs together count as one.
    private(set) var commonPieces = 0
    /// Different bytes that belong to no piece.
    private(set) var restDistinct = 0

    private static let shortestPiece = 4
    private static let longestPiece = 24
    private static let rows: [[UInt8]] = ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertz"].map {
        Array($0.utf8)
    }

    init(_ bytes: ArraySlice<UInt8>) {
        var pieces: Set<ArraySlice<UInt8>> = []
        var rest: Set<UInt8> = []
        var hasRun = false
        var position = bytes.startIndex
        while position < bytes.endIndex {
            let piece = Self.pieceLength(bytes[position...])
            let run = Self.runLength(bytes[position...])
            if piece >= run, piece > 0 {
                pieces.insert(bytes[position..<position + piece])
            } else if run > 0 {
                hasRun = true
            } else {
                rest.insert(bytes[position])
            }
            position += max(piece, run, 1)
        }
        commonPieces = pieces.count + (hasRun ? 1 : 0)
        restDistinct = rest.count
    }

    private static func pieceLength(_ bytes: ArraySlice<UInt8>) -> Int {
        var length = min(bytes.count, longestPiece)
        while length >= shortestPiece {
            if CommonPasswords.contains(bytes.prefix(length)) { return length }
            length -= 1
        }
        return 0
    }

    /// Three and more that go on as they began.
    private static func runLength(_ bytes: ArraySlice<UInt8>) -> Int {
        guard bytes.count >= 3 else { return 0 }
        let start = bytes.startIndex
        guard let step = step(from: bytes[start], to: bytes[start + 1]) else { return 0 }
        var length = 2
        while length < bytes.count, self.step(from: bytes[start + length - 1], to: bytes[start + length]) == step {
            length += 1
        }
        return length >= 3 ? length : 0
    }

    /// 0 for the same byte, ±1 for a neighbour in the alphabet or among the digits, ±2 for one on the keyboard.
    private static func step(from left: UInt8, to right: UInt8) -> Int? {
        let difference = Int(right) - Int(left)
        if abs(difference) <= 1 { return difference }
        for row in rows {
            guard let from = row.firstIndex(of: left), let to = row.firstIndex(of: right) else { continue }
            if abs(to - from) == 1 { return 2 * (to - from) }
        }
        return nil
    }
}
