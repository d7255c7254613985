import CLinux
import Glibc
import RPC
import TLS

/// TLS over a blocking socket.
final class Secured {
    private let session: TLSSession
    private let wire = TLSWire()
    private let descriptor: Int32
    private let input = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)

    init(_ client: TLSClient, _ descriptor: Int32, host: String) throws {
        guard let session = client.makeSession(wire, host: host) else { throw LoadError("no TLS session can be made") }
        self.session = session
        self.descriptor = descriptor
        while true {
            let step = session.handshake()
            try sendRecords()
            switch step {
            case .done: return
            case .failed(let why): throw LoadError("TLS: \(why)")
            case .wantsMore: try take()
            }
        }
    }

    deinit { input.deallocate() }

    func send(_ bytes: UnsafeRawBufferPointer) throws {
        guard session.write(bytes) else { throw LoadError("TLS: can't write") }
        try sendRecords()
    }

    /// Waits for bytes, at least one.
    func receive(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        while true {
            var count = 0
            reading: while count < buffer.count {
                switch session.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...])) {
                case .bytes(let read): count += read
                case .wantsMore: break reading
                case .ended: throw LoadError("the server closed the connection")
                case .failed(let why): throw LoadError("TLS: \(why)")
                }
            }
            if count > 0 { return count }
            try take()
        }
    }

    private func take() throws {
        let count = recv(descriptor, input.baseAddress, input.count, 0)
        guard count > 0 else { throw LoadError("the server closed the connection") }
        wire.input = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(input)[..<count])
    }

    private func sendRecords() throws {
        var sent = 0
        while sent < wire.output.count {
            let bytes = UnsafeRawBufferPointer(rebasing: wire.output.bytes[sent...])
            let count = Glibc.send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
            guard count > 0 else { throw LoadError("the server closed the connection") }
            sent += count
        }
        wire.output.removeAll()
    }
}
