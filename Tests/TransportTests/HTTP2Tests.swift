import Foundation
import RPC
import Testing

@testable import Transport

private typealias Kind = HTTP2Client.Kind

/// gRPC's face, by frames that a test writes itself.
extension TransportTests {
    @Suite struct HTTP2Tests {
        private let hello = Array("hello".utf8)

        @Test func `a call is answered by headers, a message and trailers`() throws {
            let server = try TestServer()
            let client = try HTTP2Client(port: server.port)
            try client.send(HTTP2Client.call(1, "Echo", hello))
            let answer = try client.answer(1)
            #expect(answer.http == "200" && answer.code == 0 && answer.payload == hello)
            #expect(answer.fields.contains { $0 == ("content-type", "application/grpc") })
        }

        @Test func `bytes one by one are the same call`() throws {
            let server = try TestServer()
            let client = try HTTP2Client(port: server.port, greets: false)
            client.raw.drips = true
            try client.send(HTTP2Client.preface + HTTP2Client.settings([]) + HTTP2Client.call(1, "Echo", hello))
            #expect(try client.answer(1).payload == hello)
        }

        @Test func `calls of one method that come together run together`() throws {
            let server = try TestServer()
            let client = try HTTP2Client(port: server.port)
            let streams = Array(stride(from: UInt32(1), to: 201, by: 2))
            try client.send(streams.flatMap { HTTP2Client.call($0, "Together", [1, UInt8($0 & 0xFF)]) })
            let answers = try client.answers(streams.count)
            for stream in streams { #expect(answers[stream]?.payload == [1, UInt8(stream & 0xFF)]) }
            #expect(server.probe.batches.reduce(0, +) == streams.count)
            #expect(server.probe.batches.contains { $0 > 1 })
        }

        @Test func `an answer comes from elsewhere, and a failure with its details`() throws {
            let server = try TestServer()
            let client = try HTTP2Client(port: server.port)
            try client.send(
                HTTP2Client.call(1, "Elsewhere", hello) + HTTP2Client.call(3, "FailElsewhere")
                    + HTTP2Client.call(5, "Made", hello))
            let answers = try client.answers(3)
            for stream in [1, 5] as [UInt32] {
                #expect(answers[stream]?.payload == hello && answers[stream]?.code == 0)
            }
            #expect(answers[3]?.code == 10 && answers[3]?.message == "Not now." && answers[3]?.reason == "NOT_NOW")
            #expect(answers[3]?.bytes == [])
        }

        @Test func `a method that answers nothing fails`() throws {
            let server = try TestServer()
            let client = try HTTP2Client(port: server.port)
            try client.send(
                HTTP2Client.call(1, "Silent") + HTTP2Client.call(3, "Together", [0]) + HTTP2Client.call(5, "Never"))
            #expect(try client.answers(2).values.allSatisfy { $0.code == 13 && $0.reason == "UNANSWERED" })
            try server.probe.waitForHeld(1)
            server.probe.release()
            #expect(try client.answer(5).reason == "UNANSWERED")
        }

        @Test func `a stream's messages come one by one, then its end or its failure`() throws {
            let server = try TestServer()
            let client = try HTTP2Client(port: server.port)
            try client.send(HTTP2Client.call(1, "Count", Array("3".utf8)) + HTTP2Client.call(3, "Break"))
            let answers = try client.answers(2)
            #expect(answers[1]?.bytes == (0..<3).flatMap { HTTP2Client.message(Array(String($0).utf8)) })
            #expect(answers[1]?.code == 0)
            #expect(answers[3]?.bytes == HTTP2Client.message([1]) + HTTP2Client.message([]))
            #expect(answers[3]?.code == 15)
        }

        @Test func `messages go both ways while a stream is open`() throws {
            let server = try TestServer()
            let client = try HTTP2Client(port: server.port)
            try client.send(HTTP2Client.headers(1, HTTP2Client.fields("Exchange")))
            for word in ["one", "two"] {
                // In two frames, cut within the message.
                let message = HTTP2Client.message(Array(word.utf8))
                try client.send(HTTP2Client.data(1, Array(message[..<6]), ends: false))
                try client.send(HTTP2Client.data(1, Array(message[6...]), ends: false))
                #expect(try client.next(Kind.data).payload == message)
            }
            try client.send(HTTP2Client.data(1, [], ends: true))
            #expect(try client.answer(1).code == 0)
        }

        @Test func `what is no gRPC is told so by HTTP`() throws {
            let server = try TestServer()
            let client = try HTTP2Client(port: server.port)
            let json = HTTP2Client.fields("Echo", type: "application/json")
            try client.send(HTTP2Client.headers(1, json, ends: true))
            #expect(try client.answer(1).http == "415")
            try client.send(HTTP2Client.headers(3, HTTP2Client.fields("Echo", verb: "GET"), ends: true))
            #expect(try client.answer(3).http == "405")
            try client.send(HTTP2Client.call(5, "Echo", hello))
            #expect(try client.answer(5).payload == hello)
        }

        static let refused: [(String, [UInt8], Int, String)] = [
            ("no message", HTTP2Client.headers(1, HTTP2Client.fields("Echo"), ends: true), 12, "MESSAGE_COUNT"),
            (
                "two messages",
                HTTP2Client.headers(1, HTTP2Client.fields("Echo"))
                    + HTTP2Client.data(1, HTTP2Client.message([1]) + HTTP2Client.message([2])), 12, "MESSAGE_COUNT"
            ),
            (
                "half a message",
                HTTP2Client.headers(1, HTTP2Client.fields("Echo"))
                    + HTTP2Client.data(1, Array(HTTP2Client.message([1, 2, 3]).dropLast())), 13, "MESSAGE_MALFORMED"
            ),
            (
                "half a prefix", HTTP2Client.headers(1, HTTP2Client.fields("Echo")) + HTTP2Client.data(1, [0, 0]), 13,
                "MESSAGE_MALFORMED"
            ),
            (
                "a flag that nobody knows",
                HTTP2Client.headers(1, HTTP2Client.fields("Echo"))
                    + HTTP2Client.data(1, HTTP2Client.message([1], flags: 2)), 13, "MESSAGE_MALFORMED"
            ),
            (
                "compressed by nothing",
                HTTP2Client.headers(1, HTTP2Client.fields("Echo"))
                    + HTTP2Client.data(1, HTTP2Client.message([1], flags: 1)), 13, "MESSAGE_MALFORMED"
            ),
            (
                "no gzip",
                HTTP2Client.call(1, "Echo", [1], [("grpc-encoding", "gzip")]).replacingPrefixFlag(), 13,
                "MESSAGE_MALFORMED"
            ),
            (
                "an encoding that is not spoken", HTTP2Client.call(1, "Echo", [1], [("grpc-encoding", "br")]), 12,
                "ENCODING_UNKNOWN"
            ),
            (
                "4 GiB to come",
                HTTP2Client.headers(1, HTTP2Client.fields("Echo"))
                    + HTTP2Client.data(1, [0, 255, 255, 255, 255], ends: false), 8, "FRAME_TOO_LONG"
            ),
            ("no timeout", HTTP2Client.call(1, "Echo", [1], [("grpc-timeout", "soon")]), 13, "TIMEOUT_MALFORMED"),
            ("a time that is over", HTTP2Client.call(1, "Echo", [1], [("grpc-timeout", "0m")]), 4, "DEADLINE_EXCEEDED"),
            ("a method that isn't there", HTTP2Client.call(1, "Nothing", [1]), 12, "METHOD_UNKNOWN"),
            (
                "metadata without end",
                HTTP2Client.call(1, "Echo", [1], (0..<4).map { ("x\($0)", String(repeating: "y", count: 4_200)) }), 8,
                "METADATA_TOO_LONG"
            ),
            (
                "too many entries", HTTP2Client.call(1, "Echo", [1], (0..<65).map { ("x\($0)", "") }), 8,
                "METADATA_TOO_LONG"
            ),
        ]

        @Test(arguments: 0..<refused.count)
        func `a call that can't be is refused, and the next one is answered`(index: Int) throws {
            let (what, bytes, code, reason) = Self.refused[index]
            let server = try TestServer()
            let client = try HTTP2Client(port: server.port)
            try client.send(bytes)
            let answer = try client.answer(1)
            #expect(answer.code == code && answer.reason == reason && answer.http == "200", "\(what): \(answer)")
            try client.send(HTTP2Client.call(3, "Echo", hello))
            while true {
                let answers = try client.answers(1)
                // A request that was cut short is reset besides.
                if let answer = answers[3] {
                    #expect(answer.payload == hello)
                    break
                }
            }
            #expect(server.probe.runs == 1)
        }

        @Test func `a deadline is kept by the server`() throws {
            let server = try TestServer()
            let client = try HTTP2Client(port: server.port)
            try client.send(HTTP2Client.call(1, "Never", [], [("grpc-timeout", "100m")]))
            let answer = try client.answer(1)
            #expect(answer.code == 4)
            #expect(server.probe.held.first?.isCancelled == true)
        }

        @Test func `a reset cancels its call, and the end of the connection all of them`() throws {
            let server = try TestServer()
            let client = try HTTP2Client(port: server.port)
            try client.send(HTTP2Client.call(1, "Never"))
            try server.probe.waitForHeld(1)
            try client.send(HTTP2Client.call(3, "Never") + HTTP2Client.reset(1))
            try server.probe.waitForHeld(2)
            try eventually("the first is cancelled") { server.probe.held[0].isCancelled }
            #expect(!server.probe.held[1].isCancelled)
            client.raw.close()
            try eventually("the other is cancelled") { server.probe.held[1].isCancelled }
        }

        @Test func `a cancelled call counts for as long as its handler works`() throws {
            let server = try TestServer { $0.maxCallsPerConnection = 2 }
            let client = try HTTP2Client(port: server.port)
            for stream in [1 as UInt32, 3] {
                try client.send(HTTP2Client.call(stream, "Never"))
                try server.probe.waitForHeld(Int(stream + 1) / 2)
                try client.send(HTTP2Client.reset(stream))
            }
            try client.send(HTTP2Client.call(5, "Elsewhere", hello))
            let refused = try client.answer(5)
            #expect(refused.code == 8 && refused.reason == "TOO_MANY_CALLS")
            server.probe.release()
            var stream: UInt32 = 7
            try eventually("there is room again") {
                try client.send(HTTP2Client.call(stream, "Elsewhere", hello))
                defer { stream += 2 }
                return try client.answer(stream).code == 0
            }
        }

        @Test func `a stream that nobody reads waits, and goes on once the window opens`() throws {
            let server = try TestServer()
            // A window of nothing.
            let client = try HTTP2Client(port: server.port, settings: [(4, 0)])
            try client.send(HTTP2Client.call(1, "Count", Array("3".utf8)) + HTTP2Client.call(3, "Echo", hello))
            #expect(try client.next(Kind.headers).stream != 0)
            // Without a window no data comes, but what asks for none does.
            try client.send(HTTP2Client.ping())
            while true {
                let frame = try client.next()
                #expect(frame.type != Kind.data)
                if frame.type == Kind.ping { break }
            }
            try client.send(HTTP2Client.windowUpdate(1, 6))
            #expect(try client.next(Kind.data).payload == HTTP2Client.message(Array("0".utf8)))
            try client.send(HTTP2Client.windowUpdate(1, 1_000) + HTTP2Client.windowUpdate(3, 1_000))
            let answers = try client.answers(2)
            #expect(answers[1]?.code == 0 && answers[3]?.payload == hello)
        }

        @Test func `a client's stream that nobody reads is held back`() throws {
            let server = try TestServer()
            let client = try HTTP2Client(port: server.port)
            try client.send(HTTP2Client.headers(1, HTTP2Client.fields("Deaf")))
            try server.probe.waitForHeld(1)
            let message = HTTP2Client.message([UInt8](repeating: 1, count: 16_000))
            for _ in 0..<16 { try client.send(HTTP2Client.data(1, message, ends: false)) }
            // More than its window is a mistake of the client's: the stream or the connection ends.
            try client.send(HTTP2Client.data(1, message, ends: false))
            try client.send(HTTP2Client.ping())
            while true {
                let frame = try client.next()
                // The window never opened again.
                #expect(!(frame.type == Kind.windowUpdate && frame.stream == 1))
                if frame.type == Kind.reset || frame.type == Kind.goAway { break }
                #expect(frame.type != Kind.ping)
            }
        }

        @Test func `a client's stream is let on as its handler reads`() throws {
            let server = try TestServer()
            let client = try HTTP2Client(port: server.port)
            try client.send(HTTP2Client.headers(1, HTTP2Client.fields("Exchange")))
            let message = HTTP2Client.message([UInt8](repeating: 1, count: 16_000))
            var received = 0
            for _ in 0..<40 {
                try client.send(HTTP2Client.data(1, message, ends: false))
                received += message.count
                var answered = 0
                while answered < message.count {
                    let frame = try client.next()
                    #expect(frame.type != Kind.reset && frame.type != Kind.goAway)
                    guard frame.type == Kind.data else { continue }
                    answered += frame.payload.count
                    let credit = UInt32(frame.payload.count)
                    try client.send(HTTP2Client.windowUpdate(0, credit) + HTTP2Client.windowUpdate(1, credit))
                }
            }
        }

        @Test func `an answer longer than a frame is cut, and one longer than 4 MiB refused`() throws {
            let server = try TestServer()
            let client = try HTTP2Client(port: server.port, settings: [(4, 8 << 20)])
            try client.send(HTTP2Client.windowUpdate(0, 16 << 20))
            try client.send(HTTP2Client.call(1, "Large", Array("4194304".utf8)))
            let answer = try client.answer(1)
            #expect(answer.code == 0 && answer.payload.count == 4 << 20)
            try client.send(HTTP2Client.call(3, "Large", Array("4194305".utf8)))
            #expect(try client.answer(3).reason == "ANSWER_TOO_LONG")
        }

        // MARK: Manners

        /// The code of the GOAWAY that the server must say before it closes.
        private func goAway(_ client: HTTP2Client) throws -> (code: UInt32, text: String)? {
            let frame = try client.rest().last { $0.type == Kind.goAway }
            return frame.map { frame in
                let code = frame.payload[4..<8].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
                return (code, String(decoding: frame.payload.dropFirst(8), as: UTF8.self))
            }
        }

        @Test func `too many pings end the connection, calls between them excuse them`() throws {
            let server = try TestServer()
            let polite = try HTTP2Client(port: server.port)
            for index in 0..<20 {
                try polite.send(HTTP2Client.ping() + HTTP2Client.call(UInt32(index * 2 + 1), "Echo", hello))
                #expect(try polite.answers(1).values.first?.code == 0)
            }
            let rude = try HTTP2Client(port: server.port)
            for _ in 0..<4 { try rude.send(HTTP2Client.ping()) }
            let end = try goAway(rude)
            #expect(end?.code == 11 && end?.text == "too_many_pings")
        }

        @Test func `streams opened and reset in a flood end the connection`() throws {
            let server = try TestServer()
            let client = try HTTP2Client(port: server.port)
            var stream: UInt32 = 1
            // The server may close before all of it is sent.
            for _ in 0..<100 {
                var bytes: [UInt8] = []
                for _ in 0..<100 {
                    bytes += HTTP2Client.headers(stream, HTTP2Client.fields("Echo")) + HTTP2Client.reset(stream)
                    stream += 2
                }
                do { try client.send(bytes) } catch { break }
            }
            _ = try client.rest()
            let other = try HTTP2Client(port: server.port)
            try other.send(HTTP2Client.call(1, "Echo", hello))
            #expect(try other.answer(1).payload == hello)
        }

        @Test func `a thousand deadlines at once are no flood`() throws {
            let server = try TestServer()
            let client = try HTTP2Client(port: server.port)
            let streams = Array(stride(from: UInt32(1), to: 2_001, by: 2))
            try client.send(streams.flatMap { HTTP2Client.call($0, "Never") })
            try server.probe.waitForHeld(1_000, seconds: 60)
            try client.send(streams.flatMap { HTTP2Client.reset($0) })
            server.probe.release()
            try eventually("all are let go") {
                try client.send(HTTP2Client.call(2_001, "Echo", hello))
                return try client.answer(2_001).payload == hello
            }
        }

        static let floods: [(String, [UInt8])] = [
            ("settings", HTTP2Client.settings([])),
            ("empty data", HTTP2Client.data(1, [], ends: false)),
            ("data that is padding", HTTP2Client.frame(Kind.data, flags: 8, stream: 1, [2, 0, 0])),
            ("window updates", HTTP2Client.windowUpdate(0, 1)),
            ("priorities", HTTP2Client.frame(2, stream: 3, [0, 0, 0, 0, 1])),
        ]

        @Test(arguments: 0..<floods.count)
        func `frames that ask for nothing, in a flood, end the connection`(index: Int) throws {
            let server = try TestServer()
            let client = try HTTP2Client(port: server.port)
            try client.send(HTTP2Client.headers(1, HTTP2Client.fields("Exchange")))
            let flood = (0..<200).flatMap { _ in Self.floods[index].1 }
            for _ in 0..<50 { do { try client.send(flood) } catch { break } }
            _ = try client.rest()
        }

        @Test func `data without end for a call that is over ends the connection`() throws {
            let server = try TestServer()
            let client = try HTTP2Client(port: server.port)
            try client.send(HTTP2Client.call(1, "Echo", hello))
            #expect(try client.answer(1).payload == hello)
            let more = HTTP2Client.data(1, [UInt8](repeating: 0, count: 16_384), ends: false)
            var isSentAway = false
            for _ in 0..<2_000 where !isSentAway {
                do { try client.send(more) } catch { isSentAway = true }
            }
            #expect(isSentAway)
        }

        @Test func `a header block without end closes the connection`() throws {
            let server = try TestServer()
            let client = try HTTP2Client(port: server.port)
            let block = HTTP2Client.block(HTTP2Client.fields("Echo"))
            try client.send(HTTP2Client.frame(Kind.headers, stream: 1, block))
            let more = HTTP2Client.frame(
                Kind.continuation, stream: 1, HTTP2Client.block([("x", String(repeating: "y", count: 8_000))]))
            for _ in 0..<200 { do { try client.send(more) } catch { break } }
            _ = try client.rest()
        }

        static let nonsense: [(String, [UInt8])] = [
            ("data on an idle stream", HTTP2Client.data(7, [1])),
            ("an even stream", HTTP2Client.call(2, "Echo")),
            (
                "a string of 4 GiB",
                HTTP2Client.frame(Kind.headers, flags: 4, stream: 1, [0, 127, 255, 255, 255, 255, 15])
            ),
            ("a window that overflows", HTTP2Client.windowUpdate(0, 0x7FFF_FFFF)),
            ("a frame too long", [0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 0, 1]),
            ("settings of three bytes", HTTP2Client.frame(Kind.settings, [0, 1, 2])),
            ("a ping of one byte", HTTP2Client.frame(Kind.ping, [0])),
        ]

        @Test(arguments: 0..<nonsense.count)
        func `what HTTP/2 forbids closes the connection`(index: Int) throws {
            let server = try TestServer()
            let client = try HTTP2Client(port: server.port)
            try client.send(Self.nonsense[index].1)
            _ = try client.rest()
        }

        @Test func `an id that was used, or passed over, runs nothing`() throws {
            let server = try TestServer()
            let client = try HTTP2Client(port: server.port)
            try client.send(HTTP2Client.call(3, "Echo", hello))
            #expect(try client.answer(3).payload == hello)
            try client.send(HTTP2Client.call(3, "Echo", hello) + HTTP2Client.call(1, "Echo", hello))
            try client.send(HTTP2Client.call(5, "Together", hello))
            _ = try? client.answers(1)
            #expect(server.probe.runs == 1)
        }

        @Test func `another preface closes the connection`() throws {
            let server = try TestServer()
            let client = try HTTP2Client(port: server.port, greets: false)
            try client.send(Array("PRI * HTTP/3.0\r\n\r\nSM\r\n\r\n".utf8))
            #expect(try client.rest().allSatisfy { $0.type == Kind.settings })
        }

        @Test func `a drain lets calls on their way be answered`() throws {
            let server = try TestServer()
            let client = try HTTP2Client(port: server.port)
            try client.send(HTTP2Client.call(1, "Slow", Array("300".utf8)))
            try server.probe.waitForHeld(1)
            let running = server.server
            let stopping = Thread { running.stop(drainSeconds: 20) }
            stopping.start()
            let notice = try client.next(Kind.goAway)
            #expect(notice.word == 0x7FFF_FFFF)
            let ping = try client.next(Kind.ping)
            // This one was sent before the notice could be read.
            try client.send(HTTP2Client.call(3, "Echo", hello))
            #expect(try client.answer(3).payload == hello)
            try client.send(HTTP2Client.frame(Kind.ping, flags: 1, ping.payload))
            #expect(try client.next(Kind.goAway).word == 3)
            #expect(try client.answer(1).code == 0)
            #expect(try client.rest().isEmpty)
            try eventually("the server has stopped", seconds: 30) { stopping.isFinished }
        }

        @Test func `a connection that has reached its age is ended`() throws {
            let server = try TestServer { $0.maxConnectionAgeSeconds = 1 }
            let client = try HTTP2Client(port: server.port)
            try client.send(HTTP2Client.call(1, "Echo", hello))
            #expect(try client.answer(1).payload == hello)
            #expect(try client.next(Kind.goAway).word == 0x7FFF_FFFF)
            try client.send(HTTP2Client.frame(Kind.ping, flags: 1, try client.next(Kind.ping).payload))
            #expect(try client.next(Kind.goAway).word == 1)
            #expect(try client.rest().isEmpty)
        }
    }
}

extension [UInt8] {
    /// Sets the flag of the prefix before a message of one byte that ends these bytes.
    fileprivate func replacingPrefixFlag() -> [UInt8] {
        var bytes = self
        bytes[bytes.count - 6] = 1
        return bytes
    }
}
