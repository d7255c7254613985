import Domain
import Foundation
import Synchronization
import Testing

@testable import Delivery

/// A worker over a store in memory and folders of the test's own.
private final class Bench {
    let base: TemporaryFolder
    let clock = TestClock()
    let store = MemoryStore()
    let seen: Events
    let environment: Environment
    let worker: OutboxWorker
    let account = AccountID(sampleUUID(100))

    final class Events: Sendable {
        private let events = Mutex<[DeliveryEvent]>([])
        func add(_ event: DeliveryEvent) { events.withLock { $0.append(event) } }
        var all: [DeliveryEvent] { events.withLock { $0 } }
    }

    init(transport: (any MailTransport)? = nil) throws {
        base = try TemporaryFolder()
        let seen = Events()
        self.seen = seen
        environment = DeliveryTests.environment(clock)
        let folder = Delivery.MailFolder(path: base.path("mail"))
        worker = OutboxWorker(
            store: store, environment: environment, sender: try #require(MailSender("a@b.example")),
            transport: transport ?? folder, removal: folder, objects: FolderBucket(path: base.path("bucket")),
            report: { seen.add($0) })
        let record = AccountRecord(
            id: account, state: .active, addressHash: nil, profile: [], passwordHash: [], passwordChangedAt: morning,
            createdAt: morning)
        store.change { [account] state in
            state.accounts[account] = record
            state.dataKeys[account] = account.uuid.bytes
        }
    }

    var mails: [String] { base.names(in: "mail") }

    @discardableResult
    func queueMail() throws -> EmailRecord {
        try store.perform(in: environment) { work in
            try work.send(content("tips"), subject: "Tips", try work.look.vault(of: account))
        }
    }

    func queue(_ kind: OutboxKind, subject: UUIDv7? = nil) {
        let id = environment.uuid(at: clock.now())
        let job = OutboxRecord(
            id: id, kind: kind, accountID: account, subject: subject ?? id, createdAt: clock.now(), dueAt: clock.now())
        store.change { $0.jobs[id] = .init(record: job) }
    }

    func queuePurge(_ key: String) -> RecordingID {
        let id = RecordingID(environment.uuid(at: clock.now()))
        let recording = RecordingRecord(
            id: id, accountID: account, objectKey: key, sizeBytes: 1, recordedAt: clock.now(),
            purgeDueAt: clock.now() + .days(14))
        store.change { $0.recordings[id] = recording }
        queue(.purge, subject: id.uuid)
        return id
    }

    func delete() {
        let deletion = DeletionRecord(
            accountID: account, receiptHash: KeyedHash(word0: 0, word1: 0, word2: 0, word3: 0),
            requestedAt: clock.now(),
            revokedSessions: 0, revokedAPIKeys: 0, revokedBrowserProfiles: 0, revokedDriverSessions: 0,
            purgeDueAt: clock.now() + .days(14))
        store.change { [account] state in
            state.accounts[account]?.state = .deleted
            state.deletions[account] = deletion
        }
        queue(.destroyDataKey)
        queue(.removeMails)
    }

    /// Wakes the worker until it is so, for ten seconds at most.
    func until(_ condition: () -> Bool) -> Bool {
        for _ in 0..<2_000 {
            if condition() { return true }
            worker.wake()
            usleep(5_000)
        }
        return false
    }
}

/// Refuses so many times, then takes everything.
private final class MoodyTransport: MailTransport {
    private let refusals: Atomic<Int>
    private let error: DeliveryError
    let taken = Mutex<[EmailID]>([])

    init(refusals: Int, _ error: DeliveryError) {
        self.refusals = Atomic(refusals)
        self.error = error
    }

    func send(_ mail: RenderedMail) throws(DeliveryError) {
        if refusals.subtract(1, ordering: .relaxed).oldValue > 0 { throw error }
        taken.withLock { $0.append(mail.id) }
    }
}

@Suite struct OutboxWorkerTests {
    @Test func aPromisedMailIsFiledAndItsRowSaysSo() throws {
        let bench = try Bench()
        let email = try bench.queueMail()
        bench.worker.start()
        #expect(bench.until { bench.store.now.jobs.isEmpty })
        bench.worker.stop()
        #expect(bench.mails == ["\(email.id.text).eml"])
        #expect(bench.store.now.emails[email.id]?.state == .sent)
        #expect(bench.store.now.emails[email.id]?.sentAt == morning)
        #expect(bench.seen.all == [.mailSent(email.id)])
    }

    @Test func aCrowdOfMailsGoesOut() throws {
        let bench = try Bench()
        bench.worker.start()
        for _ in 0..<300 { try bench.queueMail() }
        #expect(bench.until { bench.store.now.jobs.isEmpty })
        bench.worker.stop()
        #expect(bench.mails.count == 300)
        #expect(bench.store.now.emails.values.allSatisfy { $0.state == .sent })
    }

    @Test func whatADeadServerHadLeasedIsDoneAtTheNextStart() throws {
        let bench = try Bench()
        try bench.queueMail()
        bench.store.change { state in
            for id in state.jobs.keys { state.jobs[id]?.leasedUntil = morning + .seconds(60) }
        }
        bench.worker.start()
        #expect(bench.until { bench.store.now.jobs.isEmpty })
        bench.worker.stop()
        #expect(bench.mails.count == 1)
    }

    @Test func aDeletionLeavesNoMailAndNoKey() throws {
        let bench = try Bench()
        for _ in 0..<3 { try bench.queueMail() }
        bench.worker.start()
        #expect(bench.until { bench.mails.count == 3 && bench.store.now.jobs.isEmpty })
        let late = try bench.queueMail()
        bench.delete()
        #expect(bench.until { bench.store.now.jobs.isEmpty })
        bench.worker.stop()
        #expect(bench.mails == [])
        #expect(bench.store.now.dataKeys.isEmpty)
        #expect(bench.store.now.deletions[bench.account]?.dataKeyDestroyedAt == morning)
        #expect(bench.store.now.deletions[bench.account]?.mailsRemovedAt == morning)
        #expect([.discarded, .sent].contains(bench.store.now.emails[late.id]?.state))
        #expect(bench.seen.all.contains(.dataKeyDestroyed(bench.account)))
        #expect(bench.seen.all.contains(.mailsRemoved(bench.account, count: 4)))
    }

    @Test func aMailWhoseAccountIsGoneIsDiscarded() throws {
        let bench = try Bench()
        let email = try bench.queueMail()
        bench.store.change { $0.dataKeys = [:] }
        bench.worker.start()
        #expect(bench.until { bench.store.now.jobs.isEmpty })
        bench.worker.stop()
        #expect(bench.mails == [])
        #expect(bench.store.now.emails[email.id]?.state == .discarded)
    }

    @Test func aMailThatIsNotTakenIsTriedAgainLaterAndLater() throws {
        let transport = MoodyTransport(refusals: 3, .temporary("Not now."))
        let bench = try Bench(transport: transport)
        let email = try bench.queueMail()
        bench.worker.start()
        for (attempt, wait) in [Int64(1), 2, 4].enumerated() {
            #expect(bench.until { bench.store.now.jobs.values.first?.record.attempts == Int64(attempt + 1) })
            let job = try #require(bench.store.now.jobs.values.first?.record)
            #expect(job.dueAt == bench.clock.now() + .seconds(wait))
            #expect(job.lastError == "Not now.")
            bench.clock.advance(.seconds(wait + 61))
        }
        #expect(bench.until { bench.store.now.jobs.isEmpty })
        bench.worker.stop()
        #expect(transport.taken.withLock { $0 } == [email.id])
    }

    @Test func aMailThatNobodyWillTakeFails() throws {
        let bench = try Bench(transport: MoodyTransport(refusals: .max, .permanent("No such mailbox.")))
        let email = try bench.queueMail()
        bench.worker.start()
        #expect(bench.until { bench.store.now.jobs.isEmpty })
        bench.worker.stop()
        #expect(bench.store.now.emails[email.id]?.state == .failed)
        #expect(bench.store.now.emails[email.id]?.failure == "No such mailbox.")
    }

    @Test func aRecordingIsPurgedOnceItIsSeenToBeGone() throws {
        let bench = try Bench()
        try bench.base.make("bucket/acc_x/one")
        let recording = bench.queuePurge("acc_x/one")
        bench.worker.start()
        #expect(bench.until { bench.store.now.jobs.isEmpty })
        bench.worker.stop()
        #expect(!bench.base.has("bucket/acc_x/one"))
        #expect(bench.store.now.recordings[recording]?.purgedAt == morning)
        #expect(bench.seen.all == [.recordingPurged(recording)])
    }

    @Test func aPurgeThatFailsIsAlarmedTwiceAndNeverGivenUp() throws {
        let bench = try Bench()
        // A folder stands where the object should be: the bucket refuses.
        try bench.base.make("bucket/acc_x/one/two")
        let recording = bench.queuePurge("acc_x/one")
        bench.worker.start()
        var attempts: Int64 = 0
        for day in 0...15 {
            attempts += 1
            #expect(bench.until { bench.store.now.jobs.values.first?.record.attempts ?? 0 >= attempts })
            attempts = bench.store.now.jobs.values.first?.record.attempts ?? 0
            if day < 15 { bench.clock.advance(.days(1)) }
        }
        try FileManager.default.removeItem(atPath: bench.base.path("bucket/acc_x/one"))
        bench.clock.advance(.days(1))
        #expect(bench.until { bench.store.now.jobs.isEmpty })
        bench.worker.stop()
        let alarms = bench.seen.all.compactMap { event in
            if case .purgeLate(recording, let tenths, _, _) = event { tenths } else { nil }
        }
        #expect(alarms == [5, 8])
        #expect(bench.store.now.recordings[recording]?.purgedAt != nil)
    }

    @Test func aStoreThatFailsLosesNothing() throws {
        let bench = try Bench()
        try bench.queueMail()
        bench.store.isFailing.store(true, ordering: .relaxed)
        bench.worker.start()
        #expect(bench.until { bench.seen.all.contains { if case .store = $0 { true } else { false } } })
        #expect(bench.mails == [])
        bench.store.isFailing.store(false, ordering: .relaxed)
        #expect(bench.until { bench.store.now.jobs.isEmpty })
        bench.worker.stop()
        #expect(bench.mails.count == 1)
    }

    @Test func aStoppedWorkerDoesNothingMoreAndStopsTwice() throws {
        let bench = try Bench()
        bench.worker.start()
        bench.worker.stop()
        bench.worker.stop()
        try bench.queueMail()
        bench.worker.wake()
        bench.worker.start()
        usleep(50_000)
        #expect(bench.mails == [])
    }

    @Test func delaysDoubleUpToTheKindsLimit() {
        #expect(RetryDelay.after(attempts: 0, .purge) == .seconds(1))
        #expect(RetryDelay.after(attempts: 5, .purge) == .seconds(32))
        #expect(RetryDelay.after(attempts: .max, .purge) == .hours(1))
        #expect(RetryDelay.after(attempts: 12, .destroyDataKey) == .seconds(5))
    }
}
