import CSQLite
import Domain
import Foundation
import Testing

@testable import SQLiteStore

/// A long queue costs no more than a short one: counted in SQLite's own steps, not in time.
@Suite struct OutboxPaceTests {
    /// Of one lane and destination, all due; leases 64 and gives them back. Answers the steps.
    private func steps(rows: Int, in folder: String) throws -> Int32 {
        let connection = try Connection("\(folder)/accounts.sqlite", .write)
        let keys = try KeyFile("\(folder)/keys.sqlite")
        defer {
            connection.close()
            keys.close()
        }
        try connection.execute(
            """
            PRAGMA synchronous=OFF; PRAGMA foreign_keys=OFF;
            DELETE FROM outbox;
            INSERT INTO outbox
                (job_id, kind, lane, account_id, subject, payload, created_at, due_at, ready_at, attempts, last_error)
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(rows))
            SELECT randomblob(16), 3, 2, zeroblob(16), zeroblob(16), zeroblob(300), i, i, i, 0, '' FROM n;
            """)
        let statement = try connection.statement(SQL.leaseJobs)
        sqlite3_stmt_status(statement.handle, SQLITE_STMTSTATUS_VM_STEP, 1)
        let transaction = SQLiteTransaction(connection, HotMaps(), keys, answersKept: .hours(24))
        let zeros = UUIDv7(high: 0, low: 0)
        let now = Instant(microseconds: Int64(rows) + 1)
        let jobs = try transaction.leaseJobs(.mail, to: zeros, limit: 64, now: now, until: now + .seconds(25))
        #expect(jobs.count == 64)
        #expect(sqlite3_stmt_status(statement.handle, SQLITE_STMTSTATUS_FULLSCAN_STEP, 0) == 0)
        #expect(sqlite3_stmt_status(statement.handle, SQLITE_STMTSTATUS_SORT, 0) == 0)
        return sqlite3_stmt_status(statement.handle, SQLITE_STMTSTATUS_VM_STEP, 1)
    }

    @Test func aMillionJobsAreLeasedFromLikeAThousand() async throws {
        try await TemporaryFolder.with { folder in
            _ = try SQLiteStore.migrate(folder: folder)
            let few = try steps(rows: 1_000, in: folder)
            let many = try steps(rows: 1_000_000, in: folder)
            #expect(few > 64 && abs(many - few) * 20 <= few, "\(few) steps of a thousand, \(many) of a million")
            let plan = try runPlan("\(folder)/accounts.sqlite")
            #expect(plan.contains("USING COVERING INDEX outbox_queue (lane=? AND destination=? AND ready_at<?)"))
            #expect(!plan.contains("SCAN outbox") && !plan.contains("TEMP B-TREE"))
        }
    }

    /// Whatever the store says to SQLite about the outbox, it finds its rows by an index. Two exceptions: the depths, counted once a
    /// minute on a reader, and the leases of a dead process, whose index holds nothing but them.
    @Test func noStatementWalksTheOutbox() async throws {
        try await TemporaryFolder.with { folder in
            _ = try SQLiteStore.migrate(folder: folder)
            let connection = try Connection("\(folder)/accounts.sqlite", .write)
            let keys = try KeyFile("\(folder)/keys.sqlite")
            defer {
                connection.close()
                keys.close()
            }
            try useEverything(SQLiteTransaction(connection, HotMaps(), keys, answersKept: .hours(24)))
            var texts: [String] = []
            var next = sqlite3_next_stmt(connection.handle, nil)
            while let statement = next {
                if let text = sqlite3_sql(statement).map({ String(cString: $0) }), text.contains(" outbox") {
                    texts.append(text)
                }
                next = sqlite3_next_stmt(connection.handle, statement)
            }
            #expect(texts.count >= 14)
            for text in texts {
                let plan = try connection.all(SQL("EXPLAIN QUERY PLAN " + text)) { $0.text(3) }
                let walks = plan.filter { $0.hasPrefix("SCAN outbox") || $0.contains("TEMP B-TREE") }
                let isAllowed = text.contains("GROUP BY lane") || walks.allSatisfy { $0.contains("outbox_leased") }
                #expect(isAllowed, "\(text): \(plan)")
            }
        }
    }

    private func useEverything(_ rows: SQLiteTransaction) throws {
        let account = Make.account()
        try rows.insert(account)
        let job = Make.job(.mail, of: account.id)
        let (zeros, now) = (UUIDv7(high: 0, low: 0), Make.now)
        try rows.insert(job)
        _ = try rows.leaseJobs(.mail, to: zeros, limit: 9, now: now, until: now)
        for after in [nil, zeros] { _ = try rows.outboxDestination(.mail, after: after, now: now) }
        try rows.postponeJob(job.id, dueAt: now, error: "")
        try rows.bringForward(.mail, noLaterThan: now)
        _ = try rows.releaseLeases()
        _ = try rows.outboxDepths()
        _ = try rows.deadJobs(limit: 9)
        let endpoint = WebhookEndpointID(Make.uuid())
        let delivery = WebhookDeliveryRecord(
            id: WebhookDeliveryID(Make.uuid()), accountID: account.id, endpointID: endpoint, eventType: "a",
            content: [1], createdAt: now, nextAttemptAt: now)
        try rows.insert(
            WebhookEndpointRecord(id: endpoint, accountID: account.id, content: [1], eventTypes: [], createdAt: now))
        try rows.insert(delivery)
        try rows.cancelWebhookDeliveries(of: account.id, endpoint: nil, failure: "")
        _ = try rows.discardMails(of: account.id)
        try rows.buryJob(job.id, at: now, error: "")
        try rows.finishJob(job.id)
        try rows.sweepDeadJobs(before: now, limit: 9)
    }

    private func runPlan(_ file: String) throws -> String {
        let connection = try Connection(file, .read)
        defer { connection.close() }
        let plan = SQL("EXPLAIN QUERY PLAN " + SQL.leaseJobs.text)
        return try connection.all(plan) { $0.text(3) }.joined(separator: "\n")
    }
}
