import Domain
import Foundation
import Synchronization
import Testing

@testable import Delivery

/// Refuses so many times, then takes everything.
private final class MoodyTransport: MailTransport {
    private let refusals: Atomic<Int>
    private let error: DeliveryError
    let taken = Mutex<[EmailID]>([])

    init(refusals: Int, _ error: DeliveryError) {
        self.refusals = Atomic(refusals)
        self.error = error
    }

    func send(_ mail: RenderedMail, unless isStopping: @escaping @Sendable () -> Bool) throws(DeliveryError) {
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
            #expect(job.dueAt >= bench.clock.now() && job.dueAt <= bench.clock.now() + .seconds(wait))
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
        #expect(bench.until { bench.store.now.jobs.values.allSatisfy(\.isDead) })
        bench.worker.stop()
        #expect(bench.store.now.jobs.values.map(\.record.lastError) == ["No such mailbox."])
        #expect(bench.store.now.emails[email.id]?.state == .failed)
        #expect(bench.store.now.emails[email.id]?.failure == "No such mailbox.")
    }

    @Test func aRecordingIsPurgedOnceItIsSeenToBeGone() throws {
        let bench = try Bench()
        try bench.base.make("bucket/\(bench.prefix)one")
        let recording = bench.queuePurge("\(bench.prefix)one")
        bench.worker.start()
        #expect(bench.until { bench.store.now.jobs.isEmpty })
        bench.worker.stop()
        #expect(!bench.base.has("bucket/\(bench.prefix)one"))
        #expect(bench.store.now.recordings[recording]?.purgedAt == morning)
        #expect(bench.seen.all == [.recordingPurged(recording)])
    }

    @Test func aPurgeThatFailsIsAlarmedTwiceAndNeverGivenUp() throws {
        let bench = try Bench()
        // A file stands where the account's folder should be: the bucket refuses.
        try bench.base.make("bucket/\(bench.account.text)")
        let recording = bench.queuePurge("\(bench.prefix)one")
        bench.worker.start()
        var attempts: Int64 = 0
        for day in 0...15 {
            attempts += 1
            #expect(bench.until { bench.store.now.jobs.values.first?.record.attempts ?? 0 >= attempts })
            attempts = bench.store.now.jobs.values.first?.record.attempts ?? 0
            if day < 15 { bench.clock.advance(.days(1)) }
        }
        try FileManager.default.removeItem(atPath: bench.base.path("bucket/\(bench.account.text)"))
        bench.clock.advance(.days(1))
        #expect(bench.until { bench.store.now.jobs.isEmpty })
        bench.worker.stop()
        let alarms = bench.seen.all.compactMap { event in
            if case .purgeLate(_, recording, let tenths, _, _) = event { tenths } else { nil }
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

    @Test func delaysAreAnythingUpToABoundThatDoublesToTheLanesLimit() {
        #expect(RetryDelay.bound(attempts: 0, .purge) == .seconds(1))
        #expect(RetryDelay.bound(attempts: 5, .purge) == .seconds(32))
        #expect(RetryDelay.bound(attempts: .max, .purge) == .hours(1))
        #expect(RetryDelay.bound(attempts: 12, .deletion) == .seconds(5))
        let waits = (0..<2_000).map { _ in RetryDelay.jittered(.seconds(10), ChanceRandom()).microseconds }
        #expect(waits.allSatisfy { (0...10_000_000).contains($0) })
        #expect((4_500_000...5_500_000).contains(waits.reduce(0, +) / 2_000))
        #expect((waits.min() ?? .max) < 200_000 && (waits.max() ?? 0) > 9_800_000)
    }
}

private struct ChanceRandom: Random {
    func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in .random(in: 0...255) } }
    func uuid(at now: Instant) -> UUIDv7 { UUIDv7(at: now, randomHigh: 0, randomLow: .random(in: 0...(.max))) }
}
