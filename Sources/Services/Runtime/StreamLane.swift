import Domain
import Messages
import RPC

extension ServiceRuntime {
    /// A look in pieces, each read on one of the store's readers once the client has taken those before.
    func stream<Request: Message, Source: StreamedQuery, Response: Message>(
        _ method: Method,
        decode: @escaping @Sendable (Request) throws(DomainError) -> Source,
        encode: @escaping @Sendable (Source.Piece) -> Response
    ) -> Handler {
        opened(
            method, decode: decode,
            begin: { source, look, principal throws(DomainError) in
                try source.begin(look, as: principal)
            },
            then: { errand, source, place, _ in
                StreamRun(errand: errand, source: source, encode: encode).tell(place)
            })
    }

    /// What every stream begins with: who asks and for what, and the first look, in one view of the store.
    func opened<Request: Message, Source: Sendable, Place: Sendable>(
        _ method: Method,
        decode: @escaping @Sendable (Request) throws(DomainError) -> Source,
        begin: @escaping @Sendable (Source, Look, Principal) throws(DomainError) -> Place,
        then proceed: @escaping @Sendable (Errand<Request>, Source, Place, StandingProof) -> Void
    ) -> Handler {
        .gated(gate(.read, method)) { [self] call, responder in
            guard let errand: Errand<Request> = errand(method, call, responder, requestID: { _ in nil }) else { return }
            store.read(as: method.priority, unless: errand.isAbandoned) { [environment] rows throws(DomainError) in
                let look = Look(rows, environment)
                let principal = try errand.authorize(look)
                let source = try decode(errand.request)
                return (source, try begin(source, look, principal))
            } then: { result in
                switch result {
                case .success((let source, let place)):
                    proceed(errand, source, place, StandingProof(of: call, self))
                case .failure(let error): errand.fail(error)
                }
            }
        }
    }
}

/// One stream on its way. Between two pieces it is only a waiter of the responder's: no thread, no view of the store.
private final class StreamRun<Request: Message, Source: StreamedQuery, Response: Message>: Sendable {
    private let errand: Errand<Request>
    private let source: Source
    private let encode: @Sendable (Source.Piece) -> Response

    init(errand: Errand<Request>, source: Source, encode: @escaping @Sendable (Source.Piece) -> Response) {
        self.errand = errand
        self.source = source
        self.encode = encode
    }

    func tell(_ place: Source.Place) {
        let runtime = errand.runtime
        // A stream that has begun is not broken off for others.
        runtime.store.read(as: .first, unless: errand.isAbandoned) { [self] rows throws(DomainError) in
            let (piece, next) = try source.piece(Look(rows, runtime.environment), at: place)
            return (encode(piece).encodedBytes(arena: Arena()), next)
        } then: { [self] result in
            switch result {
            case .success((let message, let next)): send(message, next)
            case .failure(let error): errand.fail(error)
            }
        }
    }

    private func send(_ message: [UInt8], _ next: Source.Place?) {
        guard errand.responder.send(message) else { return }
        guard let next else { return errand.responder.finish() }
        errand.responder.whenRoom { [self] in
            guard !errand.responder.isCancelled else { return }
            tell(next)
        }
    }
}
