import Foundation
import Messages
import RPC
import RPCClient
import TestSupport
import Testing

@Suite struct StatsTests {
    @Test func anOperatorSeesWhatTheServerDoes() async throws {
        let server = try ServerProcess()
        defer { server.discard() }
        let customer = try await Customer.signUp(on: server)
        for _ in 0..<20 {
            let _: ValidateSessionResponse = try await customer.client.call(
                .validateSession, ValidateSessionRequest(sessionToken: customer.sessionToken),
                options: server.asService())
        }
        try await expectStatus(.unauthenticated) {
            try await customer.client.bytes(
                .validateSession, ValidateSessionRequest(sessionToken: "ast_none"), server.asService())
        }
        let answer: GetStatsResponse = try await customer.client.call(
            .getStats, GetStatsRequest(), options: server.asService())
        let stats = try #require(answer.stats)
        let validations = try #require(stats.methods.first { $0.method == "ValidateSession" })
        #expect(validations.service == "account.v1.SessionsService")
        #expect(validations.calls == 21)
        #expect(validations.inFlight == 0 && validations.shed == 0)
        #expect(validations.codes.first { $0.code == "OK" }?.count == 20)
        #expect(validations.codes.first { $0.code == "UNAUTHENTICATED" }?.count == 1)
        #expect(validations.latency?.count == 21)
        let signUps = try #require(stats.methods.first { $0.method == "SignUp" })
        #expect(signUps.calls == 1 && signUps.queueTime?.count == 1)
        #expect(Set(stats.queues.map(\.queue)) == ["write", "read", "hash"])
        #expect((stats.store?.commits ?? 0) > 0)
        #expect((stats.process?.residentBytes ?? 0) > 1 << 20)
        #expect((stats.process?.openDescriptors ?? 0) > 3)
    }

    @Test func aWatchTellsAgainAndEndsWithTheServer() async throws {
        let server = try ServerProcess()
        defer { server.discard() }
        let client = try server.client()
        let stream: ServerStream<WatchStatsResponse> = try client.stream(
            .watchStats, WatchStatsRequest(interval: DurationMessage(nanos: 100_000_000)), options: server.asService())
        var told: [Int64] = []
        do {
            for try await message in stream {
                let stats = try #require(message.stats)
                told.append((stats.takenAt?.seconds ?? 0) * 1_000_000_000 + Int64(stats.takenAt?.nanos ?? 0))
                if told.count == 3 { kill(server.pid, SIGTERM) }
            }
            Issue.record("the stream ended without a status")
        } catch {
            let status = try #require(error as? Status)
            #expect(status.code == .unavailable && status.reason == "DRAINING")
        }
        #expect(told.count >= 3)
        #expect(told == told.sorted() && Set(told).count == told.count)
        #expect(server.stop() == 0)
    }

    @Test(arguments: [DurationMessage(nanos: 1), DurationMessage(seconds: 3_601), DurationMessage(seconds: -1)])
    func anIntervalThatIsNoneIsRefused(_ interval: DurationMessage) async throws {
        let server = try SuiteServer.hostile.get()
        let client = try server.client()
        try await expectStatus(.invalidArgument, reason: "INTERVAL_INVALID") {
            try await client.bytes(.watchStats, WatchStatsRequest(interval: interval), server.asService())
        }
    }

    /// Sign-ins that saturate the hash threads don't stand in the way of a revocation.
    @Test func underAFloodOfSignInsRevocationsAreAnswered() async throws {
        let server = try ServerProcess(arguments: [
            "--hash-threads", "1", "--hash-queue", "4", "--argon2-memory-kib", "65536", "--argon2-passes", "10",
        ])
        defer { server.discard() }
        let customer = try await Customer.signUp(on: server)
        let other = try await customer.signedInAgain()
        let client = customer.client
        let refusals = await withTaskGroup(of: Status?.self) { group in
            for _ in 0..<40 {
                group.addTask {
                    do {
                        _ = try await client.bytes(
                            .signIn, SignInRequest(email: Customer.freshAddress(), password: "Some words 4711"),
                            server.asService())
                        return nil
                    } catch {
                        return error as? Status
                    }
                }
            }
            group.addTask {
                do {
                    _ = try await client.bytes(
                        .revokeSession, RevokeSessionRequest(sessionID: other.session.id),
                        CallOptions(metadata: [.authorization(customer.sessionToken)]))
                    return nil
                } catch {
                    return Status(.aborted, "\(error)")
                }
            }
            var refusals: [Status] = []
            for await status in group { if let status { refusals.append(status) } }
            return refusals
        }
        #expect(!refusals.contains { $0.code == .aborted })
        let shed = refusals.filter { $0.reason == "OVERLOADED" }
        #expect(!shed.isEmpty)
        #expect(shed.allSatisfy { $0.code == .resourceExhausted && ($0.retryDelayMs ?? 0) > 0 })
        let answer: GetStatsResponse = try await client.call(.getStats, GetStatsRequest(), options: server.asService())
        let hashes = answer.stats?.queues.filter { $0.queue == "hash" } ?? []
        #expect(hashes.reduce(0) { $0 + $1.shed } >= Int64(shed.count))
        #expect((answer.stats?.methods.first { $0.method == "SignIn" }?.shed ?? 0) >= Int64(shed.count))
    }
}
