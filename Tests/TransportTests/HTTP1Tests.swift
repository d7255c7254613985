import Foundation
import RPC
import Testing

@testable import Transport

extension TransportTests {
    @Suite struct HTTP1Tests {
        private func server(_ change: (inout ServerOptions) -> Void = { _ in }) throws -> TestServer {
            var options = ServerOptions()
            options.page = { path in
                switch path {
                case "/healthz": .text("ok")
                case "/large": HTTPPage(contentType: "text/plain", body: [UInt8](repeating: 0x6C, count: 3_000_000))
                case "/sick": .text(503, "no")
                default: nil
                }
            }
            change(&options)
            return try TestServer(options: options)
        }

        private struct Answer: Equatable {
            let status: Int
            let body: String
            var closes = false
        }

        /// Reads answers one after the other; `bodies`: whether they have bodies (HEAD's don't).
        private func answers(_ client: RawClient, _ count: Int, bodies: Bool = true) throws -> [Answer] {
            try (0..<count).map { _ in
                var head: [UInt8] = []
                while !head.suffix(4).elementsEqual("\r\n\r\n".utf8) { head += try client.bytes(1) }
                let lines = String(decoding: head, as: UTF8.self).components(separatedBy: "\r\n")
                let length = lines.compactMap { $0.hasPrefix("Content-Length: ") ? Int($0.dropFirst(16)) : nil }
                let status = try #require(Int(lines[0].split(separator: " ")[1]))
                #expect(lines.contains { $0.hasPrefix("Date: ") && $0.hasSuffix(" GMT") })
                let body = bodies ? try client.bytes(try #require(length.first)) : []
                return Answer(
                    status: status, body: String(decoding: body, as: UTF8.self),
                    closes: lines.contains("Connection: close"))
            }
        }

        private let health = "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n"

        @Test func `requests are answered one after the other, cut anywhere, or several in one write`() throws {
            let server = try server()
            let client = try server.client()
            let ok = Answer(status: 200, body: "ok\n")
            for cut in 1..<health.utf8.count {
                let bytes = Array(health.utf8)
                try client.send(Array(bytes[..<cut]))
                usleep(300)
                try client.send(Array(bytes[cut...]))
                #expect(try answers(client, 1) == [ok])
            }
            try client.send(Array((health + health + "HEAD /healthz HTTP/1.1\r\nHost: a\r\n\r\n").utf8))
            #expect(try answers(client, 2) == [ok, ok])
            #expect(try answers(client, 1, bodies: false) == [Answer(status: 200, body: "")])
            try client.send(Array(health.utf8))
            #expect(try answers(client, 1) == [ok])
        }

        @Test(arguments: [
            ("GET /nothing HTTP/1.1\r\nHost: a\r\n\r\n", 404, false),
            ("GET /sick HTTP/1.1\r\nHost: a\r\n\r\n", 503, false),
            ("GET /healthz?x=1 HTTP/1.1\r\nHost: a\r\nX-Y:  \t z\r\n\r\n", 200, false),
            ("GET http://a/healthz HTTP/1.1\r\nHost: a\r\n\r\n", 200, false),
            ("GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: Keep-Alive, Close\r\n\r\n", 200, true),
            ("GET /healthz HTTP/1.0\r\n\r\n", 200, true),
            ("GET /healthz HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", 200, false),
            ("POST /healthz HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc", 405, true),
            ("POST /healthz HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n", 405, false),
            ("POST /nothing HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 404, true),
            ("GET /healthz HTTP/1.1\r\n\r\n", 400, true),
            ("GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400, true),
            ("GET  /healthz HTTP/1.1\r\nHost: a\r\n\r\n", 400, true),
            ("GET healthz HTTP/1.1\r\nHost: a\r\n\r\n", 400, true),
            ("GET /healthz HTTP/2.0\r\nHost: a\r\n\r\n", 400, true), ("GET /healthz\r\n\r\n", 400, true),
            ("GET /healthz HTTP/1.1\r\nHost : a\r\n\r\n", 400, true),
            ("GET /healthz HTTP/1.1\r\nHost: a\r\n folded: b\r\n\r\n", 400, true),
            ("GET /healthz HTTP/1.1\nHost: a\r\n\r\n", 400, true),
            ("GET /healthz HTTP/1.1\r\nHost: a\rb\r\n\r\n", 400, true),
            ("GET /healthz HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", 400, true),
            ("GET /healthz HTTP/1.1\r\nHost: a\r\nContent-Length: 1, 2\r\n\r\n", 400, true),
            ("GET /healthz HTTP/1.1\r\nHost: a\r\nX\u{0}: b\r\n\r\n", 400, true),
            ("GET /healthz HTTP/1.1\r\nHost: a\r\nX: b\u{0}\r\n\r\n", 400, true),
        ]) func `one answer for each request, and an end where it says so`(text: String, status: Int, closes: Bool)
            throws
        {
            let server = try server()
            let client = try server.client()
            try client.send(Array(text.utf8))
            let answer = try answers(client, 1)[0]
            #expect(answer.status == status)
            #expect(answer.closes == closes)
            if closes {
                #expect(try client.rest() == [])
            } else {
                try client.send(Array(health.utf8))
                #expect(try answers(client, 1)[0].status == 200)
            }
        }

        @Test func `a head longer than 8 KiB is refused, a shorter one is not`() throws {
            let server = try server()
            let fits = "GET /healthz HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "x", count: 8_000))\r\n\r\n"
            let first = try server.client()
            try first.send(Array((fits + fits).utf8))
            #expect(try answers(first, 2).map(\.status) == [200, 200])
            let second = try server.client()
            try second.send(Array("GET /healthz HTTP/1.1\r\nX: \(String(repeating: "x", count: 9_000))".utf8))
            #expect(
                try answers(second, 1) == [
                    Answer(status: 431, body: "A request's head is at most 8 KiB.\n", closes: true)
                ])
            #expect(try second.rest() == [])
        }

        @Test func `a flood of requests in one write is answered in part, with an end that arrives`() throws {
            let server = try server()
            let client = try server.client()
            try client.send(Array(String(repeating: health, count: 1_000).utf8))
            let answers = try answers(client, 32)
            #expect(answers.map(\.status) == [Int](repeating: 200, count: 32))
            #expect(answers.last?.closes == true && answers.dropLast().allSatisfy { !$0.closes })
            #expect(try client.rest() == [])
        }

        @Test func `a slow reader gets all of a large page, and then the end`() throws {
            let server = try server()
            let client = try server.client(receiveBytes: 8_192)
            try client.send(Array("GET /large HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".utf8))
            usleep(100_000)
            #expect(try answers(client, 1)[0].body.utf8.count == 3_000_000)
            #expect(try client.rest() == [])
        }

        @Test func `whoever doesn't leave after the end is closed, and a head byte by byte is no way to stay`() throws {
            let server = try server {
                $0.silenceSeconds = 1
                $0.partialFrameTimeoutSeconds = 1
            }
            let staying = try server.client()
            try staying.send(Array("GET /healthz HTTP/1.0\r\n\r\n".utf8))
            #expect(try answers(staying, 1)[0].closes)
            let slow = try server.client()
            #expect(throws: RawFailure.self) {
                for byte in Array(health.utf8) + Array(repeating: 0x20, count: 10_000) {
                    try slow.send([byte])
                    usleep(50_000)
                }
            }
            #expect(throws: RawFailure.self) {
                for _ in 0..<1_000 {
                    try staying.send([0x20])
                    usleep(20_000)
                }
            }
            #expect(!server.log.all.contains { $0.contains("silent") && !$0.contains("count: 1)") })
        }

        @Test func `pages go over TLS, with a proper end`() throws {
            let world = try SecureWorld { $0.page = { $0 == "/healthz" ? .text("ok") : nil } }
            let client = try world.client(protocols: ["http/1.1"])
            try client.send(Array("GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".utf8))
            #expect(try answers(client, 1) == [Answer(status: 200, body: "ok\n", closes: true)])
            #expect(try client.rest() == [])
        }

        @Test func `connections are counted by what is spoken on them`() throws {
            let world = try SecureWorld { $0.page = { _ in .text("ok") } }
            let clients = [try world.server.client(), try world.client(), try world.server.client()]
            for client in clients.prefix(2) {
                try client.send(request(1, "Echo", [1]))
                _ = try client.nextFrame()
            }
            try clients[2].send(Array(health.utf8))
            _ = try answers(clients[2], 1)
            func reading(_ face: String, _ isSecured: Bool) -> FaceReading? {
                world.server.server.faces.first { $0.face == face && $0.isSecured == isSecured }
            }
            #expect(reading("ttrpc", false)?.open == 1)
            #expect(reading("ttrpc", true)?.open == 1)
            #expect(reading("http1", false)?.open == 1)
            #expect(reading("unknown", false)?.open == 0)
            for client in clients { client.close() }
            try eventually("all gone") { world.server.server.faces.allSatisfy { $0.open == 0 } }
            #expect(reading("ttrpc", true)?.accepted == 1)
            #expect(reading("unknown", false)?.accepted == 3)
        }
    }

    @Suite struct FloodTests {
        /// In a process of its own: it counts descriptors and memory.
        @Test func `fifty thousand connections that are reset at once leave nothing behind`() async {
            await #expect(processExitsWith: .success) {
                let server = try TestServer { $0.silenceSeconds = 2 }
                let live = try server.client()
                var stream: UInt32 = 1
                func call() throws {
                    try live.send(request(stream, "Echo", [1]))
                    guard try live.nextFrame().payload == [1] else { throw RawFailure("no answer") }
                    stream += 2
                }
                func churn(_ count: Int) throws {
                    for index in 0..<count {
                        let client = try server.client()
                        if index % 4 == 1 { try? client.send([0x16, 0x03, 0x01]) }
                        if index % 4 == 2 { try? client.send([0, 0]) }
                        client.reset()
                        if index % 500 == 0 { try call() }
                    }
                }
                try churn(2_000)
                let before = try Self.resident()
                try churn(50_000)
                try eventually("connections gone", seconds: 30) {
                    try call()
                    return server.server.faces.map(\.open).reduce(0, +) == 1
                }
                let after = try Self.resident()
                guard after < before + (16 << 20) else { throw RawFailure("\(before) bytes became \(after)") }
            }
        }

        private static func resident() throws -> Int {
            let words = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
            return (Int(words[1]) ?? 0) * 4_096
        }
    }
}
