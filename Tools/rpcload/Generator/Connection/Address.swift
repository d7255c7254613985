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

    /// Asks the system's resolver, and waits for what it says: one address at least.
    func resolve() throws(LoadError) -> [SocketAddress] {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        let status = getaddrinfo(host, String(port), &hints, &found)
        guard status == 0, let first = found else {
            throw LoadError("\(host) can't be resolved: \(String(cString: gai_strerror(status)))")
        }
        defer { freeaddrinfo(found) }
        var addresses: [SocketAddress] = []
        var next: UnsafeMutablePointer<addrinfo>? = first
        while let candidate = next {
            addresses.append(SocketAddress(candidate.pointee))
            next = candidate.pointee.ai_next
        }
        return addresses
    }
}

/// One of an address's, as the kernel takes it.
struct SocketAddress: Sendable {
    private let family: Int32
    private let bytes: [UInt8]

    fileprivate init(_ found: addrinfo) {
        family = found.ai_family
        bytes = [UInt8](UnsafeRawBufferPointer(start: found.ai_addr, count: Int(found.ai_addrlen)))
    }

    /// A socket that has begun to connect, with Nagle's delay off; nil where that can't be. Never waits.
    func beginConnecting() -> Int32? {
        let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue)
        let descriptor = socket(family, type, 0)
        guard descriptor >= 0 else { return nil }
        var on: Int32 = 1
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
        let status = bytes.withUnsafeBytes { bytes in
            bytes.withMemoryRebound(to: sockaddr.self) {
                Glibc.connect(descriptor, $0.baseAddress, socklen_t(bytes.count))
            }
        }
        guard status == 0 || errno == EINPROGRESS else {
            close(descriptor)
            return nil
        }
        return descriptor
    }
}
