import Dispatch
package import RPC

/// Listens, and serves the methods of a table on its shards.
package final class Server: Sendable {
    /// Where it listens; the port is the one it got.
    package let address: ListenAddress
    private let shards: [Shard]
    private let faceCounts: FaceCounts
    private let refused: RefusedCalls

    /// Connections by what is spoken on them.
    package var faces: [FaceReading] { faceCounts.readings }

    /// Calls that never came to their method.
    package var refusedCalls: [RefusedCallsReading] { refused.readings }

    /// ALPN's names, the most wanted first. gRPC's and Prometheus' clients ask for `h2`.
    package static let protocols = ["h2", "ttrpc/1", "http/1.1"]

    /// Serves at once.
    package init(
        listen: ListenAddress, options: ServerOptions, table: MethodTable,
        report: @escaping @Sendable (ServerEvent) -> Void = { _ in }
    ) throws(TransportError) {
        let (listener, port) = try listen.listen()
        address = ListenAddress(host: listen.host, port: port)
        let count = ConnectionCount()
        faceCounts = FaceCounts()
        refused = RefusedCalls()
        var shards: [Shard] = []
        for index in 0..<max(1, options.shards) {
            shards.append(
                try Shard(
                    index: index, options: options, table: table, connectionCount: count,
                    faceCounts: faceCounts, refusedCalls: refused, report: report))
        }
        self.shards = shards
        guard let first = shards.first, first.poller.add(listener, Poller.Token.listener, Poller.readable) else {
            throw Sockets.failure("\(address.text) can't be watched")
        }
        first.acceptor = Acceptor(
            listener: listener, shards: shards.map(\.mailbox), limit: options.maxConnections, connectionCount: count,
            report: report)
        for shard in shards { shard.start() }
    }

    /// Takes no more connections or calls (UNAVAILABLE), lets running calls finish for `drainSeconds`, then closes. Blocks until
    /// all is closed.
    package func stop(drainSeconds: Int) {
        for shard in shards { shard.mailbox.post(.drain) }
        let until = DispatchTime.now() + .seconds(drainSeconds)
        for shard in shards where !shard.waitUntilStopped(until) {
            shard.mailbox.post(.stop)
            _ = shard.waitUntilStopped(.now() + .seconds(5))
        }
    }
}
