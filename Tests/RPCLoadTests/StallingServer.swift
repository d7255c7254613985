import Foundation
import Glibc

@testable import LoadGenerator

/// A ttrpc server on a port of its own, one thread for its one connection, that answers every call at once, but for one time when it
/// holds everything up.
final class StallingServer: Sendable {
    let port: UInt16
    private let listener: Int32

    /// After so many answers none comes for `stallMs`. `code` 0 answers with success. After `closesAfter` answers the connection goes.
    init(stallAfter: Int = .max, stallMs: UInt32 = 0, code: UInt8 = 0, closesAfter: Int = .max) throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listener, address, size) == 0 && listen(listener, 16) == 0
                    && getsockname(listener, address, &size) == 0
            }
        }
        guard isBound else { throw LoadError("the test's server can't listen") }
        self.listener = listener
        port = UInt16(bigEndian: address.sin_port)
        let body: [UInt8] = code == 0 ? [0x12, 0x00] : [0x0A, 0x02, 0x08, code]
        Thread.detachNewThread {
            var answered = 0
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else { break }
                Self.serve(connection, body, &answered, stallAfter, stallMs, closesAfter)
                Glibc.close(connection)
            }
            // Here and not in `close`: its number would be another server's while this thread still accepts on it.
            Glibc.close(listener)
        }
    }

    var address: Address { get throws { try Address("127.0.0.1:\(port)") } }

    /// Ends its thread.
    func close() { shutdown(listener, Int32(SHUT_RDWR)) }

    private static func serve(
        _ connection: Int32, _ body: [UInt8], _ answered: inout Int, _ stallAfter: Int, _ stallMs: UInt32,
        _ closesAfter: Int
    ) {
        var held: [UInt8] = []
        var room = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = recv(connection, &room, room.count, 0)
            guard count > 0 else { return }
            held += room[..<count]
            var at = 0
            while held.count - at >= 10 {
                let length = held[at..<at + 4].reduce(0) { $0 << 8 | Int($1) }
                guard held.count - at >= 10 + length else { break }
                if answered == stallAfter { usleep(stallMs * 1_000) }
                if answered == closesAfter {
                    answered += 1
                    return
                }
                let head: [UInt8] = [0, 0, 0, UInt8(body.count)] + held[at + 4..<at + 8] + [2, 0]
                let answer = head + body
                guard send(connection, answer, answer.count, Int32(MSG_NOSIGNAL)) == answer.count else { return }
                answered += 1
                at += 10 + length
            }
            held.removeFirst(at)
        }
    }
}
