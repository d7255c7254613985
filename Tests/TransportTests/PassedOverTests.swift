import Testing

@testable import Transport

private typealias Kind = HTTP2Client.Kind

/// HEADERS that nghttp2 passes over, since the client has more streams open than it may.
extension TransportTests {
    @Suite struct PassedOverTests {
        private func client(_ server: TestServer) throws -> HTTP2Client {
            // It has not acknowledged the limit.
            let client = try HTTP2Client(port: server.port)
            try client.send(HTTP2Client.call(1, "Never"))
            return client
        }

        @Test func `a request on the id of a stream that is over ends the connection, trailers don't`() throws {
            let server = try TestServer()
            let client = try HTTP2Client(port: server.port)
            try client.send(HTTP2Client.call(3, "Echo", [3]))
            #expect(try client.answer(3).payload == [3])
            try client.send(HTTP2Client.headers(3, [("x", "y")], ends: true) + HTTP2Client.call(5, "Echo", [5]))
            #expect(try client.answer(5).payload == [5])
            for stream in [1, 3, 5] as [UInt32] {
                let client = try HTTP2Client(port: server.port)
                try client.send(HTTP2Client.call(3, "Echo") + HTTP2Client.call(5, "Echo"))
                _ = try client.answers(2)
                try client.send(HTTP2Client.call(stream, "Echo"))
                let goodbye = try #require(try client.rest().first { $0.type == Kind.goAway })
                #expect(goodbye.payload[4..<8].elementsEqual(HTTP2Client.word(1)))
            }
        }

        @Test func `once they are whole, a quiet connection stays; before that it is closed in time`() throws {
            let server = try TestServer {
                $0.maxCallsPerConnection = 1
                $0.partialFrameTimeoutSeconds = 1
            }
            let fields = HTTP2Client.fields("Echo")
            let whole = HTTP2Client.headers(3, fields, ends: true)
            let quiet = try client(server)
            try quiet.send(whole)
            #expect(try quiet.answer(3).wasReset == 7)
            let cut = try client(server)
            try cut.send(Array(whole.dropLast(5)))
            let open = try client(server)
            try open.send(HTTP2Client.frame(Kind.headers, flags: 1, stream: 3, HTTP2Client.block(fields)))
            let head = try client(server)
            try head.send(whole + HTTP2Client.ping().prefix(5))
            let ping = try client(server)
            try ping.send(whole + HTTP2Client.ping().dropLast(3))
            for client in [cut, open, head, ping] { _ = try client.rest() }
            // By now time was looked at more than once.
            try server.probe.waitForHeld(5)
            server.probe.release()
            #expect(try quiet.answer(1).reason == "UNANSWERED")
            try quiet.send(HTTP2Client.call(5, "Echo", [5]))
            #expect(try quiet.answer(5).payload == [5])
        }

        @Test func `a header block is one frame, in however many it comes and however they are cut`() {
            let bytes =
                Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)
                + HTTP2Client.frame(Kind.headers, flags: 1, stream: 1, [1, 2])
                + HTTP2Client.frame(9, flags: 0, stream: 1, [3]) + HTTP2Client.frame(9, flags: 4, stream: 1, [4])
                + HTTP2Client.ping()
            for piece in 1...bytes.count {
                var walk = FrameWalk()
                var wasMidway: [Int: Bool] = [:]
                for start in stride(from: 0, to: bytes.count, by: piece) {
                    let end = min(start + piece, bytes.count)
                    bytes[start..<end].withUnsafeBytes { walk.take($0) }
                    wasMidway[end] = walk.isMidway
                }
                #expect(walk.frames == 2)
                #expect(!walk.isMidway)
                // Between the block's frames, and behind its last.
                #expect(wasMidway[24 + 11] ?? true && wasMidway[24 + 21] ?? true)
                #expect(wasMidway[24 + 31] != true)
            }
        }
    }
}
