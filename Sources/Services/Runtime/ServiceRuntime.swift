package import Domain
import Load
import Messages
import RPC

/// What every handler works with. A handler itself is only decode → operation → encode; the lanes below do the rest.
package final class ServiceRuntime: Sendable {
    let store: any Store
    let environment: Environment
    let hashPool: any HashPool
    let services: ServiceRegistry
    /// The streams that are open until somebody ends them. Whoever makes the runtime has it beat, and drains it before the end.
    package let watches = WatchHub()
    let report: @Sendable (ServiceEvent) -> Void
    /// What became of every method's calls.
    package let calls: CallMeter
    /// What the other parts measured.
    let parts: @Sendable () -> PartsReading
    let outbox = OutboxReading()
    let keptPage = KeptPage()
    let streams = LiveStreams()
    let expiries: Expiries

    /// `report` is told what an operator should know; it holds ids only.
    package init(
        store: any Store, environment: Environment, hashPool: any HashPool, services: ServiceRegistry,
        calls: CallMeter = CallMeter(), parts: @escaping @Sendable () -> PartsReading = { PartsReading() },
        report: @escaping @Sendable (ServiceEvent) -> Void
    ) {
        self.calls = calls
        self.parts = parts
        self.store = store
        self.environment = environment
        self.hashPool = hashPool
        self.services = services
        self.report = report
        expiries = Expiries(clock: environment.clock)
        store.whenAdded { [watches] in watches.tell($0) }
    }
}

extension ServiceRuntime {
    /// The server is about to stop: streams that would hold it up are ended.
    package func beginDrain() { streams.drain() }
}

package enum ServiceEvent: Sendable {
    /// A row that doesn't open or parse, by its name and id.
    case corrupted(method: String, what: String, trace: TraceParent?)
    case storage(method: String, what: String, trace: TraceParent?)
}

/// One deferred call on its way through a lane.
struct Errand<Request: Message>: Sendable {
    let method: Method
    let request: Request
    let credentials: Credentials
    let replay: ReplayKey?
    let trace: TraceParent?
    let responder: any Responder
    let runtime: ServiceRuntime

    /// Asked just before work is begun: nobody waits for the answer any more.
    var isAbandoned: @Sendable () -> Bool {
        let responder = responder
        return {
            (responder as? MeteredCall)?.noteBegun()
            return responder.isCancelled
        }
    }

    func fail(_ error: DomainError) {
        switch error {
        case .corrupted(let what):
            runtime.report(.corrupted(method: method.description.method, what: what, trace: trace))
        case .storage(let what): runtime.report(.storage(method: method.description.method, what: what, trace: trace))
        default: break
        }
        responder.fail(Status(error))
    }
}

extension ServiceRuntime {
    /// Decodes, and says who calls; what can be refused without the store is refused here.
    func errand<Request: Message>(
        _ method: Method, _ call: OwnedCall, _ responder: any Responder, requestID: (Request) -> String?
    ) -> Errand<Request>? {
        let request: Request
        do {
            request = try Request.decode(call.payload, arena: Arena())
        } catch {
            responder.fail(Status(error))
            return nil
        }
        let credentials = credentials(of: call)
        do {
            let replay = try replayKey(method, call, credentials, requestID(request))
            return Errand(
                method: method, request: request, credentials: credentials, replay: replay,
                trace: TraceParent(call.traceparent), responder: responder,
                runtime: self)
        } catch {
            responder.fail(Status(error))
            return nil
        }
    }

    func credentials(of call: OwnedCall) -> Credentials {
        let cryptography = environment.cryptography
        let session = Bearer.token(call.authorization).map { cryptography.keyedHash(.sessionToken, $0) }
        do throws(DomainError) {
            let proof = try services.prove(
                token: call.serviceAuthorization, certificate: call.peer, at: environment.clock.now(), cryptography)
            return Credentials(session: session, service: proof?.identity, serviceRefusal: nil)
        } catch {
            return Credentials(session: session, service: nil, serviceRefusal: error)
        }
    }
}

/// `Bearer <token>` of RFC 6750; the scheme's name in any case.
enum Bearer {
    static let maximumBytes = 256

    static func token(_ header: [UInt8]) -> [UInt8]? {
        let scheme = Array("bearer ".utf8)
        guard header.count > scheme.count, header.count <= maximumBytes else { return nil }
        for (byte, expected) in zip(header, scheme) where byte | 0x20 != expected { return nil }
        return Array(header.dropFirst(scheme.count))
    }
}
