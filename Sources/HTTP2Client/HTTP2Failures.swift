internal import CNghttp2
internal import RPC

/// What ends a call when no status of the server's does.
extension Status {
    static let succeeded = Status(.ok, "")
    static let cancelled = Status(.cancelled, "The caller gave the call up.", reason: "CALL_CANCELLED")
    static let headersTooLong = Status(
        .resourceExhausted, "The answer's metadata is longer than is taken here.", reason: "ANSWER_TOO_LONG")
    static let messageTooLong = Status(
        .resourceExhausted, "A message of the answer is longer than is taken here.", reason: "ANSWER_TOO_LONG")
    static let messageCompressed = Status(
        .internalError, "A message of the answer is compressed, and nobody asked for that.", reason: "ANSWER_MALFORMED")
    static let messageIncomplete = Status(
        .internalError, "The answer ended within a message.", reason: "ANSWER_MALFORMED")
    static let statusMissing = Status(
        .unknown, "The answer ended without a grpc-status.", reason: "ANSWER_MALFORMED")

    static func connectionLost(_ why: String) -> Status {
        Status(.unavailable, "The connection \(why).", reason: "CONNECTION_LOST")
    }

    /// Of trailers. `details` is a serialized google.rpc.Status: where it says the same code, it says more.
    init(grpc code: Int32, _ message: [UInt8], _ details: [UInt8]) {
        let known = StatusCode(rawValue: code) ?? .unknown
        if !details.isEmpty, let told = Status(decoding: details.span.bytes), told.code == known {
            self = told
        } else {
            self.init(known, String(decoding: message, as: UTF8.self))
        }
    }

    /// As gRPC maps HTTP/2's error codes.
    static func reset(_ error: UInt32) -> Status {
        let code: StatusCode =
            switch error {
            case NGHTTP2_REFUSED_STREAM.rawValue: .unavailable
            case NGHTTP2_CANCEL.rawValue: .cancelled
            case NGHTTP2_ENHANCE_YOUR_CALM.rawValue: .resourceExhausted
            case NGHTTP2_INADEQUATE_SECURITY.rawValue: .permissionDenied
            default: .internalError
            }
        let name = String(cString: nghttp2_http2_strerror(error))
        return Status(code, "The server reset the stream: \(name).", reason: "STREAM_RESET")
    }

    /// As gRPC maps HTTP's statuses.
    static func notGRPC(http: Int32) -> Status {
        let code: StatusCode =
            switch http {
            case 400: .internalError
            case 401: .unauthenticated
            case 403: .permissionDenied
            case 404: .unimplemented
            case 429, 502, 503, 504: .unavailable
            default: .unknown
            }
        return Status(code, "The answer is no gRPC: it came as HTTP \(http).", reason: "ANSWER_NOT_GRPC")
    }
}
