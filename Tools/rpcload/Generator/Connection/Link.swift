internal import CLinux
internal import Glibc
package import RPC
package import TLS

/// One socket, in the clear or with TLS around it: bytes in, bytes out. Never waits once it is made.
package final class Link {
    package let descriptor: Int32
    private let tls: TLSSession?
    private let wire: TLSWire?
    /// Bytes of records that have come, where TLS is spoken.
    private let records: UnsafeMutableRawBufferPointer

    package enum Failure: Error {
        /// Ends a sentence about the connection.
        case lost(String)
    }

    /// Connects and shakes hands, and waits for both. `protocols`: what the TLS client offers is its own.
    package init(_ address: Address, tls client: TLSClient?) throws(LoadError) {
        descriptor = try address.connect()
        guard let client else {
            tls = nil
            wire = nil
            records = UnsafeMutableRawBufferPointer(start: nil, count: 0)
            _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
            return
        }
        let wire = TLSWire()
        guard let session = client.makeSession(wire, host: address.host) else {
            close(descriptor)
            throw LoadError("no TLS session can be made")
        }
        self.wire = wire
        tls = session
        records = .allocate(byteCount: 64 << 10, alignment: 16)
        try shakeHands(session, wire)
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    }

    deinit {
        close(descriptor)
        if records.count > 0 { records.deallocate() }
    }

    private func shakeHands(_ session: TLSSession, _ wire: TLSWire) throws(LoadError) {
        while true {
            let step = session.handshake()
            while wire.output.count > 0 {
                let sent = Glibc.send(descriptor, wire.output.bytes.baseAddress, wire.output.count, Int32(MSG_NOSIGNAL))
                guard sent > 0 else { throw LoadError("the server closed the connection during the TLS handshake") }
                wire.output.remove(0..<sent)
            }
            switch step {
            case .done: return
            case .failed(let why): throw LoadError("TLS: \(why)")
            case .wantsMore:
                let count = recv(descriptor, records.baseAddress, records.count, 0)
                guard count > 0 else {
                    throw LoadError("the server closed the connection during the TLS handshake; does it speak TLS?")
                }
                wire.input = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(records)[..<count])
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
