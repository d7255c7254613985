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
        meter = path.calls.meter(MethodName(.validateSession))
    }

    func run(_ batch: borrowing CallBatch) {
        let batch = copy batch
        let began = Monotonic.nanoseconds
        let now = path.clock.now()
        let failed = path.withArena(of: batch.connection) { arena in
            var hashes = InlineArray<32, KeyedHash>(repeating: .zero)
            let proved = hash(batch, arena, at: now, into: &hashes)
            var sessions = InlineArray<32, HotSession?>(repeating: nil)
            var found = sessions.mutableSpan
            let idle = path.sessionIdle
            path.hot.useSessions(
                tokenHashes: hashes.span.extracting(first: batch.count), at: now,
                if: {
                    $0.isLive(at: now, idle: idle)
                }, into: &found)
            return answer(batch, proved, hashes.span, sessions.span, at: now, arena)
        }
        meter.answered(batch.count, failed: failed, in: Monotonic.nanoseconds - began)
    }

    /// Looks at who calls, and hashes the tokens of those that may. Says which may, a bit each.
    @inline(__always)
    private func hash(
        _ batch: CallBatch, _ arena: Arena, at now: Instant, into hashes: inout InlineArray<32, KeyedHash>
    ) -> UInt32 {
        let hasher = path.cryptography
        let isProved = path.hasProved(scope, batch.connection, at: now)
        let proof = batch.connection.provenToken
        var proved: UInt32 = 0
        // Whether the call before was by a service that may: one that sends the same need not be looked at again.
        var isGood = false
        for index in 0..<batch.count {
            if !isGood || !batch.repeatsCredential(index) {
                let credential = batch.serviceAuthorization(index)
                isGood =
                    isProved && credential.isEqual(to: proof)
                    || path.prove(credential, has: scope, batch.connection, at: now) == nil
                guard isGood else { continue }
            }
            proved |= 1 << UInt32(index)
            if case .hashed(let token) = hash(batch.payload(index), hasher, arena) { hashes[index] = token }
        }
        return proved
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

    /// Says how many failed.
    @inline(__always)
    private func answer(
        _ batch: CallBatch, _ proved: UInt32, _ hashes: Span<KeyedHash>, _ sessions: Span<HotSession?>, at now: Instant,
        _ arena: Arena
    ) -> Int {
        var failed = 0
        let idle = path.sessionIdle
        for index in 0..<batch.count {
            batch.answer(index) { reply in
                if let session = sessions[index] {
                    // This call is a use: it ends so long after now.
                    let end = min(session.expiresAt, max(now, session.lastSeenAt) + idle)
                    Self.write(session, end: end, arena, &reply)
                } else if proved & 1 << UInt32(index) == 0 {
                    let refusal = path.prove(batch.serviceAuthorization(index), has: scope, batch.connection, at: now)
                    reply.fail(Status(refusal ?? .serviceUnknown))
                } else if hashes[index] == .zero {
                    refuse(batch.payload(index), arena, &reply)
                } else {
                    reply.fail(Status(.badCredentials))
                }
                if let code = reply.failure { note(code, &failed) }
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
