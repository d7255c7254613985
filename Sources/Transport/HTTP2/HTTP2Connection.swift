import RPC

/// One connection's HTTP/2. The shard calls it on its own queue, and sends what it wrote into `shard.output` once it returns.
final class HTTP2Connection {
    /// Whether it has shown itself to be a client: until then it is closed when it is silent for too long.
    var isSettled: Bool { true }
    /// Whether it has begun something that it must finish in time: a frame, a header block.
    var isMidway: Bool { false }

    init(shard: Shard, connection: Connection) {}

    /// What came, however it is cut; the connection preface is part of it.
    func receive(_ bytes: RawSpan, shard: Shard, connection: Connection) { shard.close(connection) }

    /// The client has taken what waited for it, or most of it: there is room for more.
    func resume(shard: Shard, connection: Connection) {}

    /// The server will stop; it stops once no call runs and nothing waits to be sent.
    func beginDrain(shard: Shard, connection: Connection) {}

    /// The connection is gone, and its calls are cancelled.
    func closed() {}
}
