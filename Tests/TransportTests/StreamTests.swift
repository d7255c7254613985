import Glibc
import RPC
import Testing

@testable import Transport

extension TransportTests {
    @Suite struct StreamTests {
        @Test(arguments: [0, 1, 3, 1_000])
        func `a stream is Data frames, then one that closes and holds nothing`(count: Int) throws {
            let server = try TestServer()
            let client = try server.client()
            try client.send(request(1, "Count", Array(String(count).utf8), flags: FrameFlag.remoteClosed))
            for index in 0..<count {
                let expected = RawFrame(stream: 1, type: FrameType.data, flags: 0, data: Array(String(index).utf8))
                #expect(try client.nextFrame() == expected)
            }
            let last = RawFrame(
                stream: 1, type: FrameType.data, flags: FrameFlag.remoteClosed | FrameFlag.noData, data: [])
            #expect(try client.nextFrame() == last)
            #expect(last.flags == 5)
            try client.send(request(1, "Echo", [1]))
            #expect(try client.nextFrame().payload == [1])
        }

        @Test func `an error ends a stream with a Response, and nothing comes after it`() throws {
            let server = try TestServer()
            let client = try server.client()
            try client.send(request(1, "Break", flags: FrameFlag.remoteClosed))
            #expect(try client.nextFrame() == RawFrame(stream: 1, type: FrameType.data, flags: 0, data: [1]))
            // An empty message is a message.
            #expect(try client.nextFrame() == RawFrame(stream: 1, type: FrameType.data, flags: 0, data: []))
            let end = try client.nextFrame()
            #expect(end.type == FrameType.response)
            #expect(end.status == Status(.dataLoss, "It broke.", reason: "BROKEN"))
            try client.send(request(3, "Echo", [1]))
            #expect(try client.nextFrame().stream == 3)
        }

        @Test func `a stream's deadline ends it, and a later message does not reach the next call of that id`() throws {
            let server = try TestServer()
            let client = try server.client()
            try client.send(request(1, "Watch", timeoutNanoseconds: 100_000_000))
            try server.probe.waitForHeld(1)
            #expect(server.probe.held[0].send([1]))
            #expect(try client.nextFrame().data == [1])
            #expect(try client.nextFrame().status?.code == .deadlineExceeded)
            #expect(server.probe.held[0].send([2]) == false)
            try client.send(request(1, "Watch"))
            try server.probe.waitForHeld(2)
            #expect(server.probe.held[1].send([3]))
            #expect(try client.nextFrame().data == [3])
        }

        @Test func `a message longer than a frame ends the stream as RESOURCE_EXHAUSTED`() throws {
            let server = try TestServer()
            let client = try server.client()
            try client.send(request(1, "Watch"))
            try server.probe.waitForHeld(1)
            let longest = [UInt8](repeating: 1, count: FrameHeader.maximumLength)
            #expect(server.probe.held[0].send(longest))
            #expect(try client.nextFrame().data.count == FrameHeader.maximumLength)
            #expect(server.probe.held[0].send(longest + [1]) == false)
            #expect(try client.nextFrame().status?.code == .resourceExhausted)
            #expect(server.probe.held[0].isCancelled)
        }

        @Test func `streams and calls share a connection`() throws {
            let server = try TestServer()
            let client = try server.client()
            for stream in [1, 5, 9] as [UInt32] {
                try client.send(request(stream, "Count", Array("200".utf8)) + request(stream + 2, "Elsewhere", [7]))
            }
            var next: [UInt32: Int] = [:]
            var ended = 0
            var answered = 0
            while ended < 3 || answered < 3 {
                let frame = try client.nextFrame()
                if frame.type == FrameType.response {
                    #expect(frame.payload == [7])
                    answered += 1
                } else if frame.flags == 5 {
                    #expect(next[frame.stream] == 200)
                    ended += 1
                } else {
                    #expect(frame.data == Array(String(next[frame.stream, default: 0]).utf8))
                    next[frame.stream, default: 0] += 1
                }
            }
        }
    }
}
