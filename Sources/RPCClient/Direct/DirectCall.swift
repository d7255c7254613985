package import RPC

/// How a server is spoken to.
package enum RPCFace: String, Sendable, CaseIterable {
    case ttrpc
    case grpc

    /// TLS's name for it.
    package var tlsProtocol: String { self == .ttrpc ? "ttrpc/1" : "h2" }
}

/// One call of any kind, as `DirectConnection` makes it.
package struct DirectCall: Sendable {
    /// "account.v1.AccountService".
    package var service: String
    package var method: String
    package var metadata: [Metadata] = []
    /// From now on; nil: none.
    package var deadline: Duration?
    package var streamsRequests = false
    package var streamsAnswers = false

    package init(service: String, method: String) {
        self.service = service
        self.method = method
    }
}

/// A request's messages, asked for one after the other as the connection takes them.
package protocol RequestSource {
    /// Readable once `next` has something to say; nil: it always has.
    var descriptor: Int32? { get }
    mutating func next() throws -> RequestStep
}

package enum RequestStep {
    case message([UInt8])
    /// Not now: when the descriptor is readable.
    case wait
    case end
}

/// Messages that are there already.
package struct ListedRequests: RequestSource {
    private var rest: ArraySlice<[UInt8]>

    package init(_ messages: [[UInt8]]) { rest = messages[...] }

    package var descriptor: Int32? { nil }

    package mutating func next() -> RequestStep { rest.popFirst().map { .message($0) } ?? .end }
}

/// What a call brings while it runs.
package enum DirectNews {
    case headers(CallMetadata)
    case message([UInt8])
}

/// How a call ended.
package struct DirectOutcome {
    /// OK where it succeeded.
    package var status: Status
    /// The failure's google.rpc.Status as the server sent it, with all its details; empty where no server did.
    package var encodedStatus: [UInt8] = []
    package var trailers = CallMetadata()
    package var timing = CallTiming()

    init(_ status: Status) { self.status = status }

    package var failure: Status? { status.code == .ok ? nil : status }
}

/// Where a call's time went, in nanoseconds. A connection's own times are those of the call that made it.
package struct CallTiming: Sendable {
    /// Looking the name up, and connecting.
    package var connect: Int64 = 0
    package var tls: Int64 = 0
    /// Until the kernel had the whole request.
    package var send: Int64 = 0
    /// From then until the first byte of the answer.
    package var wait: Int64 = 0
    /// From then to the end.
    package var receive: Int64 = 0

    package var total: Int64 { connect + tls + send + wait + receive }
}

extension Status {
    static let succeeded = Status(.ok, "")
}
