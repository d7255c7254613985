import RPC
import Synchronization
import Testing

@testable import Transport

/// Every test has a server of its own, one after the other: some measure time or memory.
@Suite(.serialized) struct TransportTests {}

/// A server on a free port of the loopback address.
final class TestServer {
    let server: Server
    let probe = Probe()
    private var isStopped = false

    convenience init(_ change: (inout ServerOptions) -> Void = { _ in }) throws {
        var options = ServerOptions()
        change(&options)
        try self.init(options: options)
    }

    init(options: ServerOptions) throws {
        let log = EventLog()
        self.log = log
        server = try Server(
            listen: ListenAddress(host: "127.0.0.1", port: 0), options: options, table: TestMethods.table(probe)
        ) { event in log.note("\(event)") }
    }

    let log: EventLog
    var port: UInt16 { server.address.port }

    func client(receiveBytes: Int32? = nil) throws -> RawClient {
        try RawClient(port: port, receiveBytes: receiveBytes)
    }

    func stop(drainSeconds: Int = 0) {
        guard !isStopped else { return }
        isStopped = true
        server.stop(drainSeconds: drainSeconds)
    }

    deinit { stop() }
}

final class EventLog: Sendable {
    private let lines = Mutex<[String]>([])
    func note(_ line: String) { lines.withLock { $0.append(line) } }
    var all: [String] { lines.withLock { $0 } }
}

/// Seconds that `body` took.
func seconds(_ body: () throws -> Void) rethrows -> Double {
    let start = MonotonicClock.now
    try body()
    return Double(MonotonicClock.now - start) / 1e9
}
