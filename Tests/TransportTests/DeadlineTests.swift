import Glibc
import RPC
import Testing

@testable import Transport

extension TransportTests {
    @Suite struct DeadlineTests {
        @Test func `a negative timeout has passed already: the method is not run`() throws {
            let server = try TestServer()
            let client = try server.client()
            for (method, timeout) in [("Echo", -1), ("Never", -1), ("Echo", Int64.min)] as [(String, Int64)] {
                try client.send(request(1, method, [1], timeoutNanoseconds: timeout))
                #expect(try client.nextFrame().status?.code == .deadlineExceeded)
            }
            #expect(server.probe.runs == 0)
        }

        @Test func `a deadline that passes while the call runs ends it, and its answer goes nowhere`() throws {
            let server = try TestServer()
            let client = try server.client()
            let took = try seconds {
                try client.send(request(1, "Never", timeoutNanoseconds: 150_000_000))
                try server.probe.waitForHeld(1)
                #expect(server.probe.held[0].isCancelled == false)
                let frame = try client.nextFrame()
                #expect(frame.stream == 1)
                #expect(frame.status?.code == .deadlineExceeded)
            }
            #expect(took > 0.14 && took < 2)
            let late = server.probe.held[0]
            let runs = server.probe.runs
            #expect(late.isCancelled)
            late.respond([1])
            late.respond { [probe = server.probe] in
                probe.run()
                return [1]
            }
            late.fail(Status(.aborted, "late"))
            #expect(late.send([2]) == false)
            late.finish()
            // The next frame is the next call's; the stream id is free again.
            try client.send(request(1, "Echo", [3]))
            #expect(try client.nextFrame().payload == [3])
            // That was Echo's own run: what nobody waits for isn't made.
            #expect(server.probe.runs == runs + 1)
        }

        @Test func `many deadlines pass each in its time, whatever their order`() throws {
            let server = try TestServer()
            let client = try server.client()
            let delays = (0..<300).map { ($0 * 7_919) % 300 }
            var bytes: [UInt8] = []
            for (index, delay) in delays.enumerated() {
                bytes += request(UInt32(2 * index + 1), "Never", timeoutNanoseconds: Int64(delay + 50) * 1_000_000)
            }
            try client.send(bytes)
            var seen: [Int] = []
            for _ in delays {
                let frame = try client.nextFrame()
                #expect(frame.status?.code == .deadlineExceeded)
                seen.append(delays[Int(frame.stream / 2)])
            }
            for (earlier, later) in zip(seen, seen.dropFirst()) { #expect(earlier <= later + 20) }
        }

        @Test func `calls that end before their deadline leave no trace of it`() throws {
            let server = try TestServer()
            let client = try server.client()
            // More than the queue keeps before it clears out ended calls.
            for round in 0..<5 {
                var bytes: [UInt8] = []
                for index in 0..<1_000 {
                    bytes += request(UInt32(2 * index + 1), "Elsewhere", [1], timeoutNanoseconds: 400_000_000)
                }
                try client.send(bytes)
                for _ in 0..<1_000 { #expect(try client.nextFrame().payload == [1], "round \(round)") }
            }
            usleep(600_000)
            try client.send(request(1, "Echo", [9]))
            #expect(try client.nextFrame().payload == [9])
        }

        @Test func `a deadline is the handler's to read`() throws {
            let server = try TestServer()
            let client = try server.client()
            try client.send(request(1, "Never", timeoutNanoseconds: 30_000_000_000))
            try server.probe.waitForHeld(1)
            let left = server.probe.calls[0].deadline.nanoseconds - MonotonicClock.now
            #expect(left > 25_000_000_000 && left <= 30_000_000_000)
        }
    }

    @Suite struct CancellationTests {
        @Test func `the end of a client's writing cancels its calls`() throws {
            let server = try TestServer()
            let client = try server.client()
            try client.send(request(1, "Never") + request(3, "Watch") + request(5, "Echo", [5]))
            #expect(try client.nextFrame().payload == [5])
            client.endWriting()
            try eventually("cancelled") { server.probe.held.allSatisfy { $0.isCancelled } }
            #expect(server.probe.held.count == 2)
            #expect(server.probe.held[1].send([1]) == false)
            server.probe.held[0].respond([1])
            #expect(try client.isClosedByServer())
        }

        @Test func `a reset cancels them too, and only this client's`() throws {
            let server = try TestServer()
            let client = try server.client()
            let other = try server.client()
            try client.send(request(1, "Never"))
            try server.probe.waitForHeld(1)
            try other.send(request(1, "Never"))
            try server.probe.waitForHeld(2)
            client.reset()
            try eventually("cancelled") { server.probe.held[0].isCancelled }
            #expect(server.probe.held[1].isCancelled == false)
            server.probe.held[1].respond([2])
            #expect(try other.nextFrame().payload == [2])
        }

        @Test func `a client that ends its writing still gets every answer that is ready`() throws {
            let server = try TestServer()
            let client = try server.client(receiveBytes: 8_192)
            let payload = [UInt8](repeating: 0x61, count: 60_000)
            let count = 100
            // More than the sockets hold: most of it waits in the server when the end of file is read.
            for index in 0..<count { try client.send(request(UInt32(2 * index + 1), "Echo", payload)) }
            client.endWriting()
            usleep(300_000)
            for index in 0..<count {
                let frame = try client.nextFrame()
                #expect(frame.stream == UInt32(2 * index + 1))
                #expect(frame.payload?.count == payload.count)
            }
            #expect(try client.isClosedByServer())
        }

        @Test func `an answer for a connection that is gone does not reach its successor`() throws {
            let server = try TestServer()
            for round in 0..<50 {
                let client = try server.client()
                try client.send(request(1, "Never"))
                try server.probe.waitForHeld(round + 1)
                client.reset()
                let held = server.probe.held[round]
                // Half of them answer before the server sees the reset.
                if round % 2 == 0 { try eventually("cancelled") { held.isCancelled } }
                held.respond([0xBA, 0xD0])
                let next = try server.client()
                try next.send(request(1, "Echo", [UInt8(round)]))
                #expect(try next.nextFrame().payload == [UInt8(round)])
            }
        }
    }
}
