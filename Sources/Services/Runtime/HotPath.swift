import Domain
import Messages
import RPC
import Synchronization

/// What the inline methods share: arenas that stay warm, and the proof of a service token remembered by its connection.
/// Nothing here allocates once warm.
final class HotPath: Sendable {
    private final class Slot: Sendable {
        let arena = Mutex(Arena())
    }

    let runtime: ServiceRuntime
    // One arena a shard: two shards never wait for each other.
    private let slots: [Slot]

    init(_ runtime: ServiceRuntime) {
        self.runtime = runtime
        slots = (0..<64).map { _ in Slot() }
    }

    /// Lends the shard's arena, empty.
    func withArena<Result>(of connection: ConnectionState, _ body: (Arena) -> sending Result) -> Result {
        slots[connection.shardIndex & 63].arena.withLock { arena in
            arena.reset()
            return body(arena)
        }
    }

    /// The refusal, or nil when the calling service has the scope. A token that this connection proved before is
    /// compared, not hashed again.
    func refusal(_ call: borrowing Call, scope: String) -> DomainError? {
        let connection = call.connection
        if connection.provenService >= 0, call.serviceAuthorization.isEqual(to: connection.provenToken) {
            return connection.provenScope == scope ? nil : check(connection.provenService, scope, connection)
        }
        guard call.serviceAuthorization.byteCount <= Bearer.maximumBytes else { return .serviceUnknown }
        let header = call.serviceAuthorization.copied
        guard let token = Bearer.token(header),
            let index = runtime.services.index(of: runtime.environment.cryptography.keyedHash(.serviceToken, token))
        else { return .serviceUnknown }
        connection.provenService = index
        connection.provenToken = header
        return check(index, scope, connection)
    }

    private func check(_ index: ServiceRegistry.Index, _ scope: String, _ connection: ConnectionState) -> DomainError? {
        guard let service = runtime.services[index] else { return .serviceUnknown }
        guard service.scopes.contains(scope) else {
            return .permissionDenied(
                reason: "SCOPE_MISSING",
                message: "The service \(service.name) lacks \(scope); an operator can grant it.")
        }
        connection.provenScope = scope
        return nil
    }
}
