import Glibc
import RPC
import Testing

@testable import Transport

extension TransportTests {
    @Suite struct FramingTests {
        @Test func `frames may trickle in byte by byte`() throws {
            let server = try TestServer()
            let client = try server.client()
            for byte in request(1, "Echo", [1, 2, 3]) + request(3, "Elsewhere", [4]) {
                try client.send([byte])
                usleep(300)
            }
            #expect(try client.nextFrame().payload == [1, 2, 3])
            #expect(try client.nextFrame().payload == [4])
        }

        @Test func `frames may be cut anywhere`() throws {
            let server = try TestServer()
            let client = try server.client()
            let frames = request(1, "Echo", [UInt8](repeating: 1, count: 40)) + request(3, "Echo", [9])
            for cut in 1..<frames.count {
                try client.send(Array(frames.prefix(cut)))
                usleep(500)
                try client.send(Array(frames.dropFirst(cut)))
                #expect(try client.nextFrame().payload?.count == 40)
                #expect(try client.nextFrame().payload == [9])
            }
        }

        @Test func `many frames may come in one write`() throws {
            let server = try TestServer()
            let client = try server.client()
            // Over several reads, so that frames lie across their borders.
            let count = 6_000
            var bytes: [UInt8] = []
            for index in 0..<count { bytes += request(UInt32(2 * index + 1), "Echo", Array(String(index).utf8)) }
            try client.send(bytes)
            for index in 0..<count {
                let frame = try client.nextFrame()
                #expect(frame.stream == UInt32(2 * index + 1))
                #expect(frame.payload == Array(String(index).utf8))
            }
        }

        @Test(arguments: [16 << 10, 17 << 10, 64 << 10, 80 << 10, 1 << 20, FrameHeader.maximumLength])
        func `a frame of this many bytes is taken, with small ones around it`(bytes: Int) throws {
            let server = try TestServer()
            let client = try server.client()
            let long = request(3, "Echo", frameBytes: bytes)
            try client.send(request(1, "Echo", [1]) + long + request(5, "Echo", [5]))
            #expect(try client.nextFrame().payload == [1])
            let frame = try client.nextFrame()
            #expect(frame.stream == 3)
            #expect(frame.payload.map { $0.count > bytes - 60 && $0.allSatisfy { $0 == 0x61 } } == true)
            #expect(try client.nextFrame().payload == [5])
        }

        @Test(arguments: [FrameHeader.maximumLength + 1, 5 << 20])
        func `a longer frame is skipped and refused, and the connection goes on`(bytes: Int) throws {
            let server = try TestServer()
            let client = try server.client()
            var tooLong = FrameHeader(
                length: UInt32(bytes), stream: 3, type: FrameType.request, flags: 0
            ).bytes
            // What looks like frames inside of it is not run.
            tooLong += request(9, "Echo", [9])
            tooLong += [UInt8](repeating: 0, count: bytes + FrameHeader.byteCount - tooLong.count)
            try client.send(request(1, "Echo", [1]) + tooLong + request(5, "Echo", [5]))
            #expect(try client.nextFrame().payload == [1])
            let refused = try client.nextFrame()
            #expect(refused.stream == 3)
            #expect(refused.status?.code == .resourceExhausted)
            #expect(refused.status?.reason == "FRAME_TOO_LONG")
            #expect(try client.nextFrame().payload == [5])
            #expect(server.probe.runs == 2)
        }

        @Test func `the longest length that a header can name is refused at once`() throws {
            let server = try TestServer()
            let client = try server.client()
            try client.send(request(1, "Echo") + [0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 3, FrameType.request, 0])
            #expect(try client.nextFrame().payload == [])
            #expect(try client.nextFrame().status?.reason == "FRAME_TOO_LONG")
            // And a call inside of what is skipped is none.
            try client.send(request(5, "Echo"))
            client.endWriting()
            #expect(try client.isClosedByServer())
            #expect(server.probe.runs == 1)
        }

        @Test func `frames of other types are passed over, the too long ones too`() throws {
            let server = try TestServer()
            let client = try server.client()
            for type in [0, 2, 3, 4, 5, 0x7F, 0xFF] as [UInt8] {
                try client.send(FrameHeader.frame(stream: 1, type: type, flags: 0xFF, [1, 2, 3]))
            }
            try client.send(
                FrameHeader(length: 5 << 20, stream: 1, type: FrameType.data, flags: 0).bytes
                    + [UInt8](repeating: 1, count: 5 << 20))
            try client.send(request(1, "Echo", [1]))
            #expect(try client.nextFrame().payload == [1])
        }

        @Test func `random bytes never bring the server down`() throws {
            let server = try TestServer()
            var random = Seeded()
            for _ in 0..<200 {
                let client = try server.client()
                var bytes: [UInt8] = []
                for _ in 0..<20 {
                    bytes += FrameHeader.frame(
                        stream: .random(in: 0...9, using: &random), type: .random(in: 0...4, using: &random),
                        flags: .random(in: 0...255, using: &random), random.bytes(upTo: 90))
                }
                try? client.send(bytes + random.bytes(upTo: 50))
                if Bool.random(using: &random) { client.reset() }
            }
            let client = try server.client()
            try client.send(request(1, "Echo", [1]))
            #expect(try client.nextFrame().payload == [1], "seed \(random.seed)")
        }
    }
}
