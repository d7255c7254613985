import Domain
import Foundation
import Load
import Messages
import RPC
import SQLiteStore
import Synchronization
import TestSupport
import Testing

@testable import Services

/// Keeps what a call was answered with, and wakes whoever waits for it.
private final class Answer: Responder {
    private let stream: AsyncStream<Status?>
    private let give: AsyncStream<Status?>.Continuation
    let isGone = Atomic<Bool>(false)

    init() { (stream, give) = AsyncStream.makeStream() }

    func respond(_ payload: [UInt8]) { give.yield(nil) }
    func fail(_ status: Status) { give.yield(status) }
    func send(_ message: [UInt8]) -> Bool { true }
    func whenRoom(_ body: @escaping @Sendable () -> Void) { body() }
    func whenOver(_ body: @escaping @Sendable () -> Void) {}
    func setMetadata(initial: CallMetadata, trailing: CallMetadata) {}
    func setCompression(_ isOn: Bool) {}
    func finish() { give.yield(nil) }
    var isCancelled: Bool { isGone.load(ordering: .relaxed) }

    /// Nil: it succeeded.
    func wait() async -> Status? {
        for await status in stream { return status }
        return nil
    }
}

/// A client's stream that has ended.
private final class NoMessages: MessageSource {
    func next(_ body: @escaping @Sendable (StreamedMessage?) -> Void) { body(nil) }
}

/// A pool that has no room.
private final class FullPool: HashPool {
    let isShut = Atomic<Bool>(false)

    func refuses(as priority: Domain.Priority) -> Bool { isShut.load(ordering: .relaxed) }

    func submit(
        as priority: Domain.Priority, _ work: @escaping @Sendable () -> Void, turnedAway: @escaping @Sendable () -> Void
    ) { turnedAway() }
}

@Suite struct MetricsTests {
    private let world: World
    private let runtime: ServiceRuntime
    private let table: MethodTable
    private let reported: Reported
    private let pool = FullPool()

    private final class Reported: Sendable {
        let events = Mutex<[ServiceEvent]>([])
    }
    private static let token = Array("svc_0123456789012345678901234567890123456789".utf8)

    init() throws {
        let world = try World()
        let reported = Reported()
        self.reported = reported
        self.world = world
        let identity = ServiceIdentity(name: "test", scopes: ["accounts.read"], isSupport: false)
        let hash = world.environment.cryptography.keyedHash(.serviceToken, Self.token)
        runtime = ServiceRuntime(
            store: world.store, environment: world.environment, hashPool: pool,
            services: ServiceRegistry([ServiceRegistry.Entry(identity, token: hash)]),
            parts: {
                var parts = PartsReading()
                parts.queues = world.meters.writes.readings + world.meters.reads.readings
                parts.commitTimes = world.meters.commitTimes.reading
                parts.commitSizes = world.meters.commitSizes.reading
                parts.connections = [ConnectionReading(face: "ttrpc", isSecured: false, open: 2, accepted: 3)]
                parts.refusedCalls = [RefusedReading(face: "http2", why: "unknown_method", count: 7)]
                return parts
            }, report: { [reported] event in reported.events.withLock { $0.append(event) } })
        table = runtime.methodTable
    }

    private func call(
        _ method: Messages.Method, _ request: some Message, isKnown: Bool = true, deadline: Deadline = .none,
        traceparent: String = ""
    ) async throws -> Status? {
        let answer = Answer()
        try begin(method, request, isKnown: isKnown, deadline: deadline, traceparent: traceparent, answer)
        return await answer.wait()
    }

    private func begin(
        _ method: Messages.Method, _ request: some Message, isKnown: Bool = true, deadline: Deadline = .none,
        traceparent: String = "", _ answer: Answer
    ) throws {
        let index = try #require(Messages.Method.allCases.firstIndex(of: method))
        guard let run = table.entries[index].handler.deferring else { throw TestFailure("not deferred") }
        run(
            OwnedCall(
                payload: request.encodedBytes(),
                serviceAuthorization: isKnown ? Array("Bearer ".utf8) + Self.token : [],
                traceparent: Array(traceparent.utf8), deadline: deadline), answer)
    }

    private func reading(_ method: Messages.Method) throws -> MethodReading {
        try #require(runtime.calls.readings.first { $0.name == MethodName(method) })
    }

    @Test func everyCallIsCountedByItsCode() async throws {
        defer { world.discard() }
        for _ in 0..<3 { #expect(try await call(.listCategories, ListCategoriesRequest()) == nil) }
        #expect(
            try await call(.listCategories, ListCategoriesRequest(), isKnown: false)?.code == .unauthenticated)
        let reading = try reading(.listCategories)
        #expect(reading.codes[Int(StatusCode.ok.rawValue)] == 3)
        #expect(reading.codes[Int(StatusCode.unauthenticated.rawValue)] == 1)
        #expect(reading.calls == 4)
        #expect(reading.inFlight == 0)
        #expect(reading.times.count == 4)
        #expect(reading.queueTimes.count == 4)
        #expect(try self.reading(.getAccount).calls == 0)
    }

    @Test func whatIsRefusedAtTheGateIsCountedAsShed() throws {
        defer { world.discard() }
        let index = try #require(Messages.Method.allCases.firstIndex(of: .signIn))
        guard case .gated(let gate, _) = table.entries[index].handler else { throw TestFailure("there is no gate") }
        #expect(gate() == nil)
        pool.isShut.store(true, ordering: .relaxed)
        let refusal = try #require(gate())
        #expect(refusal.reason == "OVERLOADED" && refusal.retryDelayMs != nil)
        let reading = try reading(.signIn)
        #expect(reading.shed == 1 && reading.calls == 1 && reading.inFlight == 0)
        #expect(reading.codes[Int(StatusCode.resourceExhausted.rawValue)] == 1)
    }

    @Test func whatIsTurnedAwayIsCountedAsShed() async throws {
        defer { world.discard() }
        let status = try await call(.signIn, SignInRequest(email: "a@example.com", password: "Whatever 12345 words"))
        #expect(status?.reason == "OVERLOADED")
        #expect(status?.retryDelayMs != nil)
        #expect(try reading(.signIn).shed == 1)
    }

    @Test func aCallThatNobodyWaitsForIsCountedAsSuch() async throws {
        defer { world.discard() }
        let answer = Answer()
        answer.isGone.store(true, ordering: .relaxed)
        try begin(.listCategories, ListCategoriesRequest(), answer)
        #expect(await answer.wait()?.code == .resourceExhausted)
        let reading = try reading(.listCategories)
        #expect(reading.codes[Int(StatusCode.cancelled.rawValue)] == 1)
        #expect(reading.shed == 0 && reading.inFlight == 0)
        _ = try await call(.listCategories, ListCategoriesRequest(), deadline: Deadline(nanoseconds: 1))
        #expect(try self.reading(.listCategories).codes[Int(StatusCode.deadlineExceeded.rawValue)] == 1)
    }

    /// What fails through the server's fault is reported with the caller's trace, if that is one.
    @Test(arguments: ["00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", "00-no-trace-01", ""])
    func aFailureCarriesItsTrace(_ traceparent: String) async throws {
        defer { world.discard() }
        let id = try await world.change { work throws(DomainError) in
            let id: AccountID = work.newID()
            let (_, wrapped) = work.environment.cryptography.makeDataKey(for: id)
            try work.rows.insertDataKey(wrapped, of: id)
            try work.rows.insert(
                AccountRecord(
                    id: id, state: .active, addressHash: KeyedHash(word0: 1, word1: 2, word2: 3, word3: 4),
                    profile: [1], emailVerifiedAt: work.now, passwordHash: [1], passwordChangedAt: work.now,
                    createdAt: work.now))
            return id
        }
        let status = try await call(
            .getAccount, GetAccountRequest(accountID: id.text), traceparent: traceparent)
        #expect(status?.reason == "ROW_CORRUPTED")
        let events = reported.events.withLock { $0 }
        guard case .corrupted("GetAccount", _, let trace)? = events.first else {
            Issue.record("\(events)")
            return
        }
        #expect(trace?.description == (traceparent.count == 55 ? traceparent : nil))
    }

    /// A call that is let go unanswered is not in flight for ever.
    @Test func aCallThatIsDroppedIsCounted() async throws {
        defer { world.discard() }
        let meter = MethodMeter(MethodName(.signIn))
        var call: MeteredCall? = MeteredCall(Answer(), meter, deadline: .none, { 5 })
        #expect(meter.reading.inFlight == 1)
        #expect(call?.isCancelled == false)
        call = nil
        #expect(meter.reading.inFlight == 0)
        #expect(meter.reading.codes[Int(StatusCode.cancelled.rawValue)] == 1)
    }

    @Test func thePageIsOpenMetrics() async throws {
        defer { world.discard() }
        _ = try await call(.listCategories, ListCategoriesRequest())
        _ = try await call(.signIn, SignInRequest(email: "a@example.com", password: "Whatever 12345 words"))
        let samples = try parse(runtime.metricsPage())
        let labels = "code=OK,method=ListCategories,service=account.v1.NotificationsService"
        #expect(samples["accountd_calls_total{\(labels)}"] == 1)
        #expect(samples["accountd_connections{face=ttrpc,tls=false}"] == 2)
        #expect(samples["accountd_queue_waiting{priority=rest,queue=read}"] == 0)
        #expect(samples["accountd_queue_seconds_count{priority=rest,queue=read}"] == 1)
        #expect((samples["accountd_store_commit_seconds_count{}"] ?? 0) > 0)
        #expect(samples["accountd_outbox_waiting{lane=webhook}"] == 0)
        #expect(
            samples["accountd_call_duration_seconds_count{method=SignIn,service=account.v1.SessionsService}"] == 1)
    }

    @Test func refusedCallsAndReflectionAreOnThePage() async throws {
        defer { world.discard() }
        let entry = try #require(table.entries.first { $0.service == Array(Reflection.names[0].service.utf8) })
        guard case .streaming(let run) = entry.handler else { throw TestFailure("no stream") }
        let answer = Answer()
        run(OwnedCall(payload: []), NoMessages(), answer)
        #expect(await answer.wait() == nil)
        let samples = try parse(runtime.metricsPage())
        let labels = "code=OK,method=ServerReflectionInfo,service=grpc.reflection.v1.ServerReflection"
        #expect(samples["accountd_calls_total{\(labels)}"] == 1)
        #expect(samples["accountd_calls_refused_total{face=http2,why=unknown_method}"] == 7)
    }

    /// A flood of scrapes costs one page a second.
    @Test func thePageIsKeptForASecond() {
        defer { world.discard() }
        let page = KeptPage()
        var made: UInt8 = 0
        let told = [0, 1, 999_999_999, 1_000_000_000, 1_500_000_000, 2_000_000_001].map { now in
            page.page(at: Int64(now)) {
                made += 1
                return [made]
            }
        }
        #expect(told == [[1], [1], [1], [2], [2], [3]])
    }

    /// By Prometheus' own client library.
    private func parse(_ page: [UInt8]) throws -> [String: Double] {
        let script = """
            import sys
            from prometheus_client.openmetrics.parser import text_string_to_metric_families
            text = open(sys.argv[1], encoding="utf-8").read()
            assert text.endswith("# EOF\\n")
            for family in text_string_to_metric_families(text):
                for sample in family.samples:
                    labels = ",".join("%s=%s" % pair for pair in sorted(sample.labels.items()))
                    print("%s{%s}\\t%r" % (sample.name, labels, float(sample.value)))
            """
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("metrics-\(UUID().uuidString)")
        try Data(page).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let result = try runProgram(
            root.appendingPathComponent(".venv/bin/python3"), ["-c", script, file.path])
        guard result.status == 0 else { throw TestFailure("no OpenMetrics: \(result.output)") }
        var samples: [String: Double] = [:]
        for line in result.output.split(separator: "\n") {
            let words = line.split(separator: "\t")
            if words.count == 2 { samples[String(words[0])] = Double(words[1]) }
        }
        return samples
    }
}
