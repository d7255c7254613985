import Foundation
import Glibc
import RPC
import Testing

@testable import Transport

extension TransportTests {
    @Suite struct DrainTests {
        /// Begins to stop the server elsewhere; the group ends with it.
        private func stopping(_ server: TestServer, drainSeconds: Int) -> DispatchGroup {
            let group = DispatchGroup()
            let inner = server.server
            DispatchQueue(label: "test.stop").async(group: group) { inner.stop(drainSeconds: drainSeconds) }
            return group
        }

        @Test func `a running call finishes, a new one is UNAVAILABLE, and then the connection is closed`() throws {
            let server = try TestServer()
            let client = try server.client()
            try client.send(request(1, "Never"))
            try server.probe.waitForHeld(1)
            let took = try seconds {
                let stopped = stopping(server, drainSeconds: 10)
                try eventually("draining") {
                    try client.send(request(3, "Echo"))
                    return try client.nextFrame().status?.code == .unavailable
                }
                #expect(throws: RawFailure.self) { try server.client() }
                server.probe.held[0].respond([1])
                let answer = try client.nextFrame()
                #expect(answer.stream == 1)
                #expect(answer.payload == [1])
                #expect(try client.isClosedByServer())
                #expect(stopped.wait(timeout: .now() + 5) == .success)
            }
            #expect(took < 5)
            #expect(server.log.all.isEmpty)
        }

        @Test func `a call that does not end is cut off when the time is over, not before`() throws {
            let server = try TestServer()
            let client = try server.client()
            try client.send(request(1, "Never"))
            try server.probe.waitForHeld(1)
            let took = seconds {
                #expect(stopping(server, drainSeconds: 1).wait(timeout: .now() + 10) == .success)
            }
            #expect(took > 0.95 && took < 3)
            #expect(server.probe.held[0].isCancelled)
            #expect(try client.isClosedByServer())
            #expect(server.log.all.contains { $0.contains("cutOff(calls: 1)") })
            server.probe.held[0].respond([1])
        }

        @Test func `a client that leaves with its calls does not hold up the stop`() throws {
            let server = try TestServer()
            let client = try server.client()
            try client.send(request(1, "Never"))
            try server.probe.waitForHeld(1)
            let took = seconds {
                let stopped = stopping(server, drainSeconds: 10)
                usleep(50_000)
                client.close()
                #expect(stopped.wait(timeout: .now() + 12) == .success)
            }
            #expect(took < 4)
        }

        @Test func `answers that a client is still reading go out before the close`() throws {
            let server = try TestServer()
            let client = try server.client(receiveBytes: 8_192)
            try client.send(([1, 3, 5] as [UInt32]).flatMap { request($0, "Large", Array("4000000".utf8)) })
            try eventually("all run") { server.probe.runs == 3 }
            usleep(100_000)
            let stopped = stopping(server, drainSeconds: 10)
            usleep(50_000)
            for _ in 0..<3 { #expect(try client.nextFrame().payload?.count == 4_000_000) }
            #expect(try client.isClosedByServer())
            #expect(stopped.wait(timeout: .now() + 5) == .success)
        }

        @Test func `a server with nothing to do stops at once, with every connection closed`() throws {
            let server = try TestServer { $0.shards = 2 }
            let clients = try (0..<10).map { _ in try server.client() }
            for client in clients {
                try client.send(request(1, "Echo"))
                _ = try client.nextFrame()
            }
            #expect(seconds { server.stop(drainSeconds: 10) } < 1)
            for client in clients { #expect(try client.isClosedByServer()) }
        }

        /// In a process of its own: it counts the process's descriptors.
        @Test func `servers that come and go leave no descriptor behind`() async {
            await #expect(processExitsWith: .success) {
                var before = 0
                for round in 0..<40 {
                    if round == 5 { before = try openDescriptors() }
                    let server = try TestServer { $0.shards = 2 }
                    let clients = try (0..<8).map { _ in try server.client() }
                    // Some are stopped while connections are still on their way to a shard.
                    if round % 2 == 0 { for client in clients { try client.send(request(1, "Elsewhere", [1])) } }
                    server.stop(drainSeconds: round % 3)
                    for client in clients { client.close() }
                }
                try eventually("descriptors given back") { try openDescriptors() <= before + 2 }
            }
        }
    }
}

private func openDescriptors() throws -> Int {
    try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
}
