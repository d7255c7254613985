import Domain
import Messages
import RPC

extension HotPath {
    private static let scope = Method.validateSession.access.scope ?? ""
    /// Two ids, two times, a flag, and their tags.
    private static let maximumAnswerBytes = 160

    /// Answered on the shard, from memory. Allocates nothing once warm, unless it refuses.
    var validateSessionHandler: Handler {
        .inline { [self] call, reply in validateSession(call, &reply) }
    }

    private func validateSession(_ call: borrowing Call, _ reply: inout Reply) {
        if let refusal = refusal(call, scope: Self.scope) { return reply.fail(Status(refusal)) }
        let payload = call.payload
        withArena(of: call.connection) { arena in
            do throws(DecodeFailure) {
                let secret = try HotValidateSession.withToken(payload, arena: arena) { token in
                    hash(.sessionToken, token, field: "session_token")
                }
                switch secret {
                case .refused(let error): reply.fail(Status(error))
                case .hashed(let token): answer(token, arena, &reply)
                }
            } catch {
                reply.fail(Status(error))
            }
        }
    }

    private func answer(_ token: KeyedHash, _ arena: Arena, _ reply: inout Reply) {
        let now = clock.now()
        let idle = sessionIdle
        guard let session = hot.useSession(tokenHash: token, at: now, if: { $0.isLive(at: now, idle: idle) }) else {
            return reply.fail(Status(.badCredentials))
        }
        let account = IDText(IDText.account, session.account)
        let id = IDText(IDText.session, session.id)
        // This call is a use: it ends so long after now.
        let end = min(session.expiresAt, max(now, session.lastSeenAt) + idle)
        reply.succeed(maximumBytes: Self.maximumAnswerBytes) { output in
            unsafe HotValidateSession.encode(
                accountID: account.words.span.bytes, sessionID: id.words.span.bytes,
                authenticatedAt: HotTime(session.authenticatedAt), expiresAt: HotTime(end),
                twoFactor: session.twoFactor, arena: arena, into: &output)
        }
    }
}
