/// An address that events may be posted to, as far as its text can tell: the address that is really connected to is checked
/// again at that moment, because a name says nothing.
package enum WebhookURL {
    package static let maximumBytes = 2_048

    /// Why it can't be taken, or nil.
    package static func problem(_ url: String, field: String, allow: [AddressRange]) -> FieldProblem? {
        func problem(_ description: String, _ reason: String) -> FieldProblem {
            FieldProblem(field: field, description: description, reason: reason)
        }
        guard url.utf8.count <= maximumBytes else {
            return problem("Use a URL of at most \(maximumBytes) bytes.", "URL_TOO_LONG")
        }
        guard url.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }) else {
            return problem(
                "Write the URL in ASCII: percent-encode the path, and use a name's xn-- form.", "URL_INVALID")
        }
        guard url.prefix(8).lowercased() == "https://" else {
            return problem("Use a URL that begins with https://.", "URL_NOT_HTTPS")
        }
        guard !url.utf8.contains(UInt8(ascii: "#")) else {
            return problem("Leave out the fragment.", "URL_FRAGMENT")
        }
        let authority = url.dropFirst(8).prefix { $0 != "/" && $0 != "?" }
        guard !authority.utf8.contains(UInt8(ascii: "@")) else {
            return problem("Leave out user name and password; deliveries are signed.", "URL_USERINFO")
        }
        guard let host = host(of: authority) else {
            return problem("Name a host, and a port from 1 to 65535 where it isn't 443.", "URL_INVALID")
        }
        return hostProblem(host, allow).map { problem($0.description, $0.reason) }
    }

    /// A URL that was accepted, its scheme in lower case.
    static func normalized(_ url: String) -> String { "https://" + url.dropFirst(8) }

    /// The host of a URL that was accepted; empty for another.
    package static func host(ofAccepted url: String) -> String {
        host(of: url.dropFirst(8).prefix { $0 != "/" && $0 != "?" }).map(String.init) ?? ""
    }

    /// Without the port, and with brackets where it has some. Nil when either is malformed.
    private static func host(of authority: Substring) -> Substring? {
        let end: Substring.Index
        if authority.hasPrefix("[") {
            guard let bracket = authority.firstIndex(of: "]") else { return nil }
            end = authority.index(after: bracket)
        } else {
            end = authority.firstIndex(of: ":") ?? authority.endIndex
        }
        let port = authority[end...]
        guard port.isEmpty || isPort(port) else { return nil }
        return end == authority.startIndex ? nil : authority[..<end]
    }

    private static func isPort(_ text: Substring) -> Bool {
        let digits = text.dropFirst()
        guard text.hasPrefix(":"), (1...5).contains(digits.utf8.count), digits.utf8.allSatisfy({ $0 &- 48 < 10 }),
            let number = Int(digits)
        else { return false }
        return (1...65_535).contains(number)
    }

    private static func hostProblem(
        _ host: Substring, _ allow: [AddressRange]
    ) -> (description: String, reason: String)? {
        let malformed = ("Name a host as in https://hooks.example.com/.", "URL_INVALID")
        let notPublic = (
            "Use a host with a public address: this one is not reachable from the internet.", "URL_NOT_PUBLIC"
        )
        if host.hasPrefix("[") {
            guard let address = NetworkAddress(text: host.dropFirst().dropLast()), case .v6 = address else {
                return malformed
            }
            return address.isAllowed(besidesPublic: allow) ? nil : notPublic
        }
        let name = (host.hasSuffix(".") ? host.dropLast() : host).lowercased()
        let labels = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard name.utf8.count <= 253, labels.allSatisfy({ isLabel($0) }) else { return malformed }
        // Whatever ends in a number is an address to some resolver (WHATWG URL, 3.5), written in whatever base.
        if let last = labels.last, isNumber(last) {
            guard let address = NetworkAddress(looseIPv4: name) else { return malformed }
            return address.isAllowed(besidesPublic: allow) ? nil : notPublic
        }
        if name == "localhost" || name.hasSuffix(".localhost") {
            return NetworkAddress.v4(0x7F00_0001).isAllowed(besidesPublic: allow) ? nil : notPublic
        }
        return nil
    }

    private static func isLabel(_ label: some Collection<UInt8>) -> Bool {
        guard (1...63).contains(label.count), label.first != UInt8(ascii: "-") else { return false }
        return label.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
                UInt8(ascii: "_"):
                true
            default: false
            }
        }
    }

    private static func isNumber(_ label: some Collection<UInt8>) -> Bool {
        if label.allSatisfy({ $0 &- 48 < 10 }) { return true }
        return label.starts(with: Array("0x".utf8))
    }
}
