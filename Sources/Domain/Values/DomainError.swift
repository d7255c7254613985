/// Everything that an operation refuses or fails with. One function in Services maps it to a status.
package enum DomainError: Error, Equatable, Sendable {
    /// A request that can't be right whatever the state is, field by field.
    case invalid([FieldProblem])
    /// Wrong password, unknown address, wrong or replayed code, dead token. One answer, so that nothing can be learned.
    case badCredentials
    /// No live session stands behind the call's session token.
    case sessionInvalid
    /// A mailed link that is unknown, used, expired or somebody else's.
    case linkInvalid
    /// Absent, or another account's: the caller can't tell which.
    case notFound(String)
    /// The same `request_id` came with another body.
    case requestIDReused
    /// Something with that unique name stands already; `reason` is stable.
    case alreadyExists(reason: String, message: String)
    /// Rows behind a watch's cursor are no longer kept: what it missed can't be told.
    case cursorExpired
    /// The state forbids it; `reason` is stable, `message` says what to do next.
    case failedPrecondition(reason: String, message: String)
    /// The session has to prove a factor first.
    case stepUpRequired
    /// The calling service lacks a scope, or no known service calls.
    case permissionDenied(reason: String, message: String)
    case serviceUnknown
    /// The service token was good once; another is to be had.
    case serviceTokenExpired
    /// The client's certificate names a service, and has run out since its connection was made.
    case certificateExpired
    /// The service token is one service's, the client's certificate another's.
    case serviceMismatch
    /// Too many tries; another may be made after `retryAfter`.
    case throttled(retryAfter: TimeSpan)
    /// Too much work waits; nothing was done.
    case overloaded
    /// The store can't be reached or refused the write; nothing was done.
    case storage(String)
    /// The store may or may not have done it: ask again with the same `request_id`.
    case outcomeUnknown
    /// A row that doesn't open or parse. Says which, never what it held.
    case corrupted(String)

    package static func invalid(_ field: String, _ description: String, reason: String) -> DomainError {
        .invalid([FieldProblem(field: field, description: description, reason: reason)])
    }
}

/// One field that can't be accepted. `description` says what to do and never echoes a secret.
package struct FieldProblem: Equatable, Sendable {
    /// Path in the request, as in `google.rpc.BadRequest`: `display_name`, `preferences[2].category`.
    package let field: String
    package let description: String
    /// Stable, UPPER_SNAKE_CASE.
    package let reason: String

    package init(field: String, description: String, reason: String) {
        self.field = field
        self.description = description
        self.reason = reason
    }
}
