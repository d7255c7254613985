import Foundation
import Glibc
import RPC
import Testing

@testable import Transport

/// Bytes of memory that are this process's own.
func residentBytes() -> Int {
    let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
    return (Int(text.split(separator: " ").dropFirst().first ?? "0") ?? 0) * 4_096
}

extension TransportTests {
    @Suite struct SlowReaderTests {
        @Test func `a client that does not read is no longer read from, and gets everything once it does`() throws {
            let server = try TestServer {
                $0.outputPauseBytes = 256 << 10
                $0.outputLimitBytes = 32 << 20
            }
            let client = try server.client(receiveBytes: 8_192)
            let payload = [UInt8](repeating: 0x62, count: 50_000)
            let total = 600
            nonisolated(unsafe) let sender = client
            let writer = Thread {
                for index in 0..<total {
                    guard (try? sender.send(request(UInt32(2 * index + 1), "Echo", payload))) != nil else { return }
                }
            }
            writer.start()
            var before = -1
            // The server stops reading: the number of calls that it has run stands still.
            try eventually("paused") {
                defer { before = server.probe.runs }
                usleep(100_000)
                return server.probe.runs == before && before > 0
            }
            #expect(server.probe.runs < total)
            for index in 0..<total {
                let frame = try client.nextFrame()
                #expect(frame.stream == UInt32(2 * index + 1))
                #expect(frame.payload?.count == payload.count)
            }
            #expect(server.probe.runs == total)
            // Others were served all the while, and this one still is.
            try client.send(request(1, "Elsewhere", [1]))
            #expect(try client.nextFrame().payload == [1])
        }

        @Test func `a client that never reads holds up nobody else`() throws {
            let server = try TestServer { $0.outputPauseBytes = 64 << 10 }
            let stuck = try server.client(receiveBytes: 8_192)
            try stuck.setTimeout(seconds: 1)
            for index in 0..<200 {
                guard
                    (try? stuck.send(request(UInt32(2 * index + 1), "Echo", [UInt8](repeating: 1, count: 60_000))))
                        != nil
                else { break }
            }
            let other = try server.client()
            for _ in 0..<200 {
                try other.send(request(1, "Elsewhere", [1]))
                #expect(try other.nextFrame().payload == [1])
            }
        }

        /// In a process of its own: it measures the process's memory.
        @Test func `answers over the limit close the connection, cancel its calls and give the memory back`() async {
            await #expect(processExitsWith: .success) {
                let server = try TestServer { $0.outputLimitBytes = 4 << 20 }
                var before = 0
                for round in 0..<6 {
                    // The first rounds make what allocators keep.
                    if round == 2 { before = residentBytes() }
                    let client = try server.client(receiveBytes: 8_192)
                    try client.send(request(1, "Never"))
                    try server.probe.waitForHeld(round + 1)
                    // In one write, and so in one read: after it the server stops reading.
                    try? client.send((0..<20).flatMap { request(UInt32(2 * $0 + 3), "Large", Array("1000000".utf8)) })
                    try eventually("closed") { server.probe.held[round].isCancelled }
                }
                #expect(residentBytes() - before < 64 << 20)
                let next = try server.client()
                try next.send(request(1, "Echo", [1]))
                #expect(try next.nextFrame().payload == [1])
            }
        }

        @Test func `an answer far larger than the socket holds arrives whole`() throws {
            let server = try TestServer()
            let client = try server.client(receiveBytes: 8_192)
            for index in 0..<6 { try client.send(request(UInt32(2 * index + 1), "Large", Array("4000000".utf8))) }
            usleep(100_000)
            for _ in 0..<6 { #expect(try client.nextFrame().payload?.count == 4_000_000) }
        }
    }
}
