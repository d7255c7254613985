internal import CLinux
internal import Glibc
package import RPC
package import TLS

/// One socket, in the clear or with TLS around it: bytes in, bytes out. Never waits, but for `connected`.
package final class Link {
    package let descriptor: Int32
    /// Where the other end is: connecting there again asks no resolver.
    let peer: SocketAddress
    private let tls: TLSSession?
    private let wire: TLSWire?
    /// Bytes of records that have come, where TLS is spoken.
    private let records: UnsafeMutableRawBufferPointer
    private var stage = Stage.connecting

    private enum Stage {
        case connecting, handshaking, open
    }

    package enum Failure: Error {
        /// Ends a sentence about the connection.
        case lost(String)
    }

    /// What a link that isn't open yet waits for.
    enum Progress {
        case open, waitsToRead, waitsToWrite
    }

    /// Begins to connect: `goOn` says when it is open. `protocols`: what the TLS client offers is its own.
    init(to peer: SocketAddress, host: String, tls client: TLSClient?) throws(Failure) {
        let wire = TLSWire()
        let session = client?.makeSession(wire, host: host)
        guard client == nil || session != nil else { throw .lost("can't begin: no TLS session can be made") }
        guard let descriptor = peer.beginConnecting() else { throw Self.refused }
        self.descriptor = descriptor
        self.peer = peer
        self.wire = session == nil ? nil : wire
        tls = session
        records =
            session == nil
            ? UnsafeMutableRawBufferPointer(start: nil, count: 0) : .allocate(byteCount: 64 << 10, alignment: 16)
    }

    deinit {
        close(descriptor)
        if records.count > 0 { records.deallocate() }
    }

    private static var refused: Failure { .lost("can't be made: no server answers there") }

    /// Connects and shakes hands as far as it can without waiting.
    func goOn() throws(Failure) -> Progress {
        if stage == .connecting {
            guard try isConnected() else { return .waitsToWrite }
            stage = tls == nil ? .open : .handshaking
        }
        if stage == .handshaking, let tls, let wire {
            let waiting = try shakeHands(tls, wire)
            guard waiting == .open else { return waiting }
            stage = .open
        }
        return .open
    }

    private func isConnected() throws(Failure) -> Bool {
        var interest = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        guard poll(&interest, 1, 0) > 0 else { return false }
        var failure: Int32 = 0
        var size = socklen_t(MemoryLayout<Int32>.size)
        getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &failure, &size)
        guard failure == 0 else { throw Self.refused }
        return true
    }

    private func shakeHands(_ session: TLSSession, _ wire: TLSWire) throws(Failure) -> Progress {
        while true {
            let step = session.handshake()
            guard try drain(wire.output) else { return .waitsToWrite }
            switch step {
            case .done: return .open
            case .failed(let why): throw .lost("was ended by TLS: \(why)")
            case .wantsMore:
                let count = try take(records)
                guard count > 0 else { return .waitsToRead }
                wire.input = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(records)[..<count])
            }
        }
    }

    /// Connects and shakes hands, and waits for both.
    package static func connected(to address: Address, tls client: TLSClient?) throws(LoadError) -> Link {
        var why = ""
        for peer in try address.resolve() {
            do throws(Failure) {
                let link = try Link(to: peer, host: address.host, tls: client)
                try link.waitUntilOpen()
                return link
            } catch {
                guard case .lost(let text) = error else { continue }
                why = text
            }
        }
        throw LoadError("the connection to \(address.text) \(why); start a server with Tools/run")
    }

    private static let patienceMs: Int32 = 10_000

    private func waitUntilOpen() throws(Failure) {
        while true {
            let wanted: Int32
            switch try goOn() {
            case .open: return
            case .waitsToRead: wanted = Int32(POLLIN)
            case .waitsToWrite: wanted = Int32(POLLOUT)
            }
            var interest = pollfd(fd: descriptor, events: Int16(wanted), revents: 0)
            let count = poll(&interest, 1, Self.patienceMs)
            guard count > 0 || count < 0 && errno == EINTR else {
                throw .lost(
                    stage == .connecting
                        ? "can't be made: nobody answers" : "says nothing to a TLS handshake; is it TLS?")
            }
        }
    }

    /// Takes all of `output`; false where the socket takes no more now and some of it waits, here or there.
    package func send(_ output: OutputBuffer) throws(Failure) -> Bool {
        guard let tls, let wire else { return try drain(output) }
        if output.count > 0 {
            guard tls.write(output.bytes) else { throw .lost("was ended by TLS") }
            output.removeAll()
        }
        return try drain(wire.output)
    }

    private func drain(_ bytes: OutputBuffer) throws(Failure) -> Bool {
        var sent = 0
        let total = bytes.count
        while sent < total, let base = bytes.bytes.baseAddress {
            let count = Glibc.send(descriptor, base + sent, total - sent, Int32(MSG_NOSIGNAL))
            if count > 0 {
                sent += count
            } else if errno == EAGAIN {
                bytes.remove(0..<sent)
                return false
            } else if errno != EINTR {
                throw .lost("was closed by the server")
            }
        }
        bytes.removeAll()
        return true
    }

    /// How many bytes were read; 0: none are there now.
    package func receive(into buffer: UnsafeMutableRawBufferPointer) throws(Failure) -> Int {
        guard let tls, let wire else { return try take(buffer) }
        var count = 0
        while count < buffer.count {
            switch tls.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...])) {
            case .bytes(let read): count += read
            case .wantsMore:
                let taken = try take(records)
                guard taken > 0 else { return count }
                wire.input = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(records)[..<taken])
            case .ended: throw .lost("was closed by the server")
            case .failed(let why): throw .lost("was ended by TLS: \(why)")
            }
        }
        return count
    }

    private func take(_ buffer: UnsafeMutableRawBufferPointer) throws(Failure) -> Int {
        while true {
            let count = recv(descriptor, buffer.baseAddress, buffer.count, 0)
            if count > 0 { return count }
            if count == 0 { throw .lost("was closed by the server") }
            if errno == EAGAIN { return 0 }
            if errno != EINTR { throw .lost("broke: \(String(cString: strerror(errno)))") }
        }
    }
}
