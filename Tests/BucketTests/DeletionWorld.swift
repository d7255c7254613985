import Crypto
import Domain
import Foundation
import Platform
import SQLiteStore
import Synchronization
import TestSupport

@testable import Delivery

/// A clock that the test moves.
final class MovedClock: Clock {
    /// 2028-02-20 08:00 UTC: the deadlines pass over a 29 February.
    private let time = Mutex(CivilDate(year: 2028, month: 2, day: 20).start + .hours(8))
    func now() -> Instant { time.withLock { $0 } }
    func advance(_ span: TimeSpan) { time.withLock { $0 = $0 + span } }
}

private struct Unused: PasswordHasher, QRCodeRenderer {
    func hash(_ password: [UInt8]) -> String? { nil }
    func verify(_ password: [UInt8], against phc: String) -> Bool { false }
    func needsRehash(_ phc: String) -> Bool { false }
    var decoy: String { "" }
    func svg(for text: String) -> String? { nil }
}

private struct NoMails: MailRemoval {
    func remove(_ ids: [EmailID]) throws(DeliveryError) {}
}

/// The real store, the real operations and the real worker on a clock of the test's.
final class DeletionWorld {
    let clock = MovedClock()
    let worker: OutboxWorker
    private let store: SQLiteStore
    private let rows: BlockingStore
    private let folder: String
    private let events = Events()
    private let begin: Instant
    private let service = ServiceIdentity(name: "recordings", scopes: [], isSupport: false)

    private final class Events: Sendable {
        let all = Mutex<[DeliveryEvent]>([])
    }

    init(bucket: any ObjectStore) throws {
        folder = NSTemporaryDirectory() + "accountd-bucket-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        store = try SQLiteStore.open(folder: folder, options: SQLiteStoreOptions())
        let environment = Environment(
            clock: clock, random: SystemRandom(), cryptography: TestDigests.cryptography, passwords: Unused(),
            timeZones: TZifTimeZones(), qrCodes: Unused(), policy: Policy())
        rows = BlockingStore(store: store, environment: environment)
        begin = clock.now()
        let events = events
        worker = OutboxWorker(
            store: store, environment: environment,
            handlers: [DeletionJobs(removal: NoMails()), PurgeJobs(objects: bucket)],
            report: { event in events.all.withLock { $0.append(event) } })
    }

    func close() {
        worker.stop()
        store.close()
        try? FileManager.default.removeItem(atPath: folder)
    }

    var hasAlarmed: Bool { !alarms.isEmpty || hasRefusal }
    var hasRefusal: Bool {
        events.all.withLock { $0.contains { if case .purgeRefused = $0 { true } else { false } } }
    }
    var alarms: [Int] {
        events.all.withLock { events in
            events.compactMap { if case .purgeLate(_, _, let tenths, _, _) = $0 { tenths } else { nil } }
        }
    }

    /// An active account with an invoice and so many registered recordings, `0.webm` and on.
    func makeAccount(recordings: Int) throws -> AccountID {
        let service = service
        return try rows.write { work throws(DomainError) in
            let account = AccountID(work.environment.uuid(at: work.now))
            let (key, wrapped) = work.environment.cryptography.makeDataKey(for: account)
            let vault = Vault(account: account, key: key, cryptography: work.environment.cryptography)
            let address = "\(account.text)@example.com"
            try work.rows.insertDataKey(wrapped, of: account)
            try work.rows.insert(
                AccountRecord(
                    id: account, state: .active,
                    addressHash: try EmailAddress(parsing: address).hash(work.environment.cryptography),
                    profile: vault.seal(
                        Profile(displayName: "Customer", email: address, timeZone: "UTC").encoded, .profile),
                    emailVerifiedAt: work.now, passwordHash: [], passwordChangedAt: work.now, createdAt: work.now))
            _ = try RegisterInvoice(
                accountID: account.text, number: "1", currency: "EUR", amountMinor: 1, issuedAt: nil, description: "x"
            ).perform(work, as: .service(service))
            for index in 0..<recordings {
                _ = try RegisterRecording(
                    accountID: account.text, objectKey: "\(account.text)/\(index).webm", sizeBytes: 1, recordedAt: nil,
                    driverSessionID: ""
                ).perform(work, as: .service(service))
            }
            return account
        }
    }

    /// Objects for all of them, some in two versions, some hidden, and an unfinished upload; answers what has to stay, by prefix.
    func fill(_ server: SeaweedFS, _ leaving: [AccountID], _ staying: [AccountID]) throws -> [(String, [String])] {
        let failure = Mutex<String?>(nil)
        DispatchQueue.concurrentPerform(iterations: 16) { lane in
            for position in stride(from: lane, to: leaving.count, by: 16) {
                let prefix = ObjectKeys.prefix(of: leaving[position])
                do {
                    for index in 0..<20 { try server.put("\(prefix)\(index).webm") }
                    try server.put("\(prefix)0.webm", "another version")
                    try server.hide("\(prefix)1.webm")
                    try server.put("\(prefix)never registered.webm")
                    if position % 10 == 0 { try server.beginUpload("\(prefix)unfinished.webm") }
                    // Nearly the same prefix, and not the account's.
                    try server.put("\(leaving[position].text)-neighbour.webm")
                } catch {
                    failure.withLock { $0 = "\(error)" }
                }
            }
        }
        for account in staying {
            for index in 0..<3 { try server.put("\(ObjectKeys.prefix(of: account))\(index).webm") }
        }
        if let failure = failure.withLock({ $0 }) { throw TestFailure(failure) }
        return leaving.map { ("\($0.text)-", ["\($0.text)-neighbour.webm"]) }
            + staying.map { account in
                let prefix = ObjectKeys.prefix(of: account)
                return (prefix, (0..<3).map { "\(prefix)\($0).webm" })
            }
    }

    /// As the customer does.
    func delete(_ account: AccountID) throws {
        try rows.write { work throws(DomainError) in
            let session = SessionRecord(
                id: work.newID(), accountID: account,
                tokenHash: work.environment.cryptography.hash(
                    .sessionToken, token: Tokens.make(.session, work.environment.random)),
                deviceLabel: [], createdAt: work.now, authenticatedAt: work.now, expiresAt: work.now + .days(1),
                lastSeenAt: work.now, twoFactor: false)
            let verdict = try DeleteAccount(confirmEmail: "\(account.text)@example.com")
                .perform(work, as: .owner(Owner(account: account, session: session)))
            if case .refuse(let error) = verdict { throw error }
        }
    }

    func deletion(of account: AccountID) throws -> DeletionView? {
        let service = service
        return try rows.read { look throws(DomainError) in
            try GetDeletion(receipt: "", accountID: account.text).perform(look, as: .service(service)).deletion
        }
    }

    func isPurged(_ accounts: [AccountID]) throws -> Bool {
        for account in accounts where try deletion(of: account)?.completedAt == nil { return false }
        return true
    }

    func recordingsLeft(of account: AccountID) throws -> Int {
        try rows.read { look throws(DomainError) in
            try look.rows.recordings(of: account, page: PageRequest(limit: 100)).filter { $0.purgedAt == nil }.count
        }
    }

    func advance(toDay day: Int64) { clock.advance(begin + .days(day) - clock.now()) }

    /// Lets the clock run 30 s in each pause until it is so, for so many hours of the clock and 30 minutes of ours.
    func until(hours: Int64, _ condition: () throws -> Bool) throws -> Bool {
        let end = clock.now() + .hours(hours)
        let limit = Date() + 1_800
        while try !condition() {
            guard clock.now() < end, Date() < limit else { return false }
            clock.advance(.seconds(30))
            worker.wake()
            usleep(20_000)
        }
        return true
    }
}
