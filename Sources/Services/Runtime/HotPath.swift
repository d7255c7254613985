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
    let calls: CallMeter
    private let services: ServiceRegistry
    // One arena a shard: two shards never wait for each other.
    private let slots: [Slot]

    init(_ runtime: ServiceRuntime) {
        hot = runtime.store.hot
        clock = runtime.environment.clock
        cryptography = runtime.environment.cryptography
        sessionIdle = runtime.environment.policy.sessionIdle
        calls = runtime.calls
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

    /// Whether the connection has proved the scope, by what `provenToken` holds, or by its certificate where that is empty.
    @inline(__always)
    func hasProved(_ scope: String, _ connection: ConnectionState, at now: Instant) -> Bool {
        connection.provenScope == scope && now.microseconds < connection.provenUntil
    }

    /// The refusal, or nil when the credential, or the certificate, is a known service's that has the scope. Remembered by the
    /// connection until it has to be looked at again, so that the next call compares instead of hashing.
    func prove(
        _ credential: RawSpan, has scope: String, _ connection: ConnectionState, at now: Instant
    ) -> DomainError? {
        guard credential.byteCount <= Bearer.maximumBytes else { return .serviceUnknown }
        let header = credential.copied
        let proof: ServiceRegistry.Proof
        do throws(DomainError) {
            let proved = try services.prove(
                token: header, certificate: connection.peer, at: now, cryptography)
            guard let proved else { return .serviceUnknown }
            proof = proved
        } catch {
            return error
        }
        guard proof.identity.scopes.contains(scope) else {
            return .permissionDenied(
                reason: "SCOPE_MISSING",
                message: "The service \(proof.identity.name) lacks \(scope); an operator can grant it.")
        }
        connection.provenToken = header
        connection.provenScope = scope
        connection.provenUntil = proof.checkAgain.microseconds
        return nil
    }
}
