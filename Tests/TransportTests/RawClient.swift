import Foundation
import Glibc
import RPC
import TLS

struct RawFailure: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

struct RawFrame: Equatable {
    let stream: UInt32
    let type: UInt8
    let flags: UInt8
    let data: [UInt8]

    /// What a Response says.
    var answer: Result<[UInt8], Status> { ResponseEnvelope.decode(data.span.bytes) }
    var status: Status? {
        if case .failure(let status) = answer { return status }
        return nil
    }
    var payload: [UInt8]? { try? answer.get() }
}

/// A blocking TCP client that writes whatever bytes a test likes.
final class RawClient {
    private(set) var descriptor: Int32
    private var received: [UInt8] = []
    private var taken = 0
    private var session: TLSSession?
    private let wire = TLSWire()
    /// Sends byte by byte.
    var drips = false

    /// Small `receiveBytes` make a slow reader slow early.
    init(port: UInt16, receiveBytes: Int32? = nil) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw RawFailure("socket: \(errno)") }
        if var size = receiveBytes {
            setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<Int32>.size))
        }
        var on: Int32 = 1
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
        try setTimeout(seconds: 20)
        try connect(port: port)
    }

    /// A socket that is not connected yet.
    init(unconnected: Void) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw RawFailure("socket: \(errno)") }
        try setTimeout(seconds: 20)
    }

    deinit { close() }

    func connect(port: UInt16) throws {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard status == 0 else { throw RawFailure("connect: \(errno)") }
    }

    /// How long a read or a write waits.
    func setTimeout(seconds: Int) throws {
        var time = timeval(tv_sec: seconds, tv_usec: 0)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            setsockopt(descriptor, SOL_SOCKET, option, &time, socklen_t(MemoryLayout<timeval>.size))
        }
    }

    func close() {
        if descriptor >= 0 { Glibc.close(descriptor) }
        descriptor = -1
    }

    /// Closes without the farewell of TCP: the peer gets a reset.
    func reset() {
        var option = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
        close()
    }

    func endWriting() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// Speaks TLS from here on. The server is 127.0.0.1.
    func secure(_ client: TLSClient) throws {
        let session = client.makeSession(wire, host: "127.0.0.1")
        guard let session else { throw RawFailure("no session") }
        self.session = session
        var chunk: [UInt8] = []
        while true {
            let step = withInput(chunk) { session.handshake() }
            try sendRecords()
            switch step {
            case .done: return
            case .failed(let why): throw RawFailure("handshake: \(why)")
            case .wantsMore:
                chunk = try receive()
                guard !chunk.isEmpty else { throw RawFailure("the server closed the connection in the handshake") }
            }
        }
    }

    func send(_ bytes: [UInt8]) throws {
        guard let session else { return try sendPlainly(bytes) }
        guard bytes.withUnsafeBytes(session.write) else { throw RawFailure("TLS: can't write") }
        try sendRecords()
    }

    /// What a connection carries, whatever lies above it.
    func sendPlainly(_ bytes: [UInt8]) throws {
        var sent = 0
        while sent < bytes.count {
            let wanted = drips ? 1 : bytes.count - sent
            let count = bytes.withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress.map { $0 + sent }, wanted, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw RawFailure("send: \(errno)") }
            sent += count
        }
    }

    /// The next frame; nil where the server has closed.
    func frame() throws -> RawFrame? {
        guard try fill(FrameHeader.byteCount) else { return nil }
        let header = FrameHeader(reading: received.span.bytes, at: taken)
        let start = taken + FrameHeader.byteCount
        guard try fill(FrameHeader.byteCount + Int(header.length)) else {
            throw RawFailure("closed in the middle of a frame")
        }
        let end = start + Int(header.length)
        let frame = RawFrame(
            stream: header.stream, type: header.type, flags: header.flags, data: Array(received[start..<end]))
        taken = end
        if taken > 1 << 20 || taken == received.count {
            received.removeFirst(taken)
            taken = 0
        }
        return frame
    }

    func nextFrame() throws -> RawFrame {
        guard let frame = try frame() else { throw RawFailure("the server closed the connection") }
        return frame
    }

    /// Whether the server has closed: with an end of file or with a reset.
    func isClosedByServer() throws -> Bool {
        do { return try frame() == nil } catch let failure as RawFailure where failure.description == "reset" {
            return true
        }
    }

    /// Everything up to the server's close.
    func rest() throws -> [UInt8] {
        while try fill(received.count - taken + 1) {}
        defer { taken = received.count }
        return Array(received[taken...])
    }

    /// The next `count` bytes.
    func bytes(_ count: Int) throws -> [UInt8] {
        guard try fill(count) else { throw RawFailure("the server closed the connection") }
        defer { taken += count }
        return Array(received[taken..<taken + count])
    }

    /// Reads until `count` bytes lie there; false at the end.
    private func fill(_ count: Int) throws -> Bool {
        while received.count - taken < count {
            let chunk = try receive()
            if chunk.isEmpty { return false }
            guard let session else {
                received += chunk
                continue
            }
            guard try decrypt(chunk, session) else { return received.count - taken >= count }
        }
        return true
    }

    /// False where the server has ended the session.
    private func decrypt(_ chunk: [UInt8], _ session: TLSSession) throws -> Bool {
        var plain = [UInt8](repeating: 0, count: 16 << 10)
        return try withInput(chunk) {
            while true {
                switch plain.withUnsafeMutableBytes(session.read) {
                case .bytes(let count): received += plain[..<count]
                case .wantsMore: return true
                case .ended: return false
                case .failed(let why): throw RawFailure("TLS: \(why)")
                }
            }
        }
    }

    private func withInput<Answer>(_ chunk: [UInt8], _ body: () throws -> Answer) rethrows -> Answer {
        try chunk.withUnsafeBytes { bytes in
            wire.input = bytes
            defer { wire.input = UnsafeRawBufferPointer(start: nil, count: 0) }
            return try body()
        }
    }

    private func sendRecords() throws {
        let records = Array(wire.output.bytes)
        wire.output.removeAll()
        try sendPlainly(records)
    }

    /// What is there; empty at the end.
    private func receive() throws -> [UInt8] {
        var chunk = [UInt8](repeating: 0, count: 256 << 10)
        let got = recv(descriptor, &chunk, chunk.count, 0)
        guard got >= 0 else { throw RawFailure(errno == ECONNRESET ? "reset" : "recv: \(errno)") }
        return Array(chunk[..<got])
    }
}

/// A Request frame for a method of the test's service.
func request(
    _ stream: UInt32, _ method: String, _ payload: [UInt8] = [], timeoutNanoseconds: Int64 = 0,
    metadata: [(name: String, value: String)] = [], service: String = TestMethods.service, flags: UInt8 = 0
) -> [UInt8] {
    let data = RequestEnvelope.encode(
        service: service, method: method, payload: payload, timeoutNanoseconds: timeoutNanoseconds, metadata: metadata)
    return FrameHeader.frame(stream: stream, type: FrameType.request, flags: flags, data)
}

/// A Request frame whose data is `count` bytes exactly.
func request(_ stream: UInt32, _ method: String, frameBytes count: Int) -> [UInt8] {
    var payload = count - 40
    while true {
        let frame = request(stream, method, [UInt8](repeating: 0x61, count: payload))
        let missing = count - (frame.count - FrameHeader.byteCount)
        if missing == 0 { return frame }
        payload += missing
    }
}
