import Glibc
import RPC
import TLS

/// What a shard needs for TLS, shared by its connections: none of them holds a buffer between two reads.
final class SecuredInput {
    let wire = TLSWire()
    /// What a read says once it is decrypted, with the same room before it as the shard's input has.
    let plain: UnsafeMutableRawPointer
    /// Nanoseconds of handshakes in this round.
    var handshakeNanoseconds: Int64 = 0

    /// A round's share of handshakes: then whoever has called before comes first.
    static let handshakesARound: Int64 = 500_000

    init() { plain = .allocate(byteCount: Shard.headroom + Shard.readBytes, alignment: 16) }
    deinit { plain.deallocate() }
}

// TLS lies between the socket and the faces.
extension Shard {
    /// A connection that begins with TLS.
    func secure(_ connection: Connection, _ start: UnsafeMutableRawPointer, _ count: Int) {
        guard connection.tls == nil, let server = options.tls, let secured else {
            return refuse(connection, connection.tls == nil ? .noTLSHere : .foreign)
        }
        guard let session = server.makeSession(secured.wire) else { return close(connection) }
        connection.tls = session
        takeSecured(connection, session, start, count)
    }

    /// Whether a connection that is not through its handshake has to wait for the next round.
    @inline(__always)
    func mustWait(_ connection: Connection) -> Bool {
        guard let secured, secured.handshakeNanoseconds > SecuredInput.handshakesARound else { return false }
        return connection.tls.map { !$0.isEstablished } ?? isUnknown(connection)
    }

    private func isUnknown(_ connection: Connection) -> Bool {
        guard case .unknown = connection.face else { return false }
        return true
    }

    /// Decrypts `count` bytes at `start`, and gives them to the connection's face.
    func takeSecured(
        _ connection: Connection, _ session: TLSSession, _ start: UnsafeMutableRawPointer, _ count: Int
    ) {
        guard let secured else { return close(connection) }
        secured.wire.input = UnsafeRawBufferPointer(start: start, count: count)
        defer {
            secured.wire.input = UnsafeRawBufferPointer(start: nil, count: 0)
            // Nothing is left over for the next connection.
            if connection.tls == nil { secured.wire.output.removeAll() }
        }
        guard session.isEstablished || shakeHands(connection, session, secured) else { return }
        while !connection.isClosed {
            let (count, ending) = decrypt(session, secured)
            if count > 0 { take(connection, secured.plain + Shard.headroom, count) }
            guard !connection.isClosed else { return }
            switch ending {
            case .full: continue
            case .wantsMore: return noteRecord(connection, session, hasRead: count > 0)
            case .ended:
                flush(connection)
                return end(connection)
            case .failed(let why): return refuse(connection, .tls(why))
            }
        }
    }

    /// Notes since when a record is in the making; `hasRead`: the one before it was whole.
    private func noteRecord(_ connection: Connection, _ session: TLSSession, hasRead: Bool) {
        if !session.isMidway {
            connection.recordSince = 0
        } else if connection.recordSince == 0 || hasRead {
            connection.recordSince = now
        }
    }

    /// Whether the handshake is done.
    private func shakeHands(_ connection: Connection, _ session: TLSSession, _ secured: SecuredInput) -> Bool {
        let began = MonotonicClock.now
        defer { secured.handshakeNanoseconds += MonotonicClock.now - began }
        switch session.handshake() {
        case .wantsMore: return false
        case .failed(let why):
            refuse(connection, .tls(why))
            return false
        case .done:
            connection.state.peer = session.peer
            return true
        }
    }

    private enum Ending {
        case full
        case wantsMore
        case ended
        case failed(TLSFailure)
    }

    private func decrypt(_ session: TLSSession, _ secured: SecuredInput) -> (count: Int, ending: Ending) {
        var count = 0
        while count < Shard.readBytes {
            let room = UnsafeMutableRawBufferPointer(
                start: secured.plain + Shard.headroom + count, count: Shard.readBytes - count)
            switch session.read(into: room) {
            case .bytes(let read): count += read
            case .wantsMore: return (count, .wantsMore)
            case .ended: return (count, .ended)
            case .failed(let why): return (count, .failed(why))
            }
        }
        return (count, .full)
    }

    /// Sends what this round wrote for a connection, as records.
    func flushSecured(_ connection: Connection, _ session: TLSSession) {
        guard let records = secured?.wire.output else { return close(connection) }
        defer {
            output.removeAll()
            records.removeAll()
        }
        guard !connection.isClosed else { return }
        if output.count > 0 {
            guard session.write(output.bytes) else { return close(connection) }
            connection.noteSecured(records.count)
        }
        if records.count > 0 {
            send(connection, records.bytes)
            records.removeAll()
        }
        closeIfDone(connection)
    }

    /// Says farewell, or by an alert what was wrong, where the kernel takes it; and forgets the session.
    func endSecured(_ connection: Connection, _ session: TLSSession) {
        connection.tls = nil
        guard let records = secured?.wire.output else { return }
        if connection.pending == nil {
            session.end()
            // With what its handshake left: a record can't be left out.
            if records.count > 0 { _ = Sockets.send(connection.descriptor, records.bytes) }
        }
        records.removeAll()
    }
}
