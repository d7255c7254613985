internal import RPC

/// What a session tells of what came. Plain: nothing is allocated for one.
package struct HTTP2Event: Sendable {
    package enum Kind: UInt8, Sendable {
        /// The answer begins. Told only of calls that ask for metadata.
        case headers
        /// One message: `bytes(of:)`.
        case message
        /// The call is over: `code`, and `status(of:)` where that isn't 0.
        case ended
        /// The server takes no new calls on this connection; those in flight may still end.
        case goAway
        /// The answer to a ping.
        case pong
    }

    package let kind: Kind
    /// 0 where it is about the connection.
    package let stream: Int32
    /// As it was given with the call.
    package let tag: UInt64
    /// gRPC's; of `ended`.
    package let code: Int32
    /// The server never began the call, so that it may be sent again; of `ended`.
    package let wasRefused: Bool
    /// Where a message lies in the session's room.
    let start: Int
    let count: Int
    /// Index of what is kept beside it; -1 where nothing is.
    let extra: Int

    init(
        _ kind: Kind, stream: Int32 = 0, tag: UInt64 = 0, code: Int32 = 0, wasRefused: Bool = false, start: Int = 0,
        count: Int = 0, extra: Int = -1
    ) {
        self.kind = kind
        self.stream = stream
        self.tag = tag
        self.code = code
        self.wasRefused = wasRefused
        self.start = start
        self.count = count
        self.extra = extra
    }
}

/// What only some events have.
struct EventExtra {
    var status: Status?
    var metadata = CallMetadata()
}
