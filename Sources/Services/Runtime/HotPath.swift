import Domain
import Messages
import RPC
import Synchronization

/// What the inline methods share: arenas that stay warm, and the proof of a service token remembered by its connection.
/// Nothing here allocates once warm. Everything that a call touches is a stored constant of this object: reaching it through
/// structs would copy them.
final class HotPath: Sendable {
    private final class Slot: Sendable {
        let arena = Mutex(Arena())
    }

    let hot: any HotReads
    let clock: any Clock
    let cryptography: any Cryptography
    let sessionIdle: TimeSpan
    private let services: ServiceRegistry
    // One arena a shard: two shards never wait for each other.
    private let slots: [Slot]

    init(_ runtime: ServiceRuntime) {
        hot = runtime.store.hot
        clock = runtime.environment.clock
        cryptography = runtime.environment.cryptography
        sessionIdle = runtime.environment.policy.sessionIdle
        services = runtime.services
        slots = (0..<64).map { _ in Slot() }
    }

    /// Lends the shard's arena, empty.
    @inline(__always)
    func withArena<Result>(of connection: ConnectionState, _ body: (Arena) -> sending Result) -> Result {
        slots[connection.shardIndex & 63].arena.withLock { arena in
            arena.reset()
            return body(arena)
        }
    }

    /// What the connection proved of the scope, to be compared with the credentials of a batch's calls.
    func proof(of scope: String, _ connection: ConnectionState) -> [UInt8] {
        connection.provenScope == scope ? connection.provenToken : []
    }

    /// The refusal, or nil when the credential is a known service's that has the scope. Remembered by the connection, so that the next
    /// call compares instead of hashing.
    func prove(_ credential: RawSpan, has scope: String, _ connection: ConnectionState) -> DomainError? {
        guard credential.byteCount <= Bearer.maximumBytes else { return .serviceUnknown }
        let header = credential.copied
        guard let token = Bearer.token(header),
            let index = services.index(of: cryptography.keyedHash(.serviceToken, token)), let service = services[index]
        else { return .serviceUnknown }
        guard service.scopes.contains(scope) else {
            return .permissionDenied(
                reason: "SCOPE_MISSING",
                message: "The service \(service.name) lacks \(scope); an operator can grant it.")
        }
        connection.provenToken = header
        connection.provenScope = scope
        return nil
    }
}
