import Domain
import Messages
import RPC

extension HotPath {
    private static let scope = Method.verifyApiKey.access.scope ?? ""
    /// Two ids, a time, and their tags.
    private static let maximumAnswerBytesWithoutScopes = 160

    /// Answered on the shard, from memory. Allocates nothing once warm, unless it refuses.
    var verifyApiKeyHandler: Handler {
        .inline { [self] call, reply in verifyApiKey(call, &reply) }
    }

    private func verifyApiKey(_ call: borrowing Call, _ reply: inout Reply) {
        if let refusal = refusal(call, scope: Self.scope) { return reply.fail(Status(refusal)) }
        let payload = call.payload
        withArena(of: call.connection) { arena in
            do throws(DecodeFailure) {
                let secret = try HotVerifyApiKey.withSecret(payload, arena: arena) { secret in
                    hash(.apiKey, secret, field: "secret")
                }
                switch secret {
                case .refused(let error): reply.fail(Status(error))
                case .hashed(let secret): answer(secret, arena, &reply)
                }
            } catch {
                reply.fail(Status(error))
            }
        }
    }

    private func answer(_ secret: KeyedHash, _ arena: Arena, _ reply: inout Reply) {
        let now = clock.now()
        guard let key = hot.apiKey(secretHash: secret), key.isLive(at: now) else {
            return reply.fail(Status(.badCredentials))
        }
        hot.apiKeySeen(secretHash: secret, at: now)
        let account = IDText(IDText.account, key.account.uuid)
        let id = IDText(IDText.apiKey, key.id.uuid)
        // A tag and two bytes of length a scope.
        let room = key.scopes.reduce(Self.maximumAnswerBytesWithoutScopes) { $0 + $1.utf8.count + 3 }
        reply.succeed(maximumBytes: room) { output in
            unsafe HotVerifyApiKey.encode(
                accountID: account.words.span.bytes, keyID: id.words.span.bytes, scopes: key.scopes,
                expiresAt: key.expiresAt.map { HotTime($0) }, arena: arena, into: &output)
        }
    }
}
