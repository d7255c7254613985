import Domain
import Messages
import RPC

// grpc.health.v1, for load balancers and orchestrators. They have no credentials: it is open to anybody, and says no more than that
// the server is there.
extension ServiceRuntime {
    /// The server itself, by the empty name, and its services. A switch of a service's own there is none.
    private static let served: Set<String> = Set(Method.allCases.map(\.description.service)).union([""])

    private var status: ServingStatus { streams.isDraining ? .notServing : .serving }

    var healthCheckHandler: Handler {
        .deferred { [self] call, responder in
            guard let service = asked(call, responder) else { return }
            guard Self.served.contains(service) else { return responder.fail(Status(.notFound("service"))) }
            responder.respond(HealthCheckResponse(status: status).encodedBytes(arena: Arena()))
        }
    }

    var healthListHandler: Handler {
        .deferred { [self] _, responder in
            let answer = HealthCheckResponse(status: status)
            let statuses = Self.served.sorted().map { HealthListResponse.StatusesEntry(key: $0, value: answer) }
            responder.respond(HealthListResponse(statuses: statuses).encodedBytes(arena: Arena()))
        }
    }

    /// The status now, and once more when it changes: to NOT_SERVING, when the server is about to stop.
    var healthWatchHandler: Handler {
        .deferred { [self] call, responder in
            guard let service = asked(call, responder) else { return }
            let isServed = Self.served.contains(service)
            func tell(_ status: ServingStatus) {
                _ = responder.send(
                    HealthCheckResponse(status: isServed ? status : .serviceUnknown).encodedBytes(arena: Arena()))
            }
            if !streams.isDraining { tell(.serving) }
            let number = streams.add {
                if isServed {
                    _ = responder.send(HealthCheckResponse(status: .notServing).encodedBytes(arena: Arena()))
                }
                responder.fail(.serverStops)
            }
            responder.whenOver { [streams] in streams.remove(number) }
        }
    }

    /// The service's name; nil where the request was refused.
    private func asked(_ call: OwnedCall, _ responder: any Responder) -> String? {
        do {
            return try HealthCheckRequest.decode(call.payload, arena: Arena()).service
        } catch {
            responder.fail(Status(error))
            return nil
        }
    }
}
