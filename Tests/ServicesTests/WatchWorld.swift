import Crypto
import Domain
import Messages
import RPC
import Synchronization
import TestSupport

@testable import Services

/// A client at the end of a stream, who reads, or doesn't, or is gone.
final class FakeClient: Responder {
    private struct State {
        var messages: [[UInt8]] = []
        var status: Status?
        var isOver = false
        var hasRoom = true
        var waiter: (@Sendable () -> Void)?
        var ending: (@Sendable () -> Void)?
    }

    private let state = Mutex(State())

    func respond(_ payload: [UInt8]) { _ = send(payload) }
    func finish() { end(nil) }
    func fail(_ status: Status) { end(status) }
    /// The connection is lost.
    func leave() { end(nil) }
    var isCancelled: Bool { state.withLock { $0.isOver } }
    func setMetadata(initial: CallMetadata, trailing: CallMetadata) {}
    func setCompression(_ isOn: Bool) {}

    private func end(_ status: Status?) {
        let bodies = state.withLock { state in
            guard !state.isOver else { return [] as [@Sendable () -> Void] }
            state.isOver = true
            state.status = status
            defer {
                state.waiter = nil
                state.ending = nil
            }
            return [state.waiter, state.ending].compactMap(\.self)
        }
        for body in bodies { body() }
    }

    func send(_ message: [UInt8]) -> Bool {
        state.withLock { state in
            guard !state.isOver else { return false }
            state.messages.append(message)
            return true
        }
    }

    func whenRoom(_ body: @escaping @Sendable () -> Void) {
        let isNow = state.withLock { state in
            if state.hasRoom || state.isOver { return true }
            state.waiter = body
            return false
        }
        if isNow { body() }
    }

    func whenOver(_ body: @escaping @Sendable () -> Void) {
        let isNow = state.withLock { state in
            if !state.isOver { state.ending = body }
            return state.isOver
        }
        if isNow { body() }
    }

    /// False: nothing is read any more.
    func read(_ isReading: Bool) {
        let waiter = state.withLock { state in
            state.hasRoom = isReading
            defer { if isReading { state.waiter = nil } }
            return isReading ? state.waiter : nil
        }
        waiter?()
    }

    var status: Status? { state.withLock { $0.status } }
    var isWaiting: Bool { state.withLock { $0.waiter != nil } }
    var messageCount: Int { state.withLock { $0.messages.count } }

    func messages<Answer: Message>(as: Answer.Type = Answer.self) throws -> [Answer] {
        try state.withLock { $0.messages }.map { try Answer.decode($0) }
    }

    func revocations() throws -> [Revocation] {
        try messages(as: WatchRevocationsResponse.self).flatMap(\.revocations)
    }
}

/// A service runtime over a real store.
final class WatchWorld: Sendable {
    private struct NoHashing: HashPool {
        func refuses(as priority: Domain.Priority) -> Bool { false }
        func submit(
            as priority: Domain.Priority, _ work: @escaping @Sendable () -> Void,
            turnedAway: @escaping @Sendable () -> Void
        ) { turnedAway() }
    }

    static let token = "svc_watch"
    let world: World
    let runtime: ServiceRuntime
    private let keys: ServiceTokenKeys
    var hub: WatchHub { runtime.watches }

    init() throws {
        world = try World()
        let cryptography = world.environment.cryptography
        let identity = ServiceIdentity(name: "cutter", scopes: ["revocations.watch"], isSupport: true)
        keys = try ServiceTokenKeys(folder: world.folder + "/keys", clock: world.clock)
        runtime = ServiceRuntime(
            store: world.store, environment: world.environment, hashPool: NoHashing(),
            services: ServiceRegistry(
                [
                    .init(
                        identity, token: cryptography.keyedHash(.serviceToken, Array(Self.token.utf8)),
                        certificateNames: ["cutter.example.org"])
                ], issued: keys),
            report: { _ in })
    }

    func discard() { world.discard() }

    /// What a caller shows of a service.
    struct Shown {
        var token: String? = WatchWorld.token
        var certificate = PeerCertificate.none
    }

    /// A token of the service's for so long.
    func issued(for life: TimeSpan) throws -> Shown {
        let now = world.clock.now()
        let token = keys.issue(
            ServiceToken(service: "cutter", scopes: [], issuedAt: now, expiresAt: now + life))
        return Shown(token: String(decoding: try token.orThrow(), as: UTF8.self))
    }

    /// A certificate of the service's for so long.
    func certified(for life: TimeSpan) -> Shown {
        let end = world.clock.now() + life
        return Shown(
            token: nil,
            certificate: PeerCertificate(names: ["cutter.example.org"], validUntilSeconds: end.seconds))
    }

    private func call(
        _ method: Messages.Method, _ request: some Message, session: String, _ shown: Shown, _ client: FakeClient
    ) throws {
        let description = method.description
        let entry = runtime.methodTable.entries.first {
            $0.service == Array(description.service.utf8) && $0.method == Array(description.method.utf8)
        }
        guard let run = entry?.handler.deferring else { throw TestFailure("\(method) is not deferred") }
        run(
            OwnedCall(
                payload: request.encodedBytes(), authorization: Array("Bearer \(session)".utf8),
                serviceAuthorization: shown.token.map { Array("Bearer \($0)".utf8) } ?? [], peer: shown.certificate),
            client)
    }

    /// Open, with its first message there.
    func watchRevocations(_ cursor: String = "", as shown: Shown = Shown()) async throws -> FakeClient {
        let client = FakeClient()
        try call(.watchRevocations, WatchRevocationsRequest(cursor: cursor), session: "", shown, client)
        try await eventually("the first message") { client.messageCount > 0 || client.status != nil }
        return client
    }

    func watchActivity(
        _ session: String, _ cursor: String = "", as shown: Shown = Shown()
    ) async throws -> FakeClient {
        let client = FakeClient()
        try call(.watchActivity, WatchActivityRequest(cursor: cursor), session: session, shown, client)
        try await eventually("the first message") { client.messageCount > 0 || client.status != nil }
        return client
    }

    func watchStats(everyMs: Int64, as shown: Shown) async throws -> FakeClient {
        let client = FakeClient()
        let interval = DurationMessage(TimeSpan(microseconds: everyMs * 1_000))
        try call(.watchStats, WatchStatsRequest(interval: interval), session: "", shown, client)
        try await eventually("the first message") { client.messageCount > 0 || client.status != nil }
        return client
    }

    /// A live session's token and id.
    func session(of account: AccountID, lasting: TimeSpan = .days(30)) async throws -> (token: String, id: SessionID) {
        let token = Tokens.make(.session, world.environment.random)
        let id = try await world.change { work throws(DomainError) in
            let id: SessionID = work.newID()
            try work.rows.insert(
                SessionRecord(
                    id: id, accountID: account,
                    tokenHash: work.environment.cryptography.hash(.sessionToken, token: token), deviceLabel: [],
                    createdAt: work.now, authenticatedAt: work.now, expiresAt: work.now + lasting, lastSeenAt: work.now,
                    twoFactor: false))
            return id
        }
        return (token, id)
    }

    /// So many rows of the log, in one commit; answers their subjects.
    @discardableResult
    func revoke(_ count: Int, of account: AccountID) async throws -> [String] {
        try await world.change { work throws(DomainError) in
            var ids: [String] = []
            for _ in 0..<count {
                let id: APIKeyID = work.newID()
                try work.rows.insert(
                    RevocationRecord(
                        id: work.environment.uuid(at: work.now), kind: .apiKey, subject: id.uuid, accountID: account,
                        at: work.now))
                ids.append(id.text)
            }
            return ids
        }
    }
}

/// Polls for up to 60 s.
func eventually(_ what: String, _ condition: () throws -> Bool) async throws {
    for _ in 0..<12_000 {
        if try condition() { return }
        try await Task.sleep(for: .milliseconds(5))
    }
    throw TestFailure("not in time: \(what)")
}

extension Optional {
    fileprivate func orThrow() throws -> Wrapped {
        guard let self else { throw TestFailure("nil") }
        return self
    }
}

extension Handler {
    /// What runs a call whose answer comes later, its gate passed by.
    var deferring: (@Sendable (OwnedCall, any Responder) -> Void)? {
        switch self {
        case .deferred(let run), .gated(_, let run): run
        default: nil
        }
    }
}
