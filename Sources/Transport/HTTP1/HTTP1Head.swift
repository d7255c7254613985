import RPC

/// A request's head (RFC 9112), as far as it matters here.
struct HTTP1Head: Equatable {
    enum Method: Equatable {
        case get
        case head
        case other
    }

    var method = Method.other
    /// Without its query.
    var path = ""
    var isHTTP10 = false
    /// The client takes further answers on this connection.
    var keepsAlive = true
    /// A body follows.
    var hasBody = false

    /// No head is longer.
    static let maximumBytes = 8 << 10

    /// How many bytes the head at `start` has, its empty line included; nil where that line hasn't come.
    static func byteCount(_ bytes: RawSpan, from start: Int) -> Int? {
        var position = start
        let end = min(bytes.byteCount, start + maximumBytes)
        while position + 4 <= end {
            // The end's fourth byte says how far the empty line can be at least.
            switch bytes.byte(at: position + 3) {
            case 0x0A:
                if bytes.byte(at: position) == 0x0D, bytes.byte(at: position + 1) == 0x0A,
                    bytes.byte(at: position + 2) == 0x0D
                {
                    return position + 4 - start
                }
                position += 2
            case 0x0D: position += 1
            default: position += 4
            }
        }
        return nil
    }

    /// Nil where it is no HTTP/1 request. `text` is the head without its empty line.
    init?(_ text: [UInt8]) {
        // A line ends with both bytes: neither may stand alone.
        var lines: [ArraySlice<UInt8>] = []
        var begin = 0
        for index in text.indices where text[index] == 0x0A || text[index] == 0x0D {
            if text[index] == 0x0D {
                guard index + 1 < text.count, text[index + 1] == 0x0A else { return nil }
                lines.append(text[begin..<index])
                begin = index + 2
            } else if index == 0 || text[index - 1] != 0x0D {
                return nil
            }
        }
        guard let first = lines.first, read(requestLine: first) else { return nil }
        var fields = Fields()
        for line in lines.dropFirst() {
            guard fields.read(line) else { return nil }
        }
        guard fields.hosts == 1 || (isHTTP10 && fields.hosts == 0) else { return nil }
        keepsAlive = !fields.closes && (!isHTTP10 || fields.keepsAlive)
        hasBody = fields.hasBody
    }

    private mutating func read(requestLine line: ArraySlice<UInt8>) -> Bool {
        let words = line.split(separator: 0x20, omittingEmptySubsequences: false)
        guard words.count == 3, line.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }), let target = Self.path(words[1]) else {
            return false
        }
        switch String(decoding: words[0], as: UTF8.self) {
        case "GET": method = .get
        case "HEAD": method = .head
        case let other:
            guard !other.isEmpty, other.utf8.allSatisfy(Self.isToken) else { return false }
        }
        switch String(decoding: words[2], as: UTF8.self) {
        case "HTTP/1.1": isHTTP10 = false
        case "HTTP/1.0": isHTTP10 = true
        default: return false
        }
        path = target
        return true
    }

    /// Of `/path?query` or `http://host/path?query`.
    private static func path(_ target: ArraySlice<UInt8>) -> String? {
        var rest = target
        for scheme in ["http://", "https://"] where rest.starts(with: scheme.utf8) {
            rest = rest.dropFirst(scheme.utf8.count).drop { $0 != UInt8(ascii: "/") }
            if rest.isEmpty { return "/" }
            break
        }
        guard rest.first == UInt8(ascii: "/") else { return nil }
        return String(decoding: rest.prefix { $0 != UInt8(ascii: "?") }, as: UTF8.self)
    }

    static func isToken(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}

/// The few fields that are read.
private struct Fields {
    var hosts = 0
    var closes = false
    var keepsAlive = false
    var hasBody = false

    /// False where the line is no field, or says two different things of the body's length.
    mutating func read(_ line: ArraySlice<UInt8>) -> Bool {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
            line[..<colon].allSatisfy(HTTP1Head.isToken)
        else { return false }
        let value = line[(colon + 1)...]
        guard value.allSatisfy({ $0 == 0x09 || ($0 >= 0x20 && $0 != 0x7F) }) else { return false }
        let text = String(decoding: value, as: UTF8.self).lowercased()
        switch String(decoding: line[..<colon], as: UTF8.self).lowercased() {
        case "host": hosts += 1
        case "connection":
            let options = text.split { $0 == "," || $0 == " " || $0 == "\t" }
            if options.contains("close") { closes = true }
            if options.contains("keep-alive") { keepsAlive = true }
        case "transfer-encoding": hasBody = true
        case "content-length":
            let digits = text.utf8.filter { $0 != 0x20 && $0 != 0x09 }
            guard !digits.isEmpty, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return false }
            if digits.contains(where: { $0 != 0x30 }) { hasBody = true }
        default: break
        }
        return true
    }
}
