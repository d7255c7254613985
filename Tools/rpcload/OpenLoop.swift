import CLinux
import Glibc

/// Calls begin when a constant rate says so, whatever became of those before. A call's latency is counted from the moment it
/// was due, so what the generator itself is late by is not left out (no coordinated omission).
final class OpenLoop {
    /// Encoded ttrpc Requests, used in turn, for a share of the calls.
    struct Kind {
        let name: String
        let bodies: [[UInt8]]
        /// Of 1,000 calls, how many are of the kind.
        let perThousand: Int
    }

    /// What became of one kind's calls that were due in one phase.
    struct Tally {
        var sent = 0
        var succeeded = 0
        var refused = 0
        var failed = 0
        var firstFailure: [UInt8] = []
        var latencies: [UInt64] = []
    }

    private final class Connection {
        let descriptor: Int32
        var input = [UInt8](repeating: 0, count: 256 * 1_024)
        var held = 0
        var output: [UInt8] = []
        var nextStream: UInt32 = 1
        var waiting: [UInt32: (kind: Int, phase: Int, due: UInt64)] = [:]
        init(descriptor: Int32) { self.descriptor = descriptor }
    }

    /// A rate in calls a second, for so many seconds.
    struct Phase {
        let rate: Double
        let seconds: Double
    }

    private let kinds: [Kind]
    private let phases: [Phase]
    private var next: [Int]
    private var shares: [Int]
    private var all: [Connection] = []
    private var turn = 0
    /// By phase and kind; and successes by whole seconds since the start.
    private(set) var tallies: [[Tally]]
    private(set) var perSecond: [Int] = []
    private var began: UInt64 = 0

    init(kinds: [Kind], phases: [Phase]) {
        self.kinds = kinds
        self.phases = phases
        next = kinds.map { _ in 0 }
        shares = kinds.map { _ in 0 }
        tallies = phases.map { _ in kinds.map { _ in Tally() } }
    }

    /// Waits for answers `graceSeconds` longer than the last phase.
    func run(address: Address, connections: Int, graceSeconds: Double) throws {
        let set = epoll_create1(0)
        guard set >= 0 else { throw LoadError("epoll_create1 failed") }
        defer { close(set) }
        defer { for connection in all { close(connection.descriptor) } }
        for index in 0..<max(1, connections) {
            let connection = Connection(descriptor: try address.connect())
            _ = fcntl(connection.descriptor, F_SETFL, O_NONBLOCK)
            all.append(connection)
            var event = epoll_event(events: EPOLLIN.rawValue, data: epoll_data_t(u64: UInt64(index)))
            epoll_ctl(set, EPOLL_CTL_ADD, connection.descriptor, &event)
        }
        began = monotonicNanoseconds()
        var phaseBegan = began
        for (index, phase) in phases.enumerated() {
            try run(phase, index, from: phaseBegan, set)
            phaseBegan += UInt64(phase.seconds * 1e9)
        }
        let end = phaseBegan + UInt64(graceSeconds * 1e9)
        while all.contains(where: { !$0.waiting.isEmpty }), monotonicNanoseconds() < end {
            try exchange(set, waitMs: 5)
        }
    }

    private func run(_ phase: Phase, _ index: Int, from start: UInt64, _ set: Int32) throws {
        let end = start + UInt64(phase.seconds * 1e9)
        var sent = 0
        while true {
            let now = monotonicNanoseconds()
            let elapsed = Double(min(now, end) - min(start, now)) / 1e9
            let due = Int(elapsed * phase.rate)
            while sent < due {
                enqueue(index, due: start + UInt64(Double(sent) / phase.rate * 1e9))
                sent += 1
            }
            try exchange(set, waitMs: 1)
            if now >= end { return }
        }
    }

    private func exchange(_ set: Int32, waitMs: Int32) throws {
        for connection in all where !connection.output.isEmpty { try flush(connection) }
        var events = [epoll_event](repeating: epoll_event(), count: 64)
        let count = epoll_wait(set, &events, 64, waitMs)
        for index in 0..<max(0, Int(count)) { try receive(all[Int(events[index].data.u64)]) }
    }

    private func enqueue(_ phase: Int, due: UInt64) {
        let kind = nextKind()
        let connection = all[turn]
        turn = turn + 1 == all.count ? 0 : turn + 1
        let body = kinds[kind].bodies[next[kind]]
        next[kind] = next[kind] + 1 == kinds[kind].bodies.count ? 0 : next[kind] + 1
        let stream = connection.nextStream
        connection.nextStream &+= 2
        connection.waiting[stream] = (kind, phase, due)
        connection.output.appendBigEndian(UInt32(body.count))
        connection.output.appendBigEndian(stream)
        connection.output.append(1)
        connection.output.append(0)
        connection.output.append(contentsOf: body)
        tallies[phase][kind].sent += 1
    }

    /// Each kind as often as its share says, evenly: the one that is furthest behind.
    private func nextKind() -> Int {
        var chosen = 0
        for index in kinds.indices {
            shares[index] += kinds[index].perThousand
            if shares[index] > shares[chosen] { chosen = index }
        }
        shares[chosen] -= kinds.reduce(0) { $0 + $1.perThousand }
        return chosen
    }

    private func flush(_ connection: Connection) throws {
        let count = connection.output.withUnsafeBytes { bytes -> Int in
            guard let base = bytes.baseAddress else { return 0 }
            return send(connection.descriptor, base, bytes.count, Int32(MSG_NOSIGNAL))
        }
        if count == connection.output.count {
            connection.output.removeAll(keepingCapacity: true)
        } else if count > 0 {
            connection.output.removeFirst(count)
        } else if errno != EAGAIN, errno != EINTR {
            throw LoadError("the server closed the connection")
        }
    }

    private func receive(_ connection: Connection) throws {
        let held = connection.held
        let count = connection.input.withUnsafeMutableBytes { bytes -> Int in
            guard let base = bytes.baseAddress else { return 0 }
            return recv(connection.descriptor, base + held, bytes.count - held, 0)
        }
        if count < 0, errno == EAGAIN || errno == EINTR { return }
        guard count > 0 else { throw LoadError("the server closed the connection") }
        let now = monotonicNanoseconds()
        let have = held + count
        var at = 0
        while have - at >= 10 {
            let length = Int(connection.input.bigEndian32(at: at))
            guard have - at >= 10 + length else { break }
            finish(connection, connection.input.bigEndian32(at: at + 4), at + 10, length, now)
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

    /// A Response that begins with a status failed; of the status the code comes first: 8 and 14 tell to come again later.
    private func finish(_ connection: Connection, _ stream: UInt32, _ at: Int, _ length: Int, _ now: UInt64) {
        guard let call = connection.waiting.removeValue(forKey: stream) else { return }
        let input = connection.input
        if length > 0, input[at] == 0x0A {
            // Tag, length (one or two bytes), tag 8, code.
            let codeAt = at + (length > 2 && input[at + 1] >= 0x80 ? 4 : 3)
            let code = codeAt < at + length ? input[codeAt] : 0
            if code == 8 || code == 14 {
                tallies[call.phase][call.kind].refused += 1
            } else {
                tallies[call.phase][call.kind].failed += 1
                if tallies[call.phase][call.kind].firstFailure.isEmpty {
                    tallies[call.phase][call.kind].firstFailure = Array(input[at..<at + length])
                }
            }
            return
        }
        tallies[call.phase][call.kind].succeeded += 1
        tallies[call.phase][call.kind].latencies.append(now - min(now, call.due))
        let second = Int((now - began) / 1_000_000_000)
        while perSecond.count <= second { perSecond.append(0) }
        perSecond[second] += 1
    }
}
