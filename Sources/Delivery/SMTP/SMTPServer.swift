/// Where mails are handed over, as a setting says: `smtp://user:password@host:port` or `smtps://…`.
package struct SMTPServer: Sendable, Equatable {
    /// From the first byte on (`smtps`), or by STARTTLS before anything else (`smtp`). Never without.
    package let isImplicitTLS: Bool
    /// A name, an IPv4 address, or an IPv6 address in brackets.
    package let host: String
    package let port: UInt16
    /// Decoded; empty: nobody signs in.
    package let user: String
    package let password: String

    /// Nil unless it is such a URL, with nothing behind the port. Ports by default: 587 and 465 (RFC 8314).
    package init?(_ url: String) {
        let scheme = url.prefix { $0 != ":" }.lowercased()
        guard scheme == "smtp" || scheme == "smtps", url.dropFirst(scheme.count).hasPrefix("://") else { return nil }
        isImplicitTLS = scheme == "smtps"
        var rest = url.dropFirst(scheme.count + 3)
        if rest.hasSuffix("/") { rest = rest.dropLast() }
        var name = ""
        var secret = ""
        if let at = rest.lastIndex(of: "@") {
            let parts = rest[..<at].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard let first = Self.decoded(parts[0]), let second = Self.decoded(parts.dropFirst().first ?? ""),
                !first.isEmpty
            else { return nil }
            (name, secret) = (first, second)
            rest = rest[rest.index(after: at)...]
        }
        (user, password) = (name, secret)
        guard let (host, port) = Self.address(rest, defaultPort: isImplicitTLS ? 465 : 587) else { return nil }
        self.host = host
        self.port = port
    }

    private static func address(_ text: Substring, defaultPort: UInt16) -> (String, UInt16)? {
        var host = text
        var port = defaultPort
        let end = text.lastIndex(of: "]") ?? text.startIndex
        if let colon = text[end...].lastIndex(of: ":") {
            guard let number = UInt16(text[text.index(after: colon)...]), number > 0 else { return nil }
            port = number
            host = text[..<colon]
        }
        let inside = host.hasPrefix("[") && host.hasSuffix("]") ? host.dropFirst().dropLast() : host
        let allowed = host.hasPrefix("[") ? ":.-" : ".-_"
        let isHost =
            !inside.isEmpty
            && inside.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: allowed.utf8.contains(byte)
                }
            }
        return isHost ? (String(host), port) : nil
    }

    /// RFC 3986, 2.1. Nil for a broken escape, a control character or what is no UTF-8.
    private static func decoded(_ text: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let value = String(rest.prefix(2)).flatMap({ UInt8($0, radix: 16) }), rest.count >= 2 else {
                return nil
            }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        guard !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }
}
