import Domain
import Messages
import RPC

extension ServiceRuntime {
    var getStatsHandler: Handler {
        .deferred { [self] call, responder in
            guard let errand: Errand<GetStatsRequest> = errand(.getStats, call, responder, requestID: { _ in nil })
            else { return }
            store.read(as: .first, unless: errand.isAbandoned) { [self] rows throws(DomainError) in
                let look = Look(rows, environment)
                _ = try errand.authorize(look)
                return GetStatsResponse(stats: try stats(look)).encodedBytes(arena: Arena())
            } then: { result in
                switch result {
                case .success(let bytes): responder.respond(bytes)
                case .failure(let error): errand.fail(error)
                }
            }
        }
    }

    func stats(_ look: Look) throws(DomainError) -> Stats {
        Stats(calls.readings, parts(), try look.rows.outboxDepths(), now: look.now)
    }
}
