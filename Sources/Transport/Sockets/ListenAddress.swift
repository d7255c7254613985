import Glibc

/// HOST:PORT to serve on: an IPv4 address, an IPv6 address in brackets, or a name of this host. Port 0 takes a free one.
package struct ListenAddress: Sendable, Equatable {
    package let host: String
    package let port: UInt16

    /// Nil where the text is no HOST:PORT.
    package init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]) else {
            return nil
        }
        var host = text[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
        guard !host.isEmpty else { return nil }
        self.host = String(host)
        self.port = port
    }

    package init(host: String, port: UInt16) {
        self.host = host
        self.port = port
    }

    package var text: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }

    /// Whether it can be reached from this machine only.
    package func isLoopback() throws(TransportError) -> Bool {
        let first = try resolve()
        defer { freeaddrinfo(first) }
        return first.pointee.ai_addr.map { Sockets.isLoopback(UnsafeRawPointer($0)) } ?? false
    }

    /// The caller frees it.
    private func resolve() throws(TransportError) -> UnsafeMutablePointer<addrinfo> {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        hints.ai_flags = AI_PASSIVE
        var found: UnsafeMutablePointer<addrinfo>?
        let status = getaddrinfo(host, String(port), &hints, &found)
        guard status == 0, let first = found else {
            throw TransportError(description: "\(text) can't be resolved: \(String(cString: gai_strerror(status)))")
        }
        return first
    }

    /// A listening socket that doesn't block, and the port it got.
    func listen() throws(TransportError) -> (descriptor: Int32, port: UInt16) {
        let first = try resolve()
        defer { freeaddrinfo(first) }
        let type = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
        let descriptor = socket(first.pointee.ai_family, type, 0)
        guard descriptor >= 0 else { throw Sockets.failure("a socket can't be made") }
        var on: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
        Sockets.findDeadPeers(descriptor)
        guard bind(descriptor, first.pointee.ai_addr, first.pointee.ai_addrlen) == 0,
            Glibc.listen(descriptor, 4_096) == 0
        else {
            let failure = Sockets.failure("can't listen on \(text)")
            close(descriptor)
            throw failure
        }
        return (descriptor, Sockets.localPort(of: descriptor))
    }
}
