import RPC
import Testing

@testable import Transport

extension TransportTests {
    @Suite struct RefusalTests {
        private func refused(_ server: TestServer, _ bytes: [UInt8]) throws -> Status? {
            let client = try server.client()
            try client.send(bytes)
            let status = try client.nextFrame().status
            // The connection outlives every refusal.
            try client.send(request(101, "Echo", [1]))
            #expect(try client.nextFrame().payload == [1])
            return status
        }

        @Test func `an even stream id is INVALID_ARGUMENT`() throws {
            let server = try TestServer()
            for stream in [0, 2, 0xFFFF_FFFE] as [UInt32] {
                let status = try refused(server, request(stream, "Echo"))
                #expect(status?.code == .invalidArgument)
                #expect(status?.reason == "STREAM_ID_EVEN")
            }
        }

        @Test func `the id of a running call is INVALID_ARGUMENT, and the running call goes on`() throws {
            let server = try TestServer()
            let client = try server.client()
            try client.send(request(7, "Never") + request(7, "Echo", [1]) + request(7, "Never"))
            for _ in 0..<2 {
                let frame = try client.nextFrame()
                #expect(frame.stream == 7)
                #expect(frame.status?.code == .invalidArgument)
                #expect(frame.status?.reason == "STREAM_ID_IN_USE")
            }
            try server.probe.waitForHeld(1)
            server.probe.held[0].respond([42])
            #expect(try client.nextFrame().payload == [42])
            #expect(server.probe.held.count == 1)
        }

        @Test func `an unknown service or method is UNIMPLEMENTED`() throws {
            let server = try TestServer()
            for bytes in [
                request(1, "Nothing"), request(1, "Echo", service: "test.v1.Other"), request(1, "", service: ""),
                FrameHeader.frame(stream: 1, type: FrameType.request, []),
            ] {
                #expect(try refused(server, bytes)?.code == .unimplemented)
            }
        }

        @Test func `a Request that does not parse is INVALID_ARGUMENT`() throws {
            let server = try TestServer()
            for data in [[0xFF], [0x0A, 50, 1], [0x08, 1], [0x0B]] as [[UInt8]] {
                let status = try refused(server, FrameHeader.frame(stream: 1, type: FrameType.request, data))
                #expect(status?.code == .invalidArgument)
                #expect(status?.reason == "REQUEST_MALFORMED")
            }
        }

        @Test func `too much metadata is RESOURCE_EXHAUSTED, as much as is allowed is not`() throws {
            let server = try TestServer {
                $0.maxMetadataEntries = 4
                $0.maxMetadataBytes = 1_000
            }
            let five = (0..<5).map { (name: "k\($0)", value: "v") }
            #expect(try refused(server, request(1, "Echo", metadata: five))?.reason == "METADATA_TOO_LONG")
            let long = [(name: "k", value: String(repeating: "v", count: 1_000))]
            let status = try refused(server, request(1, "Echo", metadata: long))
            #expect(status?.reason == "METADATA_TOO_LONG")
            #expect(status?.code == .resourceExhausted)
            #expect(try refused(server, request(1, "Echo", metadata: Array(five.prefix(4)))) == nil)
        }

        @Test func `metadata and payload reach the handler whole`() throws {
            let server = try TestServer()
            let client = try server.client()
            let metadata = [
                (name: "authorization", value: "Bearer a"), (name: "service-authorization", value: "Bearer b"),
                (name: "traceparent", value: "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
            ]
            try client.send(request(1, "Never", [5], metadata: metadata))
            try server.probe.waitForHeld(1)
            let call = server.probe.calls[0]
            #expect(call.payload == [5])
            #expect(call.authorization == Array("Bearer a".utf8))
            #expect(call.serviceAuthorization == Array("Bearer b".utf8))
            #expect(call.traceparent == Array(metadata[2].value.utf8))
            #expect(call.deadline == .none)
        }

        @Test func `an urgent call finds room on a connection that is full, within bounds`() throws {
            let server = try TestServer { $0.maxCallsPerConnection = 4 }
            let client = try server.client()
            for stream in [1, 3, 5, 7, 9] as [UInt32] { try client.send(request(stream, "Never")) }
            #expect(try client.nextFrame().status?.reason == "TOO_MANY_CALLS")
            try client.send(request(11, "Urgent") + request(13, "Urgent"))
            let frame = try client.nextFrame()
            #expect(frame.stream == 13 && frame.status?.reason == "TOO_MANY_CALLS")
            try server.probe.waitForHeld(5)
            server.probe.held[4].respond([9])
            let answered = try client.nextFrame()
            #expect(answered.stream == 11 && answered.payload == [9])
        }

        @Test func `over the limit of calls in flight one is RESOURCE_EXHAUSTED, and allowed once another has ended`()
            throws
        {
            let server = try TestServer { $0.maxCallsPerConnection = 3 }
            let client = try server.client()
            for stream in [1, 3, 5, 7] as [UInt32] { try client.send(request(stream, "Never")) }
            let frame = try client.nextFrame()
            #expect(frame.stream == 7)
            #expect(frame.status?.code == .resourceExhausted)
            #expect(frame.status?.reason == "TOO_MANY_CALLS")
            #expect(frame.status?.retryDelayMs != nil)
            server.probe.held[1].respond([3])
            #expect(try client.nextFrame().stream == 3)
            try client.send(request(9, "Elsewhere", [9]))
            #expect(try client.nextFrame().payload == [9])
            // Another connection has a limit of its own.
            let other = try server.client()
            try other.send(request(1, "Elsewhere", [1]))
            #expect(try other.nextFrame().payload == [1])
        }
    }
}
