import Domain
import Messages
import RPC

/// Answered on the shard, from memory.
final class VerifyApiKeyHandler: StagedHandler {
    /// Two ids, a time, and their tags.
    private static let maximumAnswerBytesWithoutScopes = 160

    private let path: HotPath
    private let scope = Method.verifyApiKey.access.scope ?? ""

    init(_ path: HotPath) { self.path = path }

    func prepare(_ call: borrowing Call) -> StagedNote {
        guard case .hashed(let secret) = hash(call) else { return StagedNote() }
        return StagedNote(secret)
    }

    // Keys are few beside sessions: their memory is not asked for ahead.
    func approach(_ note: borrowing StagedNote) {}

    func run(_ call: borrowing Call, _ note: borrowing StagedNote, _ reply: inout Reply) {
        if let refusal = path.refusal(call, scope: scope) { return reply.fail(Status(refusal)) }
        if note.kind != 0 { return answer(note.hash, call.connection, &reply) }
        switch hash(call) {
        case .unreadable(let failure): reply.fail(Status(failure))
        case .refused(let error): reply.fail(Status(error))
        case .hashed(let secret): answer(secret, call.connection, &reply)
        }
    }

    private func hash(_ call: borrowing Call) -> HotSecret {
        let payload = call.payload
        return path.withArena(of: call.connection) { arena in
            do throws(DecodeFailure) {
                return try HotVerifyApiKey.withSecret(payload, arena: arena) { secret in
                    path.hash(.apiKey, secret, field: "secret")
                }
            } catch {
                return .unreadable(error)
            }
        }
    }

    private func answer(_ secret: KeyedHash, _ connection: ConnectionState, _ reply: inout Reply) {
        let now = path.clock.now()
        guard let key = path.hot.apiKey(secretHash: secret), key.isLive(at: now) else {
            return reply.fail(Status(.badCredentials))
        }
        path.hot.apiKeySeen(secretHash: secret, at: now)
        let account = IDText(IDText.account, key.account.uuid)
        let id = IDText(IDText.apiKey, key.id.uuid)
        // A tag and two bytes of length a scope.
        let room = key.scopes.reduce(Self.maximumAnswerBytesWithoutScopes) { $0 + $1.utf8.count + 3 }
        path.withArena(of: connection) { arena in
            reply.succeed(maximumBytes: room) { output in
                unsafe HotVerifyApiKey.encode(
                    accountID: account.words.span.bytes, keyID: id.words.span.bytes, scopes: key.scopes,
                    expiresAt: key.expiresAt.map { HotTime($0) }, arena: arena, into: &output)
            }
        }
    }
}
