import RPC
import Testing

@testable import Transport

/// What is refused before a method is asked is counted by why.
extension TransportTests {
    @Suite struct RefusedCallsTests {
        private func counts(_ server: TestServer, _ face: String) -> [String: Int] {
            var counts: [String: Int] = [:]
            for reading in server.server.refusedCalls where reading.face == face && reading.count > 0 {
                counts[reading.why] = reading.count
            }
            return counts
        }

        @Test func `on ttrpc's face`() throws {
            let server = try TestServer {
                $0.maxCallsPerConnection = 1
                $0.inputBudgetBytes = 100_000
            }
            let client = try server.client()
            try client.send(request(1, "Echo", [1]) + request(3, "Fail"))
            for _ in 0..<2 { _ = try client.nextFrame() }
            #expect(counts(server, "ttrpc").isEmpty)
            try client.send(
                request(5, "Nothing") + request(7, "Echo", service: "x") + request(9, "Exchange") + request(2, "Echo")
                    + request(11, "Echo", timeoutNanoseconds: -1) + request(13, "Never") + request(15, "Never")
                    + FrameHeader.frame(stream: 17, type: FrameType.request, [0xFF]))
            for _ in 0..<7 { #expect(try client.nextFrame().status != nil) }
            #expect(
                counts(server, "ttrpc") == [
                    "unknown_method": 3, "malformed": 2, "deadline_passed": 1, "too_many_calls": 1,
                ])
            let long = request(19, "Echo", frameBytes: 1 << 20)
            try client.send(Array(long.prefix(200_000)))
            #expect(try client.nextFrame().status?.reason == "OVERLOADED")
            #expect(counts(server, "ttrpc")["overloaded"] == 1 && counts(server, "http2").isEmpty)
        }

        @Test func `on HTTP/2's face`() throws {
            let server = try TestServer { $0.maxCallsPerConnection = 1 }
            let client = try HTTP2Client(port: server.port)
            for (stream, method) in [(1, "Echo"), (3, "Fail")] as [(UInt32, String)] {
                try client.send(HTTP2Client.call(stream, method))
                _ = try client.answer(stream)
            }
            #expect(counts(server, "http2").isEmpty)
            try client.send(HTTP2Client.call(5, "Nothing"))
            _ = try client.answer(5)
            try client.send(HTTP2Client.call(7, "Echo", [], [("grpc-timeout", "0n")]))
            _ = try client.answer(7)
            try client.send(HTTP2Client.call(9, "Echo", [], [("grpc-timeout", "soon")]))
            _ = try client.answer(9)
            try client.send(
                HTTP2Client.headers(11, HTTP2Client.fields("Echo")) + HTTP2Client.data(11, [0, 0x7F, 0, 0, 0]))
            _ = try client.answer(11)
            try client.send(HTTP2Client.call(13, "Never") + HTTP2Client.call(15, "Echo"))
            _ = try client.answer(15)
            #expect(
                counts(server, "http2") == [
                    "unknown_method": 1, "malformed": 1, "deadline_passed": 1, "too_large": 1, "too_many_calls": 1,
                ])
            #expect(counts(server, "ttrpc").isEmpty)
        }
    }
}
