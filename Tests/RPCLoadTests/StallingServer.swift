import Foundation
import Glibc
import Synchronization

@testable import LoadGenerator

/// A ttrpc server on a port of its own, one thread for each connection, that answers every call at once, but for one time when it
/// holds that connection up.
final class StallingServer: Sendable {
    let port: UInt16
    private let listener: Int32
    private let answered: Answered

    /// What becomes of calls.
    struct Script {
        /// After so many answers none comes for `stallMs`.
        var stallAfter = Int.max
        var stallMs: UInt32 = 0
        /// 0 answers with success.
        var code: UInt8 = 0
        /// After so many answers the connection goes, when the next call comes.
        var closesAfter = Int.max
        /// So many empty messages of a stream come before each answer.
        var messages = 0
        /// Of so many connections; others are not accepted.
        var connections = Int.max
    }

    convenience init(
        stallAfter: Int = .max, stallMs: UInt32 = 0, code: UInt8 = 0, closesAfter: Int = .max, messages: Int = 0
    ) throws {
        try self.init(
            Script(stallAfter: stallAfter, stallMs: stallMs, code: code, closesAfter: closesAfter, messages: messages))
    }

    /// `whenFull` is called once as many connections were accepted as the script says.
    init(_ script: Script, backlog: Int32 = 16, whenFull: @escaping @Sendable () -> Void = {}) throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listener, address, size) == 0 && listen(listener, backlog) == 0
                    && getsockname(listener, address, &size) == 0
            }
        }
        guard isBound else { throw LoadError("the test's server can't listen") }
        self.listener = listener
        port = UInt16(bigEndian: address.sin_port)
        let answered = Answered()
        Thread.detachNewThread {
            var accepted = 0
            while true {
                if accepted == script.connections {
                    whenFull()
                    answered.waitUntilClosed()
                    break
                }
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else { break }
                accepted += 1
                Thread.detachNewThread {
                    Self.serve(connection, script, answered)
                    Glibc.close(connection)
                }
            }
            // Here and not in `close`: its number would be another server's while this thread still accepts on it.
            Glibc.close(listener)
        }
        self.answered = answered
    }

    /// How many calls all connections have answered.
    private final class Answered: Sendable {
        private let count = Mutex(0)
        private let closed = DispatchSemaphore(value: 0)

        /// One more: answers how many there were before.
        func add() -> Int {
            count.withLock { count in
                count += 1
                return count - 1
            }
        }

        func close() { closed.signal() }
        func waitUntilClosed() { closed.wait() }
    }

    var address: Address { get throws { try Address("127.0.0.1:\(port)") } }

    /// Ends its thread.
    func close() {
        answered.close()
        shutdown(listener, Int32(SHUT_RDWR))
    }

    private static func serve(_ connection: Int32, _ script: Script, _ answered: Answered) {
        let body: [UInt8] = script.code == 0 ? [0x12, 0x00] : [0x0A, 0x02, 0x08, script.code]
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
                defer { at += 10 + length }
                // No ping and no cancel.
                guard held[at + 8] == 1 else { continue }
                let number = answered.add()
                if number == script.stallAfter { usleep(script.stallMs * 1_000) }
                if number == script.closesAfter { return }
                let stream = held[at + 4..<at + 8]
                let message: [UInt8] = [0, 0, 0, 0] + stream + [3, 0]
                let answer =
                    (0..<script.messages).flatMap { _ in message } + [0, 0, 0, UInt8(body.count)] + stream + [2, 0]
                    + body
                guard send(connection, answer, answer.count, Int32(MSG_NOSIGNAL)) == answer.count else { return }
            }
            held.removeFirst(at)
        }
    }
}
