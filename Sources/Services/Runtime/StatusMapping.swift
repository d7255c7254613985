import Domain
import Messages
import RPC

extension Status {
    /// The one place where a refusal becomes a status.
    init(_ error: DomainError) {
        switch error {
        case .invalid(let problems):
            let named = problems.map { "\($0.field): \($0.description)" }.joined(separator: " ")
            self.init(
                .invalidArgument, named, reason: problems.first?.reason ?? "INVALID",
                fieldViolations: problems.map {
                    FieldViolation(field: $0.field, description: $0.description, reason: $0.reason)
                })
        case .badCredentials:
            self.init(.unauthenticated, "That is not right, or no longer valid; try again.", reason: "BAD_CREDENTIALS")
        case .sessionInvalid:
            self.init(
                .unauthenticated, "No live session: sign in, and send its token as authorization: Bearer ….",
                reason: "SESSION_INVALID")
        case .serviceUnknown:
            self.init(
                .unauthenticated, "No known service: send a service token as service-authorization: Bearer ….",
                reason: "SERVICE_UNKNOWN")
        case .serviceTokenExpired:
            self.init(
                .unauthenticated, "The service token has expired: have a new one issued.",
                reason: "SERVICE_TOKEN_EXPIRED")
        case .certificateExpired:
            self.init(
                .unauthenticated, "The client certificate has run out: connect again with another.",
                reason: "CERTIFICATE_EXPIRED")
        case .serviceMismatch:
            self.init(
                .unauthenticated, "The service token and the client certificate name different services.",
                reason: "SERVICE_MISMATCH")
        case .linkInvalid:
            self.init(.notFound, "This link is used, expired or unknown; ask for a new one.", reason: "LINK_INVALID")
        case .notFound(let what):
            self.init(.notFound, "There is no such \(what).", reason: "NOT_FOUND")
        case .requestIDReused:
            self.init(
                .alreadyExists, "This request_id came with another body; use a fresh one.", reason: "REQUEST_ID_REUSED")
        case .alreadyExists(let reason, let message):
            self.init(.alreadyExists, message, reason: reason)
        case .cursorExpired:
            self.init(
                .outOfRange,
                "What lies behind this cursor is no longer kept: begin without one, and look at everything anew.",
                reason: "CURSOR_EXPIRED")
        case .failedPrecondition(let reason, let message):
            self.init(.failedPrecondition, message, reason: reason)
        case .stepUpRequired:
            self.init(
                .failedPrecondition, "Call StepUp with a password or a code first, then this again.",
                reason: "STEP_UP_REQUIRED")
        case .permissionDenied(let reason, let message):
            self.init(.permissionDenied, message, reason: reason)
        case .throttled(let wait):
            self.init(
                .resourceExhausted, "Too many tries; wait, then try again.", reason: "THROTTLED",
                retryDelayMs: max(1, wait.millisecondsRoundedUp))
        case .overloaded: self = .overloaded
        case .storage:
            self.init(
                .unavailable, "The store did not take this; nothing was done. Try again.", reason: "STORE_UNAVAILABLE",
                retryDelayMs: 1_000)
        case .outcomeUnknown:
            self.init(
                .unknown, "This may or may not have been done; ask again with the same request_id.",
                reason: "OUTCOME_UNKNOWN", retryDelayMs: 1_000)
        case .corrupted:
            self.init(.dataLoss, "A stored row can't be opened; the operator has been told.", reason: "ROW_CORRUPTED")
        }
    }

    static let overloaded = Status(
        .resourceExhausted, "Too much work waits; try again shortly.", reason: "OVERLOADED", retryDelayMs: 200
    ).encodedOnce

    /// Ends a stream that would hold up the server's end.
    static let serverStops = Status(
        .unavailable, "The server is about to stop; ask another, or this address again shortly.", reason: "DRAINING",
        retryDelayMs: 500)

    /// Why a request's bytes are no request of that type.
    init(_ failure: DecodeFailure) {
        switch failure {
        case .malformed:
            // 13, as ttrpc's own servers answer a payload that doesn't parse.
            self.init(.internalError, "The payload's bytes don't parse as this method's request.", reason: "MALFORMED")
        case .budgetExceeded:
            self.init(
                .resourceExhausted, "The request takes too much memory once decoded; send less.",
                reason: "REQUEST_TOO_LARGE")
        case .badText(let field, let why):
            let violation = FieldViolation(field: field, description: why, reason: "TEXT_INVALID")
            self.init(.invalidArgument, "\(field): \(why)", reason: "TEXT_INVALID", fieldViolations: [violation])
        }
    }
}
