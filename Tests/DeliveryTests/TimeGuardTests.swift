import Domain
import Glibc
import Synchronization
import Testing

@testable import Delivery

/// A clock that can be set, beside the machine's running time, which can't.
private final class SetClock: Clock {
    private let state: Mutex<(now: Instant, uptime: TimeSpan)>
    init(_ start: Instant = morning) { state = Mutex((start, .seconds(1_000))) }
    func now() -> Instant { state.withLock { $0.now } }
    func uptime() -> TimeSpan { state.withLock { $0.uptime } }
    /// Time goes by.
    func pass(_ span: TimeSpan) {
        state.withLock { $0 = ($0.now + span, TimeSpan(microseconds: $0.uptime.microseconds + span.microseconds)) }
    }
    func set(by span: TimeSpan) { state.withLock { $0.now = $0.now + span } }
}

private final class Said: Sendable {
    private let events = Mutex<[DeliveryEvent]>([])
    func add(_ event: DeliveryEvent) { events.withLock { $0.append(event) } }
    var all: [DeliveryEvent] { events.withLock { $0 } }
}

@Suite struct TimeGuardTests {
    private let clock = SetClock()
    private let said = Said()

    private func timeGuard(_ clock: SetClock) -> TimeGuard { TimeGuard(clock: clock) { [said] in said.add($0) } }

    @Test(arguments: [TimeSpan.days(365), .days(-1), .hours(2), .seconds(-3_601)])
    func aJumpIsNotTrustedAndSaidUntilTheClockIsRightAgain(_ jump: TimeSpan) {
        let timeGuard = timeGuard(clock)
        clock.pass(.minutes(5))
        #expect(timeGuard.isTrusted())
        clock.set(by: jump)
        for _ in 0..<10 {
            #expect(!timeGuard.isTrusted())
            clock.pass(.seconds(30))
        }
        #expect(said.all == [.timeJumped(by: jump)])
        clock.pass(.hours(1))
        #expect(!timeGuard.isTrusted())
        #expect(said.all == [.timeJumped(by: jump), .timeJumped(by: jump)])
        clock.set(by: TimeSpan(microseconds: -jump.microseconds))
        #expect(timeGuard.isTrusted())
        #expect(said.all.last == .timeTrusted)
        // A start anew says that the time is meant.
        clock.set(by: jump)
        #expect(self.timeGuard(clock).isTrusted())
    }

    @Test func smallStepsAndSleepAreNoJumps() {
        let timeGuard = timeGuard(clock)
        for _ in 0..<10 {
            clock.set(by: .minutes(50))
            #expect(timeGuard.isTrusted())
        }
        // The machine slept for a month: its running time counts that.
        clock.pass(.days(30))
        #expect(timeGuard.isTrusted())
        #expect(said.all == [])
    }

    @Test(arguments: [CivilDate(year: 2028, month: 2, day: 29), CivilDate(year: 2027, month: 12, day: 31)])
    func aLeapDayAndAYearsEndAreNoJumps(_ date: CivilDate) {
        let clock = SetClock(date.start + .hours(23))
        let timeGuard = timeGuard(clock)
        for _ in 0..<48 {
            clock.pass(.hours(1))
            #expect(timeGuard.isTrusted())
        }
        #expect(said.all == [])
    }

    /// A bucket that counts how often it is emptied.
    private final class CountingBucket: ObjectStore {
        let count = Atomic<Int>(0)
        func removeAll(
            of account: AccountID, unless isStopping: @escaping @Sendable () -> Bool
        ) throws(DeliveryError) -> ObjectRemoval {
            count.add(1, ordering: .relaxed)
            return .complete
        }
    }

    @Test(arguments: [TimeSpan.days(365), .days(-1)])
    func purgesWaitWhileTheClockIsWrongAndGoOnAfterwards(_ jump: TimeSpan) throws {
        let store = MemoryStore()
        let environment = DeliveryTests.environment(clock)
        let account = AccountID(sampleUUID(5))
        let bucket = CountingBucket()
        let worker = OutboxWorker(
            store: store, environment: environment, handlers: [PurgeJobs(objects: bucket)],
            report: { [said] in said.add($0) })
        clock.pass(.minutes(1))
        worker.start()
        clock.set(by: jump)
        let id = environment.uuid(at: clock.now())
        let job = OutboxRecord(
            id: id, kind: .purge, destination: account.uuid, accountID: account, subject: id, createdAt: clock.now(),
            dueAt: clock.now())
        store.change { $0.jobs[id] = .init(record: job) }
        #expect(until(worker) { said.all.contains(.timeJumped(by: jump)) })
        for _ in 0..<20 {
            worker.wake()
            usleep(5_000)
        }
        #expect(bucket.count.load(ordering: .relaxed) == 0 && store.now.jobs.count == 1)
        clock.set(by: TimeSpan(microseconds: -jump.microseconds))
        // Its date was written by the wrong clock, and still it doesn't wait for a year.
        #expect(until(worker) { (store.now.jobs[id]?.record.dueAt ?? clock.now()) <= clock.now() + .hours(27) })
        clock.pass(.hours(27))
        #expect(until(worker) { store.now.jobs.isEmpty })
        worker.stop()
        #expect(bucket.count.load(ordering: .relaxed) == 1)
        #expect(said.all.contains(.prefixEmptied(account)))
    }

    /// Takes nothing until it is told to.
    private final class Busy: OutboxJobHandler {
        let isFree = Atomic<Bool>(false)
        let kinds: Set<OutboxKind> = [.mail]
        func run(_ job: OutboxRecord, _ context: JobContext) -> JobEnd {
            guard isFree.load(ordering: .relaxed) else { return .again(words: "Later.") }
            return .done(nil) { work throws(DomainError) in try work.rows.finishJob(job.id) }
        }
    }

    /// The clock is a year ahead while a try fails, or was a year ahead while the server ran last.
    @Test(arguments: [true, false])
    func noMailWaitsForTheDateOfAClockThatWasWrong(_ isRestarted: Bool) throws {
        let store = MemoryStore()
        let environment = DeliveryTests.environment(clock)
        let mails = Busy()
        func start() -> OutboxWorker {
            let worker = OutboxWorker(store: store, environment: environment, handlers: [mails]) { [said] in
                said.add($0)
            }
            worker.start()
            return worker
        }
        var worker = start()
        let id = environment.uuid(at: clock.now())
        let job = OutboxRecord(
            id: id, kind: .mail, lane: .securityMail, accountID: AccountID(sampleUUID(5)), subject: id,
            createdAt: clock.now(), dueAt: clock.now())
        clock.set(by: .days(365))
        store.change { $0.jobs[id] = .init(record: job) }
        #expect(until(worker) { store.now.jobs[id]?.record.lastError == "Later." })
        if isRestarted { worker.stop() }
        clock.set(by: .days(-365))
        mails.isFree.store(true, ordering: .relaxed)
        if isRestarted { worker = start() }
        #expect(until(worker) { (store.now.jobs[id]?.record.dueAt ?? clock.now()) <= clock.now() + .minutes(1) })
        clock.pass(.minutes(1))
        #expect(until(worker) { store.now.jobs.isEmpty })
        worker.stop()
    }

    private func until(_ worker: OutboxWorker, _ condition: () -> Bool) -> Bool {
        for _ in 0..<2_000 {
            if condition() { return true }
            worker.wake()
            usleep(5_000)
        }
        return false
    }
}
