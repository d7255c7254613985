import RPC
import Testing

@testable import Transport

extension TransportTests {
    @Suite struct BatchTests {
        @Test func `calls that come together are run together, and answered in their order`() throws {
            let server = try TestServer()
            let client = try server.client()
            let count = 500
            var bytes: [UInt8] = []
            for index in 0..<count { bytes += request(UInt32(2 * index + 1), "Together", Array("p\(index)".utf8)) }
            try client.send(bytes)
            for index in 0..<count {
                let frame = try client.nextFrame()
                #expect(frame.stream == UInt32(2 * index + 1))
                #expect(frame.payload == Array("p\(index)".utf8))
            }
            #expect(server.probe.batches.reduce(0, +) == count)
            #expect(server.probe.batches.allSatisfy { $0 >= 1 && $0 <= CallBatch.capacity })
            #expect(server.probe.batches.count < count)
        }

        @Test func `what is refused or another method's stands between them in its place`() throws {
            let server = try TestServer()
            let client = try server.client()
            try client.send(
                request(1, "Together", [1]) + request(2, "Together", [2]) + request(3, "Together", [3])
                    + request(5, "Echo", [5]) + request(7, "Nothing")
                    + FrameHeader.frame(stream: 9, type: FrameType.request, [0xFF])
                    + request(11, "Together", [0]) + request(13, "Together", [13], timeoutNanoseconds: -1)
                    + FrameHeader.frame(stream: 1, type: FrameType.data, [1]) + request(15, "Together", [15]))
            let expected: [(stream: UInt32, payload: [UInt8]?, reason: String?)] = [
                (1, [1], nil), (2, nil, "STREAM_ID_EVEN"), (3, [3], nil), (5, [5], nil), (7, nil, "METHOD_UNKNOWN"),
                (9, nil, "REQUEST_MALFORMED"), (11, nil, "UNANSWERED"), (13, nil, "DEADLINE_EXCEEDED"), (15, [15], nil),
            ]
            for answer in expected {
                let frame = try client.nextFrame()
                #expect(frame.stream == answer.stream)
                #expect(frame.payload == answer.payload)
                #expect(frame.status?.reason == answer.reason)
            }
        }

        @Test func `beside a running call its id is refused and others are answered`() throws {
            let server = try TestServer()
            let client = try server.client()
            try client.send(
                request(1, "Never") + request(3, "Together", [3]) + request(1, "Together", [1])
                    + request(5, "Together", [5]))
            #expect(try client.nextFrame().payload == [3])
            #expect(try client.nextFrame().status?.reason == "STREAM_ID_IN_USE")
            #expect(try client.nextFrame().payload == [5])
            server.probe.held[0].respond([9])
            #expect(try client.nextFrame().payload == [9])
        }

        @Test(arguments: [31, 32, 33, 64, 65])
        func `a too long frame behind a group of any size is refused after it`(count: Int) throws {
            let server = try TestServer()
            let client = try server.client()
            var bytes: [UInt8] = []
            for index in 0..<count { bytes += request(UInt32(2 * index + 1), "Together", [UInt8(index + 1)]) }
            bytes += FrameHeader(length: 5 << 20, stream: 901, type: FrameType.request, flags: 0).bytes
            bytes += [UInt8](repeating: 0, count: 5 << 20)
            try client.send(bytes + request(903, "Together", [1]))
            for index in 0..<count { #expect(try client.nextFrame().payload == [UInt8(index + 1)]) }
            #expect(try client.nextFrame().status?.reason == "FRAME_TOO_LONG")
            #expect(try client.nextFrame().stream == 903)
        }
    }
}
