import Foundation
import RPC
import Synchronization
import Testing

@testable import Transport

/// A stream that sends only where there is room: what a slow reader costs.
extension TransportTests {
    @Suite struct StreamRoomTests {
        private static let message = [UInt8](repeating: 0x63, count: 128 << 10)

        /// Sends `count` messages, each once there is room, then finishes.
        private final class Sender: Sendable {
            private let responder: any Responder
            private let wanted: Int
            private let sent = Atomic<Int>(0)

            init(_ responder: any Responder, count: Int) {
                self.responder = responder
                wanted = count
            }

            var count: Int { sent.load(ordering: .relaxed) }

            func go() {
                responder.whenRoom { [self] in
                    guard !responder.isCancelled, responder.send(message) else { return }
                    guard sent.add(1, ordering: .relaxed).newValue < wanted else { return responder.finish() }
                    // As a lane does: the next one is made on another thread.
                    DispatchQueue.global().async { self.go() }
                }
            }
        }

        private func standsStill(_ sender: Sender) throws {
            var before = -1
            try eventually("the stream waits") {
                defer { before = sender.count }
                usleep(150_000)
                return sender.count == before && before > 0
            }
        }

        @Test func `a stream waits for its reader, and ends whole`() throws {
            let server = try TestServer()
            let client = try server.client(receiveBytes: 8_192)
            try client.send(request(1, "Watch"))
            try server.probe.waitForHeld(1)
            let count = 200
            let sender = Sender(server.probe.held[0], count: count)
            sender.go()
            try standsStill(sender)
            // 1 MiB in the server, and what the kernel's buffers of both ends hold.
            #expect(sender.count * Self.message.count < 6 << 20)
            for _ in 0..<count { #expect(try client.nextFrame().data == Self.message) }
            #expect(try client.nextFrame().flags == 5)
            #expect(sender.count == count)
        }

        @Test func `streams of one connection have room each`() throws {
            let server = try TestServer()
            let client = try server.client(receiveBytes: 8_192)
            let streams = [1, 3, 5] as [UInt32]
            for stream in streams { try client.send(request(stream, "Watch")) }
            try server.probe.waitForHeld(streams.count)
            let senders = server.probe.held.map { Sender($0, count: 50) }
            for sender in senders { sender.go() }
            for sender in senders { try standsStill(sender) }
            var messages: [UInt32: Int] = [:]
            var ended = 0
            while ended < streams.count {
                let frame = try client.nextFrame()
                if frame.flags == 5 { ended += 1 } else { messages[frame.stream, default: 0] += 1 }
            }
            #expect(messages == [1: 50, 3: 50, 5: 50])
        }

        @Test func `whoever asked is told once that a stream is over, whatever ended it`() throws {
            let server = try TestServer()
            let ends: [(String, (any Responder, RawClient) throws -> Void)] = [
                ("it finishes", { responder, _ in responder.finish() }),
                ("it fails", { responder, _ in responder.fail(Status(.aborted, "Not now.")) }),
                ("the client closes", { _, client in client.close() }),
                ("the client resets", { _, client in client.reset() }),
                ("the client ends its writing", { _, client in client.endWriting() }),
                ("a deadline", { _, client in try client.send(request(3, "Echo")) }),
            ]
            for (index, (what, end)) in ends.enumerated() {
                let client = try server.client()
                try client.send(request(1, "Watch", timeoutNanoseconds: what == "a deadline" ? 200_000_000 : 0))
                try server.probe.waitForHeld(index + 1)
                let responder = server.probe.held[index]
                let told = Counter()
                responder.whenOver { told.add() }
                if what != "a deadline" { #expect(told.count == 0) }
                try end(responder, client)
                try eventually("told when \(what)") { told.count == 1 }
                responder.finish()
                responder.fail(Status(.aborted, "Not now."))
                #expect(told.count == 1)
                // Asked after the end, it is told at once.
                responder.whenOver { told.add() }
                #expect(told.count == 2)
            }
        }

        private final class Counter: Sendable {
            private let value = Atomic<Int>(0)
            var count: Int { value.load(ordering: .sequentiallyConsistent) }
            func add() { value.add(1, ordering: .sequentiallyConsistent) }
        }

        @Test func `whoever waits for room is told that the client is gone`() throws {
            let server = try TestServer()
            var client: RawClient? = try server.client(receiveBytes: 8_192)
            try client?.send(request(1, "Watch"))
            try server.probe.waitForHeld(1)
            let sender = Sender(server.probe.held[0], count: 1_000)
            sender.go()
            try standsStill(sender)
            let woken = Atomic<Bool>(false)
            withExtendedLifetime(client) {}
            client = nil
            try eventually("cancelled") { server.probe.held[0].isCancelled }
            server.probe.held[0].whenRoom { woken.store(true, ordering: .releasing) }
            try eventually("woken") { woken.load(ordering: .acquiring) }
        }

        @Test func `a deadline wakes a stream that waits`() throws {
            let server = try TestServer()
            let client = try server.client(receiveBytes: 8_192)
            try client.send(request(1, "Watch", timeoutNanoseconds: 1_500_000_000))
            try server.probe.waitForHeld(1)
            let responder = server.probe.held[0]
            while responder.send(Self.message) {
                let room = Atomic<Bool>(false)
                responder.whenRoom { room.store(true, ordering: .releasing) }
                usleep(20_000)
                guard room.load(ordering: .acquiring) else { break }
            }
            let woken = Atomic<Bool>(false)
            responder.whenRoom { woken.store(true, ordering: .releasing) }
            let early = woken.load(ordering: .acquiring)
            #expect(!early)
            try eventually("woken") { woken.load(ordering: .acquiring) }
            #expect(responder.isCancelled)
        }
    }
}
