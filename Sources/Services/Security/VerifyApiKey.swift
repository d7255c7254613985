import Domain
import Load
import Messages
import RPC

/// Answered on the shard, from memory.
final class VerifyApiKeyHandler: BatchHandler {
    /// Two ids, a time, and their tags.
    private static let maximumAnswerBytesWithoutScopes = 160

    private let path: HotPath
    private let scope = Method.verifyApiKey.access.scope ?? ""

    private let meter: MethodMeter

    init(_ path: HotPath) {
        self.path = path
        meter = path.calls.meter(MethodName(.verifyApiKey))
    }

    func run(_ batch: borrowing CallBatch) {
        let batch = copy batch
        let began = Monotonic.nanoseconds
        var failed = 0
        path.withArena(of: batch.connection) { arena in
            for index in 0..<batch.count {
                batch.answer(index) { reply in
                    defer {
                        if let code = reply.failure {
                            failed += 1
                            meter.failed(code)
                        }
                    }
                    let credential = batch.serviceAuthorization(index)
                    let now = path.clock.now()
                    let isProved = path.hasProved(scope, batch.connection, at: now)
                    if !isProved || !credential.isEqual(to: batch.connection.provenToken),
                        let refusal = path.prove(credential, has: scope, batch.connection, at: now)
                    {
                        return reply.fail(Status(refusal))
                    }
                    arena.reset()
                    switch hash(batch.payload(index), arena) {
                    case .unreadable(let failure): reply.fail(Status(failure))
                    case .refused(let error): reply.fail(Status(error))
                    case .hashed(let secret): answer(secret, arena, &reply)
                    }
                }
            }
        }
        meter.answered(batch.count, failed: failed, in: Monotonic.nanoseconds - began)
    }

    private func hash(_ payload: RawSpan, _ arena: Arena) -> HotSecret {
        do throws(DecodeFailure) {
            return try HotVerifyApiKey.withSecret(payload, arena: arena) { secret in
                path.cryptography.hotHash(.apiKey, secret, field: "secret")
            }
        } catch {
            return .unreadable(error)
        }
    }

    private func answer(_ secret: KeyedHash, _ arena: Arena, _ reply: inout Reply) {
        let now = path.clock.now()
        guard let key = path.hot.apiKey(secretHash: secret), key.isLive(at: now) else {
            return reply.fail(Status(.badCredentials))
        }
        path.hot.apiKeySeen(secretHash: secret, at: now)
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
