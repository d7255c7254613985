import Foundation
import Synchronization
import TestSupport

/// Passes bytes on to a server, from an address of its own choice: the server sees a caller at that address.
final class PrivacyProxy: Sendable {
    /// Where clients connect to.
    let address: String
    private let listener: Int32
    private let target: sockaddr_in
    private let source: sockaddr_in
    private let sockets = Mutex<[Int32]>([])
    private let sources = Mutex<Set<String>>([])

    /// The addresses that the server really saw calls come from.
    var seenSources: Set<String> { sources.withLock { $0 } }

    /// `source` and the server are IPv4 addresses; `server` with its port.
    init(to server: String, from source: String) throws {
        let parts = server.split(separator: ":").map(String.init)
        guard parts.count == 2, let port = UInt16(parts[1]) else { throw TestFailure("\(server) is no IPv4 address") }
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var local = Self.socketAddress("127.0.0.1", 0)
        guard Self.with(&local, { bind(listener, $0, $1) }) == 0, listen(listener, 16) == 0 else {
            throw TestFailure("the proxy can't listen")
        }
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        _ = withUnsafeMutablePointer(to: &local) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(listener, $0, &size) }
        }
        self.listener = listener
        address = "127.0.0.1:\(UInt16(bigEndian: local.sin_port))"
        target = Self.socketAddress(parts[0], port)
        self.source = Self.socketAddress(source, 0)
        Thread { [self] in accept() }.start()
    }

    func close() {
        shutdown(listener, Int32(SHUT_RDWR))
        for socket in sockets.withLock({ $0 }) { shutdown(socket, Int32(SHUT_RDWR)) }
    }

    private func accept() {
        while true {
            let client = Glibc.accept(listener, nil, nil)
            guard client >= 0 else { return }
            let upstream = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            var (source, target) = (source, target)
            guard Self.with(&source, { bind(upstream, $0, $1) }) == 0,
                Self.with(&target, { connect(upstream, $0, $1) }) == 0
            else {
                Glibc.close(client)
                Glibc.close(upstream)
                continue
            }
            sockets.withLock { $0 += [client, upstream] }
            if let name = Self.localHost(upstream) { sources.withLock { _ = $0.insert(name) } }
            for (from, to) in [(client, upstream), (upstream, client)] { Thread { Self.copy(from, to) }.start() }
        }
    }

    private static func copy(_ from: Int32, _ to: Int32) {
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = recv(from, &buffer, buffer.count, 0)
            guard count > 0 else { break }
            var sent = 0
            while sent < count {
                let more = buffer.withUnsafeBytes {
                    send(to, $0.baseAddress?.advanced(by: sent), count - sent, Int32(MSG_NOSIGNAL))
                }
                guard more > 0 else { break }
                sent += more
            }
        }
        shutdown(to, Int32(SHUT_WR))
    }

    private static func localHost(_ socket: Int32) -> String? {
        var address = sockaddr_in()
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(socket, $0, &size) }
        }
        var text = [CChar](repeating: 0, count: Int(INET_ADDRSTRLEN))
        guard status == 0, inet_ntop(AF_INET, &address.sin_addr, &text, socklen_t(INET_ADDRSTRLEN)) != nil else {
            return nil
        }
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private static func socketAddress(_ host: String, _ port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        inet_pton(AF_INET, host, &address.sin_addr)
        return address
    }

    private static func with(
        _ address: inout sockaddr_in, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) -> Int32 {
        withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }
}
