import Domain
import RPC
import Synchronization

/// What a stream's caller showed of a service. It held when the stream was opened; it runs out, or is withdrawn, while the stream is
/// open: so it is asked before each message.
final class StandingProof: Sendable {
    private struct State {
        var until = Instant(microseconds: .max)
        /// Until then the answer is known.
        var checkAgain = Instant(microseconds: .min)
    }

    private let token: [UInt8]
    private let certificate: PeerCertificate
    private let services: ServiceRegistry
    private let cryptography: any Cryptography
    private let state = Mutex(State())

    init(of call: OwnedCall, _ runtime: ServiceRuntime) {
        token = call.serviceAuthorization
        certificate = call.peer
        services = runtime.services
        cryptography = runtime.environment.cryptography
    }

    /// When it runs out, as it was found at the last look.
    var until: Instant { state.withLock { $0.until } }

    /// Why the stream may not go on; nil where it may.
    func refusal(at now: Instant) -> DomainError? {
        state.withLock { state in
            guard state.checkAgain <= now else { return nil }
            do throws(DomainError) {
                let proof = try services.prove(token: token, certificate: certificate, at: now, cryptography)
                state = State(
                    until: proof?.until ?? Instant(microseconds: .max),
                    checkAgain: proof?.checkAgain ?? Instant(microseconds: .max))
                return nil
            } catch {
                return error
            }
        }
    }
}

extension Errand {
    /// Whether its stream goes on; where it doesn't, it has ended.
    func continues(under proof: StandingProof) -> Bool {
        guard let refusal = proof.refusal(at: runtime.environment.clock.now()) else { return true }
        fail(refusal)
        return false
    }
}
