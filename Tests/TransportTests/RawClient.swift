import Foundation
import Glibc
import RPC

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

    func send(_ bytes: [UInt8]) throws {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress.map { $0 + sent }, bytes.count - sent, Int32(MSG_NOSIGNAL))
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

    /// Reads until `count` bytes lie there; false at the end.
    private func fill(_ count: Int) throws -> Bool {
        var chunk = [UInt8](repeating: 0, count: 256 << 10)
        while received.count - taken < count {
            let got = recv(descriptor, &chunk, chunk.count, 0)
            if got == 0 { return false }
            if got < 0 { throw RawFailure(errno == ECONNRESET ? "reset" : "recv: \(errno)") }
            received.append(contentsOf: chunk[0..<got])
        }
        return true
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
