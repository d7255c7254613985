import CLinux
import Glibc
import TLS

/// Keeps a fixed number of calls in flight on each of a few connections, from one thread: every answer that comes in is
/// replaced by the next call, and all that one wake-up makes due goes out in one write.
final class ClosedLoop {
    struct Result {
        var calls = 0
        var errors = 0
        var seconds = 0.0
        /// Time from a call's send to its answer, in nanoseconds, one sample a call, when asked for.
        var latencies: [UInt64] = []
        var firstError: [UInt8] = []
    }

    /// A connection's buffers are its own; nothing is allocated while it runs.
    private final class Connection {
        let descriptor: Int32
        let tls: Secured?
        var input = [UInt8](repeating: 0, count: 256 * 1_024)
        var held = 0
        var output: [UInt8] = []
        var nextStream: UInt32 = 1
        var sentAt: [UInt32: UInt64] = [:]
        init(descriptor: Int32, tls: Secured?) {
            self.descriptor = descriptor
            self.tls = tls
            output.reserveCapacity(256 * 1_024)
        }
    }

    private let bodies: [[UInt8]]
    private let wanted: Int
    private let measuresLatency: Bool
    private let deadline: UInt64
    private var next = 0
    private var sent = 0
    private var result = Result()

    /// `bodies` are encoded ttrpc Requests, used in turn. Stops after `calls` answers or `seconds`.
    init(bodies: [[UInt8]], calls: Int, seconds: Double, measuresLatency: Bool) {
        self.bodies = bodies
        wanted = calls
        self.measuresLatency = measuresLatency
        deadline = monotonicNanoseconds() + UInt64(seconds * 1e9)
        if measuresLatency { result.latencies.reserveCapacity(min(calls, 10_000_000)) }
    }

    /// `tls`: nil: in the clear.
    func run(address: Address, tls: TLSClient?, connections: Int, inFlight: Int) throws -> Result {
        let set = epoll_create1(0)
        guard set >= 0 else { throw LoadError("epoll_create1 failed") }
        defer { close(set) }
        var all: [Connection] = []
        defer { for connection in all { close(connection.descriptor) } }
        for index in 0..<connections {
            let descriptor = try address.connect()
            let secured = try tls.map { try Secured($0, descriptor, host: address.host) }
            let connection = Connection(descriptor: descriptor, tls: secured)
            all.append(connection)
            var event = epoll_event(events: EPOLLIN.rawValue, data: epoll_data_t(u64: UInt64(index)))
            epoll_ctl(set, EPOLL_CTL_ADD, connection.descriptor, &event)
        }
        let began = monotonicNanoseconds()
        for connection in all {
            for _ in 0..<inFlight { enqueue(connection) }
            try flush(connection)
        }
        var events = [epoll_event](repeating: epoll_event(), count: 64)
        while result.calls < sent {
            let count = epoll_wait(set, &events, 64, 1_000)
            if count < 0, errno != EINTR { throw LoadError("epoll_wait failed") }
            if count <= 0, monotonicNanoseconds() > deadline + 30_000_000_000 { throw LoadError("the server stopped answering") }
            for index in 0..<max(0, Int(count)) {
                let connection = all[Int(events[index].data.u64)]
                try receive(connection)
                try flush(connection)
            }
        }
        result.seconds = Double(monotonicNanoseconds() - began) / 1e9
        return result
    }

    private func enqueue(_ connection: Connection) {
        guard sent < wanted, monotonicNanosecondsIfNeeded() < deadline else { return }
        let body = bodies[next]
        next = next + 1 == bodies.count ? 0 : next + 1
        let stream = connection.nextStream
        connection.nextStream &+= 2
        if measuresLatency { connection.sentAt[stream] = monotonicNanoseconds() }
        connection.output.appendBigEndian(UInt32(body.count))
        connection.output.appendBigEndian(stream)
        connection.output.append(1)
        connection.output.append(0)
        connection.output.append(contentsOf: body)
        sent += 1
    }

    private func flush(_ connection: Connection) throws {
        if let tls = connection.tls {
            try connection.output.withUnsafeBytes(tls.send)
            return connection.output.removeAll(keepingCapacity: true)
        }
        var written = 0
        let total = connection.output.count
        while written < total {
            let count = connection.output.withUnsafeBytes { bytes -> Int in
                guard let base = bytes.baseAddress else { return 0 }
                return send(connection.descriptor, base + written, total - written, Int32(MSG_NOSIGNAL))
            }
            if count > 0 { written += count } else if errno != EINTR { throw LoadError("the server closed the connection") }
        }
        connection.output.removeAll(keepingCapacity: true)
    }

    private func receive(_ connection: Connection) throws {
        let held = connection.held
        let count = try connection.input.withUnsafeMutableBytes { bytes -> Int in
            guard let base = bytes.baseAddress else { return 0 }
            if let tls = connection.tls {
                return try tls.receive(into: UnsafeMutableRawBufferPointer(rebasing: bytes[held...]))
            }
            return recv(connection.descriptor, base + held, bytes.count - held, 0)
        }
        guard count > 0 else { throw LoadError("the server closed the connection") }
        let have = held + count
        var at = 0
        while have - at >= 10 {
            let length = Int(connection.input.bigEndian32(at: at))
            guard have - at >= 10 + length else { break }
            finish(connection, stream: connection.input.bigEndian32(at: at + 4), bodyAt: at + 10, length: length)
            at += 10 + length
        }
        connection.held = have - at
        if at > 0, connection.held > 0 {
            connection.input.withUnsafeMutableBytes { bytes in
                guard let base = bytes.baseAddress else { return }
                memmove(base, base + at, have - at)
            }
        }
    }

    /// A Response whose first field is its status failed; one that begins with its payload, or is empty, succeeded.
    private func finish(_ connection: Connection, stream: UInt32, bodyAt: Int, length: Int) {
        result.calls += 1
        if length > 0, connection.input[bodyAt] == 0x0A {
            result.errors += 1
            if result.firstError.isEmpty { result.firstError = Array(connection.input[bodyAt..<bodyAt + length]) }
        }
        if measuresLatency, let sentAt = connection.sentAt.removeValue(forKey: stream) {
            result.latencies.append(monotonicNanoseconds() - sentAt)
        }
        enqueue(connection)
    }

    private var sinceClockRead = 0
    private var lastClock: UInt64 = 0

    /// Read once in 64 calls: a run's end need not be sharper.
    private func monotonicNanosecondsIfNeeded() -> UInt64 {
        if sinceClockRead == 0 { lastClock = monotonicNanoseconds() }
        sinceClockRead = (sinceClockRead + 1) & 63
        return lastClock
    }
}

func monotonicNanoseconds() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}

struct LoadError: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

extension [UInt8] {
    mutating func appendBigEndian(_ value: UInt32) {
        append(UInt8(truncatingIfNeeded: value >> 24))
        append(UInt8(truncatingIfNeeded: value >> 16))
        append(UInt8(truncatingIfNeeded: value >> 8))
        append(UInt8(truncatingIfNeeded: value))
    }

    func bigEndian32(at index: Int) -> UInt32 {
        UInt32(self[index]) << 24 | UInt32(self[index + 1]) << 16 | UInt32(self[index + 2]) << 8 | UInt32(self[index + 3])
    }
}
