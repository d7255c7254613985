import Domain
import Messages
import RPC

/// Answered on the shard, from memory. Allocates nothing once warm, unless it refuses.
final class ValidateSessionHandler: StagedHandler {
    /// Two ids, two times, a flag, and their tags.
    private static let maximumAnswerBytes = 160

    private let path: HotPath
    private let scope = Method.validateSession.access.scope ?? ""

    init(_ path: HotPath) { self.path = path }

    func prepare(_ call: borrowing Call) -> StagedNote {
        guard case .hashed(let token) = hash(call) else { return StagedNote() }
        path.hot.expectSession(tokenHash: token, soon: false)
        return StagedNote(token)
    }

    func approach(_ note: borrowing StagedNote) { path.hot.expectSession(tokenHash: note.hash, soon: true) }

    func run(_ call: borrowing Call, _ note: borrowing StagedNote, _ reply: inout Reply) {
        if let refusal = path.refusal(call, scope: scope) { return reply.fail(Status(refusal)) }
        if note.kind != 0 { return answer(note.hash, call.connection, &reply) }
        switch hash(call) {
        case .unreadable(let failure): reply.fail(Status(failure))
        case .refused(let error): reply.fail(Status(error))
        case .hashed(let token): answer(token, call.connection, &reply)
        }
    }

    private func hash(_ call: borrowing Call) -> HotSecret {
        let payload = call.payload
        return path.withArena(of: call.connection) { arena in
            do throws(DecodeFailure) {
                return try HotValidateSession.withToken(payload, arena: arena) { token in
                    path.hash(.sessionToken, token, field: "session_token")
                }
            } catch {
                return .unreadable(error)
            }
        }
    }

    private func answer(_ token: KeyedHash, _ connection: ConnectionState, _ reply: inout Reply) {
        let now = path.clock.now()
        let idle = path.sessionIdle
        guard let session = path.hot.useSession(tokenHash: token, at: now, if: { $0.isLive(at: now, idle: idle) }) else {
            return reply.fail(Status(.badCredentials))
        }
        let account = IDText(IDText.account, session.account)
        let id = IDText(IDText.session, session.id)
        // This call is a use: it ends so long after now.
        let end = min(session.expiresAt, max(now, session.lastSeenAt) + idle)
        path.withArena(of: connection) { arena in
            reply.succeed(maximumBytes: Self.maximumAnswerBytes) { output in
                unsafe HotValidateSession.encode(
                    accountID: account.words.span.bytes, sessionID: id.words.span.bytes,
                    authenticatedAt: HotTime(session.authenticatedAt), expiresAt: HotTime(end),
                    twoFactor: session.twoFactor, arena: arena, into: &output)
            }
        }
    }
}
