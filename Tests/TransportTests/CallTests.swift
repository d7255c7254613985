import RPC
import Testing

@testable import Transport

extension TransportTests {
    @Suite struct CallTests {
        @Test(arguments: ["Echo", "Elsewhere", "Made"])
        func `a call is answered on its stream`(method: String) throws {
            let server = try TestServer()
            let client = try server.client()
            for (stream, payload) in [(1, []), (3, [1, 2, 3]), (0xFFFF_FFFF, [UInt8](repeating: 7, count: 70_000))]
                as [(UInt32, [UInt8])]
            {
                try client.send(request(stream, method, payload))
                let frame = try client.nextFrame()
                #expect(frame.stream == stream)
                #expect(frame.type == FrameType.response)
                #expect(frame.flags == 0)
                #expect(frame.payload == payload)
            }
        }

        @Test func `a failure carries its details, inline and from elsewhere`() throws {
            let server = try TestServer()
            let client = try server.client()
            try client.send(request(1, "Fail"))
            #expect(try client.nextFrame().status == Status(.notFound, "There is none.", reason: "NONE"))
            try client.send(request(3, "FailElsewhere"))
            let status = Status(.aborted, "Not now.", reason: "NOT_NOW", retryDelayMs: 20)
            #expect(try client.nextFrame().status == status)
        }

        @Test func `a method that gives no answer is INTERNAL`() throws {
            let server = try TestServer()
            let client = try server.client()
            try client.send(request(1, "Silent"))
            #expect(try client.nextFrame().status?.reason == "UNANSWERED")
        }

        @Test func `a thousand calls interleave on one connection`() throws {
            let server = try TestServer()
            let client = try server.client()
            var bytes: [UInt8] = []
            var expected: [UInt32: [UInt8]] = [:]
            for index in 0..<1_000 {
                let stream = UInt32(2 * index + 1)
                let payload = Array(String(index % 40).utf8)
                expected[stream] = payload
                bytes += request(stream, ["Slow", "Elsewhere", "Echo"][index % 3], payload)
            }
            try client.send(bytes)
            var order: [UInt32] = []
            while !expected.isEmpty {
                let frame = try client.nextFrame()
                #expect(expected.removeValue(forKey: frame.stream) == frame.payload)
                order.append(frame.stream)
            }
            #expect(order != order.sorted(), "slow calls do not hold up quick ones")
        }

        @Test func `a stream id can be used again once its call is answered`() throws {
            let server = try TestServer()
            let client = try server.client()
            for index in 0..<50 {
                try client.send(request(5, index % 2 == 0 ? "Elsewhere" : "Echo", [UInt8(index)]))
                #expect(try client.nextFrame().payload == [UInt8(index)])
            }
        }

        @Test func `two shards serve, and every connection gets an answer`() throws {
            let server = try TestServer { $0.shards = 2 }
            let clients = try (0..<16).map { _ in try server.client() }
            for round in 0..<20 {
                for client in clients {
                    try client.send(request(1, round % 2 == 0 ? "Echo" : "Elsewhere", [UInt8(round)]))
                }
                for client in clients { #expect(try client.nextFrame().payload == [UInt8(round)]) }
            }
        }

        @Test func `over the limit of connections one is turned away, and taken once another has left`() throws {
            let server = try TestServer { $0.maxConnections = 2 }
            let first = try server.client()
            let second = try server.client()
            for client in [first, second] {
                try client.send(request(1, "Echo"))
                _ = try client.nextFrame()
            }
            #expect(try server.client().isClosedByServer())
            try eventually("told") { server.log.all.contains { $0.contains("tooManyConnections") } }
            first.close()
            try eventually("room again") {
                let client = try server.client()
                do {
                    try client.send(request(1, "Echo"))
                    return try client.frame() != nil
                } catch { return false }
            }
        }
    }
}
