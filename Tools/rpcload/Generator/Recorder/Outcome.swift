internal import RPC

/// How a call can end besides gRPC's codes: numbers that those never take.
package enum Outcome {
    /// No answer came in time.
    package static let unanswered: Int32 = -1
    /// The connection was lost under it.
    package static let connectionLost: Int32 = -2
    /// It was due, and never sent: no connection had room for it.
    package static let unsent: Int32 = -3
    /// A flow whose next request couldn't be made, or whose answer lacked what it should have.
    package static let broken: Int32 = -4

    package static func name(_ code: Int32) -> String {
        switch code {
        case unanswered: "UNANSWERED"
        case connectionLost: "CONNECTION_LOST"
        case unsent: "UNSENT"
        case broken: "BROKEN_FLOW"
        default: StatusCode(rawValue: code)?.description ?? "CODE_\(code)"
        }
    }
}
