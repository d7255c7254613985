import Domain
import Foundation
import Synchronization
import Testing

@testable import Delivery

/// Holds every mail that isn't one of the security lane's until the test lets go.
private final class Gate: MailTransport {
    let taken = Mutex<[EmailID]>([])
    private let isOpen = Atomic<Bool>(false)
    let waiting = Atomic<Int>(0)
    private let held: @Sendable (RenderedMail) -> Bool

    init(holds held: @escaping @Sendable (RenderedMail) -> Bool) { self.held = held }

    func open() { isOpen.store(true, ordering: .releasing) }

    func send(_ mail: RenderedMail, unless isStopping: @escaping @Sendable () -> Bool) throws(DeliveryError) {
        if held(mail) {
            waiting.add(1, ordering: .relaxed)
            while !isOpen.load(ordering: .acquiring) {
                if isStopping() { throw .stopped }
                usleep(1_000)
            }
        }
        taken.withLock { $0.append(mail.id) }
    }
}

/// Webhooks that one destination answers late.
private final class SlowDestination: OutboxJobHandler {
    let kinds: Set<OutboxKind> = [.webhook]
    let slow: UUIDv7
    let done = Mutex<[UUIDv7]>([])
    let atOnce = Mutex<(now: Int, most: Int)>((0, 0))

    init(_ slow: UUIDv7) { self.slow = slow }

    func run(_ job: OutboxRecord, _ context: JobContext) -> JobEnd {
        guard job.destination == slow else {
            done.withLock { $0.append(job.destination) }
            return .done(nil) { work throws(DomainError) in try work.rows.finishJob(job.id) }
        }
        atOnce.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
        while !context.isStopping { usleep(1_000) }
        atOnce.withLock { $0.now -= 1 }
        return .stopped
    }
}

@Suite struct LaneTests {
    @Test func nothingStandsInFrontOfASecurityMail() throws {
        let gate = Gate { !String(decoding: $0.message, as: UTF8.self).contains("password") }
        let bench = try Bench(transport: gate)
        for _ in 0..<200 { try bench.queueMail() }
        bench.worker.start()
        #expect(bench.until { gate.waiting.load(ordering: .relaxed) == 4 })
        let urgent = try bench.queueMail("password_changed", category: "security_notice")
        #expect(bench.until { bench.store.now.emails[urgent.id]?.state == .sent })
        #expect(gate.taken.withLock { $0 } == [urgent.id])
        gate.open()
        #expect(bench.until { bench.store.now.jobs.isEmpty })
        bench.worker.stop()
        #expect(gate.taken.withLock { $0.count } == 201)
    }

    @Test func aMailThatIsOnItsWayIsWaitedForBeforeMailsAreRemoved() throws {
        let gate = Gate { _ in true }
        let bench = try Bench(transport: gate)
        let email = try bench.queueMail()
        bench.worker.start()
        #expect(bench.until { gate.waiting.load(ordering: .relaxed) == 1 })
        bench.delete()
        #expect(bench.until { bench.store.now.dataKeys.isEmpty })
        usleep(50_000)
        #expect(bench.store.now.deletions[bench.account]?.mailsRemovedAt == nil)
        gate.open()
        #expect(bench.until { bench.store.now.jobs.isEmpty })
        bench.worker.stop()
        #expect(gate.taken.withLock { $0 } == [email.id])
        let order = bench.seen.all
        let sent = try #require(order.firstIndex(of: .mailSent(email.id)))
        let removed = try #require(order.firstIndex(of: .mailsRemoved(bench.account, count: 1)))
        #expect(sent < removed)
    }

    @Test func aSlowDestinationHoldsUpOnlyItself() throws {
        let slow = sampleUUID(1)
        let hooks = SlowDestination(slow)
        let bench = try Bench(hooks)
        for _ in 0..<300 { bench.queue(.webhook, destination: slow) }
        for number in UInt64(2)..<202 { bench.queue(.webhook, destination: sampleUUID(number)) }
        let mail = try bench.queueMail()
        bench.worker.start()
        #expect(bench.until { hooks.done.withLock { $0.count } == 200 && bench.mails == ["\(mail.id.text).eml"] })
        #expect(hooks.atOnce.withLock { $0.most } == 2)
        bench.worker.stop()
        // Broken off is no try, and nothing is lost.
        #expect(bench.store.now.jobs.count == 300)
        #expect(bench.store.now.jobs.values.allSatisfy { $0.record.attempts == 0 })
    }

    @Test func aJobThatOutlivesItsLeaseRunsOnce() throws {
        let gate = Gate { _ in true }
        let bench = try Bench(transport: gate)
        try bench.queueMail()
        bench.worker.start()
        #expect(bench.until { gate.waiting.load(ordering: .relaxed) == 1 })
        for _ in 0..<5 {
            bench.clock.advance(.seconds(26))
            bench.worker.wake()
            usleep(20_000)
        }
        gate.open()
        #expect(bench.until { bench.store.now.jobs.isEmpty })
        bench.worker.stop()
        #expect(gate.waiting.load(ordering: .relaxed) == 1)
    }
}
