import RPC
import Testing

@testable import Transport

extension TransportTests {
    /// accountd's two frames beside ttrpc's.
    @Suite struct ExtraFrameTests {
        private static let offer = [RequestEnvelope.extraFramesOffer]

        private func ping(_ data: [UInt8] = [], flags: UInt8 = 0) -> [UInt8] {
            FrameHeader.frame(stream: 1, type: FrameType.ping, flags: flags, data)
        }

        private func cancel(_ stream: UInt32) -> [UInt8] {
            FrameHeader.frame(stream: stream, type: FrameType.cancel, [])
        }

        @Test func `a ping is answered once the client has said that it speaks them, and not before`() throws {
            let server = try TestServer()
            let client = try server.client()
            try client.send(ping() + request(1, "Echo", [1]) + ping())
            #expect(try client.nextFrame().payload == [1])
            try client.send(request(3, "Echo", [3], metadata: Self.offer) + ping([1, 2, 3]))
            #expect(try client.nextFrame().payload == [3])
            let answer = try client.nextFrame()
            #expect(answer == RawFrame(stream: 1, type: FrameType.ping, flags: FrameFlag.answer, data: [1, 2, 3]))
            // An answer is not answered, nor is more data than a ping has.
            try client.send(
                ping(flags: FrameFlag.answer) + ping([UInt8](repeating: 0, count: 9)) + request(5, "Echo", [5]))
            #expect(try client.nextFrame().payload == [5])
        }

        @Test func `another offer is none`() throws {
            let server = try TestServer()
            let client = try server.client()
            try client.send(
                request(1, "Echo", [1], metadata: [("accountd-frames", "ping")]) + ping() + request(3, "Echo", [3]))
            #expect(try client.nextFrame().payload == [1])
            #expect(try client.nextFrame().payload == [3])
        }

        @Test func `a cancel ends its call and no other; nothing comes of it, and its id is free`() throws {
            let server = try TestServer()
            let client = try server.client()
            try client.send(request(1, "Never", metadata: Self.offer) + request(3, "Never") + cancel(1))
            try server.probe.waitForHeld(2)
            try eventually("cancelled") { server.probe.held[0].isCancelled }
            #expect(!server.probe.held[1].isCancelled)
            server.probe.held[0].respond([1])
            server.probe.held[1].respond([3])
            #expect(try client.nextFrame().stream == 3)
            try client.send(cancel(3) + cancel(99) + request(1, "Echo", [9]))
            #expect(try client.nextFrame().payload == [9])
        }

        @Test func `a cancelled stream sends no more`() throws {
            let server = try TestServer()
            let client = try server.client()
            try client.send(request(1, "Watch", metadata: Self.offer, flags: FrameFlag.remoteClosed))
            try server.probe.waitForHeld(1)
            let isFirstTaken = server.probe.held[0].send([1])
            #expect(isFirstTaken)
            #expect(try client.nextFrame().data == [1])
            try client.send(cancel(1) + request(3, "Echo", [3]))
            #expect(try client.nextFrame().payload == [3])
            let isTaken = server.probe.held[0].send([2])
            #expect(!isTaken)
        }

        @Test func `without an offer a cancel is a frame of an unknown type`() throws {
            let server = try TestServer()
            let client = try server.client()
            try client.send(request(1, "Never") + cancel(1) + request(3, "Echo"))
            #expect(try client.nextFrame().stream == 3)
            #expect(!server.probe.held[0].isCancelled)
        }

        @Test func `work that goes on after its cancel counts as a call in flight`() throws {
            let server = try TestServer { $0.maxCallsPerConnection = 2 }
            let client = try server.client()
            try client.send(request(1, "Never", metadata: Self.offer) + cancel(1) + request(3, "Never") + cancel(3))
            try server.probe.waitForHeld(2)
            try client.send(request(5, "Never"))
            #expect(try client.nextFrame().status?.reason == "TOO_MANY_CALLS")
            server.probe.release()
            try eventually("room again") {
                try client.send(request(7, "Elsewhere", [7]))
                return try client.nextFrame().payload == [7]
            }
        }

        @Test func `a flood of cancels closes the connection, and no other`() throws {
            let server = try TestServer()
            let neighbour = try server.client()
            let client = try server.client()
            try client.send(request(1, "Echo", metadata: Self.offer))
            #expect(try client.nextFrame().stream == 1)
            var flood: [UInt8] = []
            for index in 1...10_000 {
                let stream = UInt32(2 * index + 1)
                flood += request(stream, "Elsewhere", [1])
                flood += cancel(stream)
            }
            #expect(throws: RawFailure.self) {
                try client.send(flood)
                while true { _ = try client.nextFrame() }
            }
            try neighbour.send(request(1, "Echo", [1]))
            #expect(try neighbour.nextFrame().payload == [1])
            #expect(server.log.all == ["refused(Transport.RefusedConnection.cancelFlood, count: 1)"])
        }

        @Test func `cancels come back with time`() {
            var budget = CancelBudget()
            var now: Int64 = 5_000_000_000
            var taken = 0
            while budget.take(now: now) { taken += 1 }
            #expect(taken == 2_048)
            now += 4_000_000
            let isTooSoon = !budget.take(now: now)
            #expect(isTooSoon)
            now += 996_000_000
            taken = 0
            while budget.take(now: now) { taken += 1 }
            #expect(taken == 200)
        }
    }
}
