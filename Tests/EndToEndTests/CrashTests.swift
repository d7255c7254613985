import Foundation
import RPC
import TestSupport
import Testing

/// `kill -9` in the middle of the work: whatever was acknowledged is there afterwards.
///
/// `ACCOUNTD_CRASH_ROUNDS` says how often; `ACCOUNTD_CRASH_SEED` repeats a run's choices.
@Suite(.serialized) struct CrashTests {
    private static let workers = 8

    @Test func nothingAcknowledgedIsLost() async throws {
        let environment = ProcessInfo.processInfo.environment
        let rounds = environment["ACCOUNTD_CRASH_ROUNDS"].flatMap(Int.init) ?? 5
        let seed = environment["ACCOUNTD_CRASH_SEED"].flatMap(UInt64.init) ?? UInt64.random(in: 0...UInt64(UInt32.max))
        print("crash: \(rounds) rounds, ACCOUNTD_CRASH_SEED=\(seed)")
        var random = CrashRandom(seed: seed)
        var total = 0
        for round in 1...max(1, rounds) {
            let (failures, acknowledged) = try await crash(&random)
            #expect(failures == [], "round \(round) of seed \(seed)")
            #expect(acknowledged > 0 || rounds > 1)
            total += acknowledged
        }
        #expect(total > rounds)
        print("crash: \(total) acknowledged changes, \(rounds) kills")
    }

    private func crash(_ random: inout CrashRandom) async throws -> (failures: [String], acknowledged: Int) {
        let server = try ServerProcess()
        defer { server.discard() }
        var workers: [CrashWorker] = []
        for _ in 0..<Self.workers { workers.append(try await CrashWorker(on: server, seed: random.next())) }
        let delay = Int.random(in: 20...1_500, using: &random)
        let journals = await withTaskGroup(of: (Int, CrashJournal).self) { group in
            for (index, worker) in workers.enumerated() {
                group.addTask {
                    var worker = worker
                    return (index, await worker.run())
                }
            }
            try? await Task.sleep(for: .milliseconds(delay))
            server.kill9()
            return await group.reduce(into: [(Int, CrashJournal)]()) { $0.append($1) }
        }
        try server.start()
        let check = try server.run(["check"])
        var failures = check.status == 0 ? [] : ["check: \(check.output)"]
        let client = try server.client()
        for (index, journal) in journals {
            failures += await CrashVerification(
                server: server, client: client, customer: workers[index].customer, journal: journal
            ).failures()
        }
        let after = try server.run(["check"])
        if after.status != 0 { failures.append("check afterwards: \(after.output)") }
        return (failures, journals.map(\.1.acknowledged).reduce(0, +))
    }
}
