import Domain
import Load
import Messages
import RPC

/// Answered on the shard, from memory. Allocates nothing once warm, unless it refuses.
final class ValidateSessionHandler: BatchHandler {
    /// Two ids, two times, a flag, and their tags.
    private static let maximumAnswerBytes = 160

    private let path: HotPath
    private let scope = Method.validateSession.access.scope ?? ""

    private let meter: MethodMeter

    init(_ path: HotPath) {
        self.path = path
        meter = path.calls.meter(.validateSession)
    }

    func run(_ batch: borrowing CallBatch) {
        let batch = copy batch
        let began = Monotonic.nanoseconds
        let failed = path.withArena(of: batch.connection) { arena in
            var hashes = InlineArray<32, KeyedHash>(repeating: .zero)
            let hasher = path.cryptography
            for index in 0..<batch.count {
                if case .hashed(let token) = hash(batch.payload(index), hasher, arena) { hashes[index] = token }
            }
            path.hot.expectSessions(tokenHashes: hashes.span.extracting(first: batch.count))
            return answer(batch, hashes.span, arena)
        }
        meter.answered(batch.count, failed: failed, in: Monotonic.nanoseconds - began)
    }

    @inline(__always)
    private func hash(_ payload: RawSpan, _ hasher: any Cryptography, _ arena: Arena) -> HotSecret {
        arena.reset()
        do throws(DecodeFailure) {
            return try HotValidateSession.withToken(payload, arena: arena) { token in
                hasher.hotHash(.sessionToken, token, field: "session_token")
            }
        } catch {
            return .unreadable(error)
        }
    }

    @inline(__always)
    private func answer(_ batch: CallBatch, _ hashes: Span<KeyedHash>, _ arena: Arena) -> Int {
        var failed = 0
        let hot = path.hot
        let now = path.clock.now()
        let idle = path.sessionIdle
        var isProved = path.hasProved(scope, batch.connection, at: now)
        var proof = batch.connection.provenToken
        for index in 0..<batch.count {
            batch.answer(index) { reply in
                defer { if let code = reply.failure { note(code, &failed) } }
                let credential = batch.serviceAuthorization(index)
                if !isProved || !credential.isEqual(to: proof) {
                    if let refusal = path.prove(credential, has: scope, batch.connection, at: now) {
                        return reply.fail(Status(refusal))
                    }
                    isProved = true
                    proof = batch.connection.provenToken
                }
                guard hashes[index] != .zero else { return refuse(batch.payload(index), arena, &reply) }
                let session = hot.useSession(tokenHash: hashes[index], at: now) { $0.isLive(at: now, idle: idle) }
                guard let session else { return reply.fail(Status(.badCredentials)) }
                // This call is a use: it ends so long after now.
                let end = min(session.expiresAt, max(now, session.lastSeenAt) + idle)
                Self.write(session, end: end, arena, &reply)
            }
        }
        return failed
    }

    private func note(_ code: StatusCode, _ failed: inout Int) {
        failed += 1
        meter.failed(code)
    }

    @inline(__always)
    private static func write(_ session: HotSession, end: Instant, _ arena: Arena, _ reply: inout Reply) {
        let account = IDText(IDText.account, session.account)
        let id = IDText(IDText.session, session.id)
        arena.reset()
        reply.succeed(maximumBytes: maximumAnswerBytes) { output in
            unsafe HotValidateSession.encode(
                accountID: account.words.span.bytes, sessionID: id.words.span.bytes,
                authenticatedAt: HotTime(session.authenticatedAt), expiresAt: HotTime(end),
                twoFactor: session.twoFactor, arena: arena, into: &output)
        }
    }

    /// Says why there was no token to look up.
    private func refuse(_ payload: RawSpan, _ arena: Arena, _ reply: inout Reply) {
        switch hash(payload, path.cryptography, arena) {
        case .unreadable(let failure): reply.fail(Status(failure))
        case .refused(let error): reply.fail(Status(error))
        case .hashed: reply.fail(Status(.badCredentials))
        }
    }
}
