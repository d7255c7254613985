/// Why a call failed, as google.rpc.Status carries it: a code for programs, a message that says what to do next, and details.
package struct Status: Error, Sendable, Equatable, CustomStringConvertible {
    package let code: StatusCode
    package let message: String
    /// Stable, UPPER_SNAKE_CASE: `google.rpc.ErrorInfo.reason`. Empty where there is none.
    package let reason: String
    /// `google.rpc.BadRequest`: one a bad field.
    package let fieldViolations: [FieldViolation]
    /// `google.rpc.RetryInfo`: how long to wait before another try; nil where waiting does not help.
    package let retryDelayMs: Int64?
    /// Its encoding, where that was made before: what is said most when there is least time.
    let encodedBefore: [UInt8]?

    package init(
        _ code: StatusCode, _ message: String, reason: String = "", fieldViolations: [FieldViolation] = [],
        retryDelayMs: Int64? = nil
    ) {
        self.code = code
        self.message = message
        self.reason = reason
        self.fieldViolations = fieldViolations
        self.retryDelayMs = retryDelayMs
        encodedBefore = nil
    }

    private init(encoding status: Status) {
        code = status.code
        message = status.message
        reason = status.reason
        fieldViolations = status.fieldViolations
        retryDelayMs = status.retryDelayMs
        encodedBefore = status.encoded
    }

    /// The same, encoded once for all times.
    package var encodedOnce: Status { Status(encoding: self) }

    package static func == (left: Status, right: Status) -> Bool {
        left.code == right.code && left.message == right.message && left.reason == right.reason
            && left.fieldViolations == right.fieldViolations && left.retryDelayMs == right.retryDelayMs
    }

    package var description: String {
        reason.isEmpty ? "\(code): \(message)" : "\(code) (\(reason)): \(message)"
    }
}

/// One field of a request that can't be accepted.
package struct FieldViolation: Sendable, Equatable {
    /// Path in the request: `display_name`, `preferences[2].category`.
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
