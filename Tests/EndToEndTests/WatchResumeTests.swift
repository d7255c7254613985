import Foundation
import Messages
import RPC
import RPCClient
import TestSupport
import Testing

/// Connections that are lost and servers that are killed, in the middle of revocations.
///
/// `ACCOUNTD_SEED` repeats a run's choices.
@Suite(.serialized) struct WatchResumeTests {
    private static let count = 500

    /// Ends driver sessions one after the other, whatever happens to the server; each until it is answered.
    private func endAll(_ ids: [String], of customer: Customer, at server: ServerProcess) async throws -> Int {
        var client = try server.client()
        for id in ids {
            try await eventually("the end of \(id)") {
                let request = EndDriverSessionRequest(accountID: customer.accountID, driverSessionID: id, requestID: id)
                do throws(Status) {
                    let _: EndDriverSessionResponse = try await client.call(
                        .endDriverSession, request, options: server.asService())
                    return true
                } catch {
                    client = try server.client()
                    return false
                }
            }
        }
        return ids.count
    }

    @Test func nothingIsLostOrDoubledOverLostConnectionsAndKills() async throws {
        let seed =
            ProcessInfo.processInfo.environment["ACCOUNTD_SEED"].flatMap { UInt64($0) }
            ?? UInt64.random(in: 1...1 << 32)
        print("watch: ACCOUNTD_SEED=\(seed)")
        var random = SeededBytes(seed: seed)
        let server = try ServerProcess()
        defer { server.discard() }
        let address = server.address
        let customer = try await Customer.signUp(on: server)
        let ids = try await server.driverSessions(Self.count, of: customer)
        let steady = try await server.watchRevocations().begun()
        var cursor = try #require(steady.cursor)
        var activityCursor = try #require(try await customer.watchActivity().begun().cursor)

        async let ended = endAll(ids, of: customer, at: server)
        var told: [String] = []
        var activities: [String] = []
        var kills = 0
        var connections = 0
        while told.count < Self.count || activities.count < Self.count {
            connections += 1
            let revocations = try server.watchRevocations(cursor)
            let activity: Watching<WatchActivityResponse> = try Watching(
                .watchActivity, WatchActivityRequest(cursor: activityCursor), at: server, customer.options())
            let wanted = random.below(40)
            let toldBefore = told.count
            try await eventually("\(wanted) more") {
                toldBefore + revocations.revocations.count >= min(toldBefore + wanted, Self.count)
                    || revocations.isOver
            }
            let isKill = kills < 4 && told.count > (kills + 1) * 90
            if isKill {
                kills += 1
                server.kill9()
                try server.start(listen: address)
            }
            revocations.close()
            activity.close()
            _ = try await revocations.waitForEnd()
            _ = try await activity.waitForEnd()
            // Only some of what came counts as dealt with: the cursor is the one behind that.
            let dealtWith = revocations.answers.prefix(random.below(revocations.answers.count + 1))
            told += dealtWith.flatMap(\.revocations).map(\.id)
            cursor = dealtWith.last?.cursor ?? cursor
            activities += activity.answers.flatMap(\.activities).map { $0.details.first?.value ?? "" }
            activityCursor = activity.cursor ?? activityCursor
        }
        #expect(try await ended == Self.count)
        #expect(told == ids, "seed \(seed)")
        #expect(activities == ids, "seed \(seed)")
        #expect(kills == 4 && connections > 10)
        print("watch: \(connections) connections, \(kills) kills")
    }

    /// A socket that asks and doesn't read.
    @Test func aReaderThatStandsStillCostsLittleAndIsTold() async throws {
        let server = try ServerProcess(arguments: ["--watch-heartbeat-seconds", "1"])
        defer { server.discard() }
        let start = try #require(try await server.watchRevocations().begun().cursor)
        server.stop()
        // 20 MB as messages.
        let rows = 200_000
        try editStore(
            of: server,
            """
            INSERT INTO revocations (revocation_id, kind, subject, account_id, at)
            SELECT randomblob(16), 2, randomblob(16), randomblob(16), \(Int64(Date().timeIntervalSince1970) * 1_000_000)
            FROM (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(rows)) SELECT i FROM n)
            """)
        try server.start()
        let warm = try await server.watchRevocations().begun()
        warm.close()
        let before = try residentBytes(of: server)
        let socket = try StandingSocket(server.address)
        defer { socket.close() }
        let data = RequestEnvelope.encode(
            service: "account.v1.AccountService", method: "WatchRevocations",
            payload: WatchRevocationsRequest(cursor: start).encodedBytes(), timeoutNanoseconds: 0,
            metadata: [("service-authorization", "Bearer " + server.serviceToken)])
        try socket.send(FrameHeader.frame(stream: 1, type: FrameType.request, flags: FrameFlag.remoteClosed, data))
        // Somebody else is told meanwhile.
        let customer = try await Customer.signUp(on: server)
        let quick = try await server.watchRevocations().begun()
        defer { quick.close() }
        let ids = try await server.driverSessions(3, of: customer)
        try await server.end(ids, of: customer)
        try await quick.wait("three, and heartbeats") { $0.flatMap(\.revocations).count >= 3 && $0.count > 8 }
        #expect(try residentBytes(of: server) - before < 24 << 20)

        var told: [Revocation] = []
        var cursor = ""
        var end: Status?
        while end == nil, let frame = try socket.frame() {
            if frame.type == FrameType.data {
                let message = try WatchRevocationsResponse.decode(frame.data)
                told += message.revocations
                cursor = message.cursor
                #expect(!message.caughtUp)
            } else if case .failure(let status) = ResponseEnvelope.decode(frame.data.span.bytes) {
                end = status
            }
        }
        #expect(end?.code == .resourceExhausted && end?.reason == "STREAM_TOO_SLOW")
        #expect(!told.isEmpty && told.count < rows)
        let resumed = try server.watchRevocations(cursor)
        defer { resumed.close() }
        let rest = rows + 3 - told.count
        try await eventually("the rest") { resumed.answers.last?.caughtUp == true }
        let all = told.map(\.id) + resumed.revocations.map(\.id)
        #expect(resumed.revocations.count == rest && Set(all).count == rows + 3)
        #expect(Array(all.suffix(3)) == ids)
    }
}

/// A connection with a small window that is read only when a test says so.
private final class StandingSocket {
    struct Frame {
        let type: UInt8
        let data: [UInt8]
    }

    private let descriptor: Int32
    private var received: [UInt8] = []

    init(_ address: String) throws {
        descriptor = try loopbackSocket(to: address, patienceSeconds: 60, receiveBytes: 8_192)
    }

    func close() { Glibc.close(descriptor) }

    func send(_ bytes: [UInt8]) throws {
        guard Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else {
            throw TestFailure("send: \(errno)")
        }
    }

    /// Nil where the server has closed.
    func frame() throws -> Frame? {
        guard try fill(FrameHeader.byteCount) else { return nil }
        let header = FrameHeader(reading: received.span.bytes, at: 0)
        let end = FrameHeader.byteCount + Int(header.length)
        guard try fill(end) else { throw TestFailure("closed in the middle of a frame") }
        defer { received.removeFirst(end) }
        return Frame(type: header.type, data: Array(received[FrameHeader.byteCount..<end]))
    }

    private func fill(_ count: Int) throws -> Bool {
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while received.count < count {
            let got = recv(descriptor, &chunk, chunk.count, 0)
            if got == 0 { return false }
            guard got > 0 else { throw TestFailure("recv: \(errno)") }
            received += chunk[0..<got]
        }
        return true
    }
}
