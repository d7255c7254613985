import Delivery
import Domain
import Glibc
import Synchronization
import Testing

/// The real store and the real worker on a clock that the test moves.
@Suite struct TwoFactorResetWorkerTests {
    private final class Said: Sendable {
        private let events = Mutex<[DeliveryEvent]>([])
        func add(_ event: DeliveryEvent) { events.withLock { $0.append(event) } }
        var all: [DeliveryEvent] { events.withLock { $0 } }
    }

    /// The machine's running time goes with the clock, but for what `set` adds.
    private final class JumpingClock: Clock {
        private let state = Mutex<(now: Instant, uptime: TimeSpan)>((World.start, .seconds(1_000)))
        func now() -> Instant { state.withLock { $0.now } }
        func uptime() -> TimeSpan { state.withLock { $0.uptime } }
        func pass(_ span: TimeSpan) { state.withLock { $0 = ($0.now + span, $0.uptime + span) } }
        func set(by span: TimeSpan) { state.withLock { $0.now = $0.now + span } }
    }

    private let support = Principal.support(ServiceIdentity(name: "desk", scopes: [], isSupport: true))

    private func ask(_ world: World) async throws -> AccountID {
        let account = try await world.account()
        try await world.change { [support] work throws(DomainError) in
            guard var record = try work.rows.account(account) else { throw .notFound("account") }
            let vault = try work.look.vault(of: account)
            record.totp = TOTPRecord(
                secret: vault.seal(work.environment.random.bytes(20), .totpSecret), confirmedAt: work.now)
            _ = try work.rows.update(record)
            _ = try ResetTwoFactor(accountID: account.text, email: "").perform(work, as: support)
        }
        return account
    }

    private func isOn(_ account: AccountID, _ world: World) async throws -> Bool {
        try await world.look { look throws(DomainError) in try look.rows.account(account)?.isTwoFactorOn ?? false }
    }

    /// Half a minute at most.
    private func until(_ worker: OutboxWorker, _ condition: () async throws -> Bool) async throws -> Bool {
        for _ in 0..<3_000 {
            if try await condition() { return true }
            worker.wake()
            try await Task.sleep(for: .milliseconds(10))
        }
        return false
    }

    @Test func itTakesEffectByItselfAfterADayAndNotWhenTheClockJumped() async throws {
        let clock = JumpingClock()
        let world = try World(clock: clock)
        defer { world.discard() }
        let account = try await ask(world)
        let said = Said()
        let worker = OutboxWorker(
            store: world.store, environment: world.environment, handlers: [TwoFactorResetJobs()],
            report: { said.add($0) })
        worker.start()
        defer { worker.stop() }
        clock.set(by: .days(2))
        #expect(try await until(worker) { said.all.contains(.timeJumped(by: .days(2))) })
        #expect(try await isOn(account, world))
        clock.set(by: .days(-2))
        clock.pass(.hours(23))
        #expect(try await isOn(account, world))
        clock.pass(.hours(1))
        #expect(try await until(worker) { try await !isOn(account, world) })
        let kinds = try await world.look { look throws(DomainError) in
            try look.rows.activities(of: account, ActivityFilter(), page: PageRequest(limit: 9)).map(\.kind)
        }
        #expect(kinds == ["two_factor.disabled", "two_factor.reset_requested"])
    }

    @Test func aDeletionEndsIt() async throws {
        let world = try World()
        defer { world.discard() }
        let account = try await ask(world)
        let principal = world.principal(account)
        try await world.change { work throws(DomainError) in
            _ = try DeleteAccount(confirmEmail: "c-\(account.uuid.text)@example.com").perform(work, as: principal)
        }
        let (reset, lanes) = try await world.look { look throws(DomainError) in
            (try look.rows.twoFactorReset(of: account), try look.rows.outboxDepths().map(\.lane))
        }
        #expect(reset?.ended?.end == .accountDeleted && !lanes.contains(.scheduled))
    }

    @Test func theExportTellsIt() async throws {
        let world = try World()
        defer { world.discard() }
        let account = try await ask(world)
        let document = String(decoding: try await world.export(account).joined(), as: UTF8.self)
        #expect(document.contains(#""two_factor_reset":{"requested_by":"desk","requested_at":""#))
    }
}
