internal import RPC

/// The failures that the client finds out by itself. None of them says anything of a request's contents.
extension Status {
    static let closed = Status(.cancelled, "The client was closed.", reason: "CLIENT_CLOSED")
    static let cancelledByCaller = Status(.cancelled, "The caller gave the call up.", reason: "CALL_CANCELLED")
    static let deadlineExceeded = Status(
        .deadlineExceeded,
        "The deadline passed before the answer came; allow more time, or ask again with the same request_id.",
        reason: "DEADLINE_EXCEEDED")
    static let requestTooLong = Status(
        .resourceExhausted, "The request is longer than the 4 MiB that a frame may carry; send less at once.",
        reason: "REQUEST_TOO_LONG")
    static let tooManyCalls = Status(
        .resourceExhausted, "Too many calls wait on this client; wait for some of them first.", reason: "TOO_MANY_CALLS"
    )
    static let readerTooSlow = Status(
        .resourceExhausted, "The stream's messages came faster than they were read; resume it from its cursor.",
        reason: "READER_TOO_SLOW")
    static let streamForUnary = Status(
        .internalError, "The server answered with a stream where one answer was due.", reason: "ANSWER_MALFORMED")
    static let noThread = Status(.resourceExhausted, "The system gives no thread; try again.", reason: "NO_THREAD")

    static func unreachable(_ endpoint: Endpoint, _ error: SocketError) -> Status {
        Status(.unavailable, "\(endpoint) \(error.what).", reason: "SERVER_UNREACHABLE")
    }

    static func connectionLost(_ endpoint: Endpoint, _ why: String) -> Status {
        Status(
            .unavailable, "The connection to \(endpoint) \(why); ask again with the same request_id.",
            reason: "CONNECTION_LOST")
    }

    static func wrongRequest(_ method: String, takes expected: String, not given: String) -> Status {
        Status(.internalError, "\(method) takes \(expected), not \(given).", reason: "WRONG_REQUEST_TYPE")
    }

    static let malformedMessage = Status(
        .internalError, "The server's message doesn't parse.", reason: "ANSWER_MALFORMED")
}
