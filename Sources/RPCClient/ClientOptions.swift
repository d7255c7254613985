package import TLS

/// How a client behaves. Times are milliseconds.
package struct ClientOptions: Sendable {
    /// How long one address may take to accept the connection.
    package var connectTimeoutMs = 2_000
    /// Speaks TLS with the server, by the endpoint's name; nil: in the clear.
    package var tls: TLSClient?
    /// Whether the server is offered accountd's extra frames: then calls that are given up end there too, and a server that has
    /// vanished is found.
    package var extraFrames = true
    /// With calls in flight and no byte from the server for so long it is asked for a sign of life; and given up without one in
    /// as long again.
    package var keepAliveMs = 10_000
    /// For calls that name none.
    package var deadlineMs = 30_000
    /// How often a call that is safe to repeat is tried, the first try included.
    package var maxAttempts = 4
    /// Between two tries, and between two connections.
    package var backoff = Backoff()
    /// The longest wait that a server may ask for (`google.rpc.RetryInfo`) and get: a longer one is the caller's to decide.
    package var maxRetryDelayMs: Int64 = 2_000
    /// Sent with every call that has no metadata of the same name.
    package var metadata: [Metadata] = []
    /// Messages of a stream that may wait for their reader; with more the stream ends as RESOURCE_EXHAUSTED.
    package var maxWaitingMessages = 4_096
    /// Calls not ended; one more fails as RESOURCE_EXHAUSTED.
    package var maxCalls = 65_536
    /// After this stream id comes another connection. Tests make it small.
    package var lastStream: UInt32 = 0x7FFF_FFFF
    /// Numbers in 0..<1; the backoff's jitter. Tests give their own.
    package var random: @Sendable () -> Double = { Double.random(in: 0..<1) }

    package init() {}
}

/// One name and value beside a request: "authorization", "Bearer …".
package struct Metadata: Sendable, Hashable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    /// The end user, by the session's token.
    package static func authorization(_ sessionToken: String) -> Metadata {
        Metadata("authorization", "Bearer " + sessionToken)
    }

    /// The calling service, by its token.
    package static func serviceAuthorization(_ serviceToken: String) -> Metadata {
        Metadata("service-authorization", "Bearer " + serviceToken)
    }
}

/// Exponential backoff with full jitter: any time from nothing to a ceiling that doubles. Many clients that lose one
/// server together don't come back together.
package struct Backoff: Sendable {
    package var firstMs = 50
    package var maxMs = 5_000

    package init(firstMs: Int = 50, maxMs: Int = 5_000) {
        self.firstMs = firstMs
        self.maxMs = maxMs
    }

    /// The ceiling after so many failures in a row, from 1.
    package func ceilingMs(afterFailures failures: Int) -> Int {
        var ceiling = max(0, firstMs)
        for _ in 1..<max(2, failures) where failures > 1 {
            guard ceiling < maxMs else { break }
            ceiling = min(maxMs, ceiling * 2)
        }
        return min(ceiling, maxMs)
    }

    /// How long to wait; `random` is in 0..<1.
    package func delayMs(afterFailures failures: Int, random: Double) -> Int {
        Int(Double(ceilingMs(afterFailures: failures)) * min(max(random, 0), 1))
    }
}

/// What one call asks for beside its request.
package struct CallOptions: Sendable {
    /// From the call's start to its end, retries included; nil takes the client's default.
    package var deadline: Duration?
    /// Sent beside the client's own.
    package var metadata: [Metadata]
    /// Whether the call may be sent again when nobody knows if it was run. Typed calls know it by themselves: what only
    /// reads, and what carries a `request_id`.
    package var isRepeatable: Bool

    package init(deadline: Duration? = nil, metadata: [Metadata] = [], isRepeatable: Bool = false) {
        self.deadline = deadline
        self.metadata = metadata
        self.isRepeatable = isRepeatable
    }
}

extension Duration {
    /// Clamped to what fits.
    var nanoseconds: Int64 {
        let (seconds, attoseconds) = components
        let (scaled, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        guard !overflow else { return seconds < 0 ? .min : .max }
        let (sum, carried) = scaled.addingReportingOverflow(attoseconds / 1_000_000_000)
        return carried ? (seconds < 0 ? .min : .max) : sum
    }
}
