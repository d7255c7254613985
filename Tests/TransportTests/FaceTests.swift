import RPC
import Testing

@testable import Transport

extension TransportTests {
    @Suite struct FaceTests {
        @Test(arguments: [
            ([0x00], Opening.ttrpc), (Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8), .http2),
            (Array("GET /metrics".utf8), .http1), (Array("HEAD".utf8), .http1), (Array("POST /".utf8), .http1),
            ([0x16, 0x03, 0x01], .tls), ([0x16], .undecided), (Array("P".utf8), .undecided),
            (Array("PRI".utf8), .undecided), (Array("GE".utf8), .undecided), ([], .undecided), ([0x01], .foreign),
            (Array("PRX".utf8), .foreign), (Array("get ".utf8), .foreign), ([0x16, 0x02], .foreign),
            (Array("SSH-2.0".utf8), .foreign), ([0xFF], .foreign),
        ]) func `the first bytes tell what is spoken`(bytes: [UInt8], opening: Opening) {
            #expect(Opening(bytes.span.bytes) == opening)
        }

        @Test func `a connection that begins with anything else is closed with one event and no answer`() throws {
            let server = try TestServer()
            for begin in ["SSH-2.0-x\r\n", "EHLO there\r\n", "\u{1}", "PUT / HTTP/1.1\r\n"] {
                let client = try server.client()
                try client.send(Array(begin.utf8))
                #expect(try client.isClosedByServer())
            }
            let neighbour = try server.client()
            try neighbour.send(request(1, "Echo", [1]))
            #expect(try neighbour.nextFrame().payload == [1])
            #expect(server.log.all.first == "refused(Transport.RefusedConnection.foreign, count: 1)")
            #expect(server.log.all.count <= 4)
        }

        @Test func `first bytes that come one by one are gathered until they decide`() throws {
            let server = try TestServer()
            let client = try server.client()
            for byte in request(1, "Echo", [1]) { try client.send([byte]) }
            #expect(try client.nextFrame().payload == [1])
            let foreign = try server.client()
            for byte in Array("PRX".utf8) { try foreign.send([byte]) }
            #expect(try foreign.isClosedByServer())
        }
    }
}
