internal import Glibc

/// HOST:PORT, where a server listens. The host is a name, an IPv4 address or an IPv6 address in brackets.
package struct Endpoint: Sendable, Hashable, CustomStringConvertible {
    package let host: String
    package let port: UInt16

    /// nil where the text is no HOST:PORT.
    package init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]), port > 0 else {
            return nil
        }
        var host = text[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
        guard !host.isEmpty else { return nil }
        self.host = String(host)
        self.port = port
    }

    package var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }

    /// A connected socket that doesn't block, with Nagle's delay off. Waits for at most `timeoutMs`.
    func connect(timeoutMs: Int) throws(SocketError) -> Socket {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        let status = getaddrinfo(host, String(port), &hints, &found)
        defer { freeaddrinfo(found) }
        guard status == 0 else {
            throw SocketError(what: "can't be resolved: \(String(cString: gai_strerror(status)))")
        }
        var failure = SocketError(what: "has no address")
        var next = found
        while let candidate = next {
            do throws(SocketError) {
                return try Socket.connected(to: candidate.pointee, timeoutMs: timeoutMs)
            } catch {
                failure = error
            }
            next = candidate.pointee.ai_next
        }
        throw failure
    }
}
