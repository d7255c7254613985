import Glibc
import RPC
import Testing

@testable import Transport

extension TransportTests {
    @Suite struct TimeoutAndBudgetTests {
        @Test func `a frame that is not finished in time closes the connection; a quiet connection stays`() throws {
            let server = try TestServer { $0.partialFrameTimeoutSeconds = 1 }
            let stuck = try server.client()
            let quiet = try server.client()
            let waiting = try server.client()
            try quiet.send(request(1, "Echo", [1]))
            #expect(try quiet.nextFrame().payload == [1])
            try waiting.send(request(1, "Never"))
            try stuck.send(Array(request(1, "Echo", [1]).dropLast()))
            // The sweep comes every five seconds.
            #expect(try stuck.isClosedByServer())
            try quiet.send(request(3, "Echo", [3]))
            #expect(try quiet.nextFrame().payload == [3])
            server.probe.held[0].respond([7])
            #expect(try waiting.nextFrame().payload == [7])
        }

        @Test func `an idle connection is closed where the setting says so, one with a call is not`() throws {
            let server = try TestServer { $0.idleTimeoutSeconds = 1 }
            let idle = try server.client()
            let waiting = try server.client()
            try waiting.send(request(1, "Never"))
            try server.probe.waitForHeld(1)
            #expect(try idle.isClosedByServer())
            server.probe.held[0].respond([7])
            #expect(try waiting.nextFrame().payload == [7])
        }

        @Test func `a long frame for which there is no room is refused, skipped, and the connection goes on`() throws {
            let server = try TestServer { $0.inputBudgetBytes = 100_000 }
            let client = try server.client()
            let long = request(1, "Echo", frameBytes: 1 << 20)
            let half = long.count / 2
            try client.send(Array(long.prefix(half)))
            let refused = try client.nextFrame()
            #expect(refused.stream == 1)
            #expect(refused.status?.code == .resourceExhausted)
            #expect(refused.status?.reason == "OVERLOADED")
            #expect(refused.status?.retryDelayMs != nil)
            try client.send(Array(long.dropFirst(half)) + request(3, "Echo", [3]))
            #expect(try client.nextFrame().payload == [3])
            #expect(server.probe.runs == 1)
        }

        @Test func `the budget is everybody's together, and is given back`() throws {
            let server = try TestServer { $0.inputBudgetBytes = 1_000_000 }
            let long = request(1, "Echo", frameBytes: 600_000)
            for round in 0..<5 {
                let first = try server.client()
                let second = try server.client()
                try first.send(Array(long.dropLast(10)))
                usleep(100_000)
                try second.send(Array(long.dropLast(10)))
                #expect(try second.nextFrame().status?.reason == "OVERLOADED", "round \(round)")
                try first.send(Array(long.suffix(10)))
                #expect(try first.nextFrame().payload != nil)
                // The first closes with nothing kept; in the next round the second closes in the middle of a frame.
                try second.send(Array(long.suffix(10)) + Array(long.prefix(300_000)))
                usleep(20_000)
                second.close()
                usleep(20_000)
            }
        }

        @Test func `a frame of another type that finds no room is skipped without an answer`() throws {
            let server = try TestServer { $0.inputBudgetBytes = 100_000 }
            let client = try server.client()
            try client.send(
                FrameHeader.frame(stream: 1, type: FrameType.data, [UInt8](repeating: 1, count: 1 << 20))
                    + request(3, "Echo", [3]))
            #expect(try client.nextFrame().stream == 3)
        }

        @Test func `running calls may not hold more bytes than the budget`() throws {
            let server = try TestServer { $0.inputBudgetBytes = 1 << 20 }
            let client = try server.client()
            let payload = [UInt8](repeating: 1, count: 400_000)
            for stream in [1, 3, 5] as [UInt32] { try client.send(request(stream, "Never", payload)) }
            let refused = try client.nextFrame()
            #expect(refused.stream == 5)
            #expect(refused.status?.reason == "OVERLOADED")
            server.probe.held[0].respond([1])
            #expect(try client.nextFrame().stream == 1)
            try client.send(request(5, "Never", payload))
            try server.probe.waitForHeld(3)
            #expect(server.probe.held.count == 3)
        }
    }
}
