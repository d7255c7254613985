internal import RPC

/// What a direct call finds out by itself. `SPEAKS_…` and `SERVER_UNREACHABLE` mean that no call was made.
extension Status {
    static let speaksTLS = Status(
        .unavailable, "The server speaks TLS there, and was spoken to in the clear.", reason: "SPEAKS_TLS")
    static let speaksPlaintext = Status(
        .unavailable, "The server speaks no TLS there: it answers in the clear.", reason: "SPEAKS_PLAINTEXT")
    static let speaksHTTP1 = Status(
        .unavailable, "The server speaks HTTP/1 there, which carries no calls.", reason: "SPEAKS_HTTP1")
    static let connectionGone = Status(
        .unavailable, "The connection takes no more calls.", reason: "CONNECTION_LOST")
    static let clientStreamOverTtrpc = Status(
        .unimplemented, "Clients' streams are carried by the face grpc only.", reason: "FACE_TOO_SMALL")

    static func foreign(_ expected: String) -> Status {
        Status(.unavailable, "The server speaks something else than \(expected) there.", reason: "SPEAKS_OTHER")
    }

    static func badMetadata(_ name: String) -> Status {
        Status(.invalidArgument, "Metadata can't be sent: “\(name)”, or its value.", reason: "METADATA_MALFORMED")
    }
}
