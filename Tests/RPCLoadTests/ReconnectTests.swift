import Foundation
import Glibc
import Synchronization
import TestSupport
import Testing

@testable import LoadGenerator

@Suite(.timeLimit(.minutes(5))) struct ReconnectTests {
    /// Sockets that fill a server's queue of those who want to connect.
    private final class Queue: Sendable {
        private let sockets = Mutex<[Int32]>([])

        func fill(_ port: UInt16) {
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = port.bigEndian
            address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
            for _ in 0..<8 {
                let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
                let descriptor = socket(AF_INET, type, 0)
                _ = withUnsafePointer(to: &address) { pointer in
                    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
                    }
                }
                sockets.withLock { $0.append(descriptor) }
            }
        }

        func close() { for descriptor in sockets.withLock({ $0 }) { Glibc.close(descriptor) } }
    }

    /// Whoever waited for the new connection would stand still until the system gives it up, after two minutes.
    @Test func aServerThatTakesNoConnectionStallsNoOther() throws {
        let queue = Queue()
        defer { queue.close() }
        let port = Mutex<UInt16>(0)
        var script = StallingServer.Script()
        script.closesAfter = 60
        script.connections = 2
        let isFull = DispatchSemaphore(value: 0)
        let server = try StallingServer(script, backlog: 0) {
            isFull.wait()
            queue.fill(port.withLock { $0 })
        }
        defer { server.close() }
        port.withLock { $0 = server.port }
        isFull.signal()
        let plan = try ArrivalPlan("200x2", defaultSeconds: 1)
        let mix = #"{"name": "validate", "method": "ValidateSession"}"#
        let recorder = try run(
            server, mix: mix, .open(plan, .uniform, seed: 1), inFlight: 64, connections: 2
        ).recorder
        #expect(recorder.connectionsLost == 1)
        let lost = try #require(recorder.total.failed[Outcome.connectionLost])
        #expect(recorder.total.failed == [Outcome.connectionLost: lost])
        #expect(recorder.total.succeeded == 400 - lost && lost < 64)
    }

    @Test func triesComeEverMoreSlowlyAndNotAllAtOnce() {
        func waits(_ seed: UInt64) -> [UInt64] {
            var now: UInt64 = 10_000_000_000
            var reconnect = Reconnect(seed: seed, openedNs: 0)
            return (0..<12).map { _ in
                let failedNs = now
                reconnect.fail(at: now)
                while !reconnect.isDue(at: now) { now += 1_000_000 }
                reconnect.begin(at: now)
                return now - failedNs
            }
        }
        let first = waits(1)
        #expect(first[0] <= 101_000_000)
        #expect(first.allSatisfy { $0 >= 50_000_000 && $0 <= 2_001_000_000 })
        #expect(first.suffix(3).allSatisfy { $0 >= 1_000_000_000 })
        #expect(waits(1) == first)
        #expect(waits(2) != first)
    }

    @Test func aConnectionThatLastedBeginsAnew() {
        var reconnect = Reconnect(seed: 1, openedNs: 0)
        for _ in 0..<8 { reconnect.fail(at: 0) }
        #expect(!reconnect.isDue(at: 999_000_000))
        reconnect.succeed(at: 0)
        reconnect.fail(at: 5_000_000_000)
        #expect(reconnect.isDue(at: 5_101_000_000))
    }
}
