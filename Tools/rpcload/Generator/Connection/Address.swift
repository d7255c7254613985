internal import CLinux
internal import Glibc

/// HOST:PORT, where the load goes. The host is a name, an IPv4 address or an IPv6 address in brackets.
package struct Address: Sendable {
    package let host: String
    package let port: UInt16

    package init(_ text: String) throws(LoadError) {
        guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]), port > 0 else {
            throw LoadError("--addr takes HOST:PORT, not \(text)")
        }
        var host = text[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
        self.host = String(host)
        self.port = port
    }

    package var text: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }

    /// A connected, blocking socket with Nagle's delay off.
    package func connect() throws(LoadError) -> Int32 {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        let status = getaddrinfo(host, String(port), &hints, &found)
        guard status == 0, let first = found else {
            throw LoadError("\(host) can't be resolved: \(String(cString: gai_strerror(status)))")
        }
        defer { freeaddrinfo(found) }
        var next: UnsafeMutablePointer<addrinfo>? = first
        while let candidate = next {
            if let descriptor = Self.connect(candidate.pointee) { return descriptor }
            next = candidate.pointee.ai_next
        }
        throw LoadError("no server answers at \(text); start it with Tools/run")
    }

    private static func connect(_ address: addrinfo) -> Int32? {
        let descriptor = socket(address.ai_family, address.ai_socktype | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return nil }
        guard Glibc.connect(descriptor, address.ai_addr, address.ai_addrlen) == 0 else {
            close(descriptor)
            return nil
        }
        var on: Int32 = 1
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
        return descriptor
    }
}
