import Domain
import Foundation
import Synchronization
import Testing

@testable import Delivery

/// A worker over a store in memory and folders of the test's own.
final class Bench {
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

    init(transport: (any MailTransport)? = nil, _ more: any OutboxJobHandler...) throws {
        base = try TemporaryFolder()
        let seen = Events()
        self.seen = seen
        environment = DeliveryTests.environment(clock)
        let folder = Delivery.MailFolder(path: base.path("mail"))
        worker = OutboxWorker(
            store: store, environment: environment,
            handlers: [
                DeletionJobs(removal: folder),
                MailJobs(renderer: try renderer(), transport: transport ?? folder),
                PurgeJobs(objects: FolderBucket(path: base.path("bucket"))),
            ] + more, report: { seen.add($0) })
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
    func queueMail(_ template: String = "tips", category: String? = nil) throws -> EmailRecord {
        try store.perform(in: environment) { work in
            try work.send(
                content(template, category: category), subject: "Subject", try work.look.vault(of: account))
        }
    }

    func queue(
        _ kind: OutboxKind, subject: UUIDv7? = nil, destination: UUIDv7 = UUIDv7(high: 0, low: 0)
    ) {
        let id = environment.uuid(at: clock.now())
        let job = OutboxRecord(
            id: id, kind: kind, destination: destination, accountID: account, subject: subject ?? id,
            createdAt: clock.now(), dueAt: clock.now())
        store.change { $0.jobs[id] = .init(record: job) }
    }

    var prefix: String { ObjectKeys.prefix(of: account) }

    /// Of an account that was deleted.
    func queuePurge(_ key: String) -> RecordingID {
        keepDeletion()
        let id = RecordingID(environment.uuid(at: clock.now()))
        let recording = RecordingRecord(
            id: id, accountID: account, objectKey: key, sizeBytes: 1, recordedAt: clock.now(),
            purgeDueAt: clock.now() + .days(14))
        store.change { $0.recordings[id] = recording }
        queue(.purge, subject: id.uuid, destination: account.uuid)
        return id
    }

    private func keepDeletion() {
        let deletion = DeletionRecord(
            accountID: account, receiptHash: KeyedHash(word0: 0, word1: 0, word2: 0, word3: 0),
            requestedAt: clock.now(),
            revokedSessions: 0, revokedAPIKeys: 0, revokedBrowserProfiles: 0, revokedDriverSessions: 0,
            purgeDueAt: clock.now() + .days(14))
        store.change { [account] state in
            state.accounts[account]?.state = .deleted
            state.deletions[account] = deletion
        }
    }

    func delete() {
        keepDeletion()
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
