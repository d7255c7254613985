package import TLS

/// How the server behaves towards the network.
package struct ServerOptions: Sendable {
    /// Event loops.
    package var shards = 1
    package var maxConnections = 16_384
    /// Calls in flight on one connection.
    package var maxCallsPerConnection = 1_024
    /// Metadata of one call: entries, and bytes of them all.
    package var maxMetadataEntries = 64
    package var maxMetadataBytes = 16 << 10
    /// Frames in the making, of all connections of a shard; and as much again of requests whose calls run. What goes over it is
    /// refused, and of a frame the rest is skipped. Frames in the making of up to 16 KiB are always kept.
    package var inputBudgetBytes = 128 << 20
    /// Answers that one connection has not taken yet: over the first it is no longer read from, over the second it is closed.
    package var outputPauseBytes = 1 << 20
    package var outputLimitBytes = 32 << 20
    /// Close a connection without calls and without bytes for so long; 0: never.
    package var idleTimeoutSeconds = 0
    /// Close a connection that hasn't shown in so long what it is, by its first bytes, its handshake and a first whole frame; 0:
    /// never.
    package var silenceSeconds = 10
    /// Close a connection that began a frame and sends nothing more for so long, or then less than 16 KiB a second.
    package var partialFrameTimeoutSeconds = 30
    /// What TLS is spoken with; nil: none is.
    package var tls: TLSServer?
    /// Who may speak without it.
    package var plaintext = Plaintext.anywhere
    /// Pings of an HTTP/2 client that come sooner after each other, with no answer between them, are too many.
    package var minPingIntervalSeconds = 10
    /// How long an HTTP/2 connection lives before its client is told to open another, give or take a tenth; 0: for ever. And how long
    /// its calls may then still run.
    package var maxConnectionAgeSeconds = 0
    package var connectionAgeGraceSeconds = 60
    /// What GET of a path answers, nil where there is no such page. Asked on a shard: it waits for nothing. Nobody is asked who he is.
    package var page: (@Sendable (_ path: String) -> HTTPPage?)?
    /// How long a shard waits for more before it goes back to Dispatch, in milliseconds.
    package var lingerMs: Int32 = 1
    /// How long a shard pauses between reads where that makes them longer, in microseconds (the kernel's timers add up to 50); 0: never.
    package var coalesceMicroseconds = 100

    package init() {}
}

/// What an operator should know. No event names an address of a caller.
package enum ServerEvent: Sendable {
    /// The process has no descriptors left: connections are turned away until it has.
    case outOfDescriptors
    case tooManyConnections(limit: Int)
    case acceptFailed(errno: Int32)
    /// Connections closed before anything they sent was decoded, since the last such event.
    case refused(RefusedConnection, count: Int)
    /// Calls that still ran when the drain's time was over.
    case cutOff(calls: Int)
}

/// From where connections without TLS are taken.
package enum Plaintext: String, Sendable {
    case never
    case loopback
    case anywhere
}

/// Why a connection is closed before anything it sent is decoded.
package enum RefusedConnection: Hashable, Sendable {
    /// It began with nothing that is spoken here.
    case foreign
    /// It began without TLS, which it has to have.
    case plaintext
    /// It began with TLS, which the server has no certificate for.
    case noTLSHere
    case tls(TLSFailure)
    /// It cancelled one call after the other.
    case cancelFlood
    /// It didn't show what it is in time.
    case silent
}

/// Why a server could not be started; ends a sentence.
package struct TransportError: Error, CustomStringConvertible {
    package let description: String
}
