import RPC
import TLS

/// What a connection speaks. Its first bytes tell.
enum Face {
    /// Not told yet: what came is kept in the connection's `partial`.
    case unknown
    case ttrpc
    case http2(HTTP2Connection)
    case http1
    /// All was said. What still comes is thrown away until the client closes too: a close with bytes unread would be a reset, which
    /// can overtake the last answer.
    case leaving
}

/// What the first bytes of a connection begin.
enum Opening: Equatable {
    /// Too few to say.
    case undecided
    case ttrpc
    case http2
    case http1
    case tls
    /// Nothing that is spoken here.
    case foreign

    /// Four bytes decide, often fewer. A ttrpc frame begins with its length, whose first byte is 0: no frame has 16 MiB.
    init(_ bytes: RawSpan) {
        guard bytes.byteCount > 0 else {
            self = .undecided
            return
        }
        if bytes.byte(at: 0) == 0 {
            self = .ttrpc
            return
        }
        var couldBeMore = false
        for (begin, opening) in Opening.begins {
            let count = min(begin.count, bytes.byteCount)
            guard (0..<count).allSatisfy({ begin[$0] == bytes.byte(at: $0) }) else { continue }
            if count == begin.count {
                self = opening
                return
            }
            couldBeMore = true
        }
        self = couldBeMore ? .undecided : .foreign
    }

    private static let begins: [(bytes: [UInt8], Opening)] = [
        (Array("PRI ".utf8), .http2), ([0x16, 0x03], .tls), (Array("GET ".utf8), .http1), (Array("HEAD".utf8), .http1),
        (Array("POST".utf8), .http1),
    ]
}

extension Shard {
    /// Bytes of a connection that doesn't speak ttrpc, or hasn't shown what it speaks.
    func takeElse(_ connection: Connection, _ start: UnsafeMutableRawPointer, _ count: Int) {
        switch connection.face {
        case .unknown: recognize(connection, start, count)
        case .ttrpc: break
        case .http2(let http2):
            http2.receive(UnsafeRawBufferPointer(start: start, count: count).bytes, shard: self, connection: connection)
        case .http1: takeHeads(connection, start, count)
        case .leaving: break
        }
    }

    private func takeHeads(_ connection: Connection, _ start: UnsafeMutableRawPointer, _ count: Int) {
        guard !connection.closesWhenSent else { return }
        let isNew = connection.partial.isEmpty
        let (start, count) = joinPartial(connection, start, count)
        let bytes = UnsafeRawBufferPointer(start: start, count: count)
        keep(connection, bytes, from: runHeads(connection, bytes.bytes), isNew: isNew)
    }

    private func recognize(_ connection: Connection, _ start: UnsafeMutableRawPointer, _ count: Int) {
        let isNew = connection.partial.isEmpty
        let (start, count) = joinPartial(connection, start, count)
        let bytes = UnsafeRawBufferPointer(start: start, count: count)
        let opening = Opening(bytes.bytes)
        switch opening {
        case .undecided: return keep(connection, bytes, from: 0, isNew: isNew)
        case .tls: return secure(connection, start, count)
        case .foreign: return refuse(connection, .foreign)
        case .ttrpc, .http2, .http1:
            guard mayBePlain(connection) else { return refuse(connection, .plaintext) }
            guard agrees(connection, opening) else { return refuse(connection, .foreign) }
        }
        switch opening {
        case .ttrpc:
            connection.face = .ttrpc
            self.count(connection, as: .ttrpc)
        case .http2:
            connection.face = .http2(HTTP2Connection(shard: self, connection: connection))
            self.count(connection, as: .http2)
        case .http1:
            connection.face = .http1
            self.count(connection, as: .http1)
        default: break
        }
        take(connection, start, count)
    }

    /// Whether it begins with what was agreed on in its handshake, if anything was.
    private func agrees(_ connection: Connection, _ opening: Opening) -> Bool {
        switch connection.tls?.agreedProtocol ?? "" {
        case "h2": opening == .http2
        case "ttrpc/1": opening == .ttrpc
        case "http/1.1": opening == .http1
        default: true
        }
    }

    /// Whether the connection may go on without TLS.
    private func mayBePlain(_ connection: Connection) -> Bool {
        if connection.tls != nil { return true }
        switch options.plaintext {
        case .anywhere: return true
        case .never: return false
        case .loopback: return Sockets.isFromLoopback(connection.descriptor)
        }
    }
}
