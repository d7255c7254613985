import RPC

// What goes to a client.
extension Shard {
    /// Sends what this round wrote for a connection; what the kernel does not take waits with it.
    func flush(_ connection: Connection) {
        if let session = connection.tls { return flushSecured(connection, session) }
        guard output.count > 0 else { return closeIfDone(connection) }
        // Never left over for the next connection.
        defer { output.removeAll() }
        guard !connection.isClosed else { return }
        send(connection, output.bytes)
        closeIfDone(connection)
    }

    @inline(__always)
    func send(_ connection: Connection, _ bytes: UnsafeRawBufferPointer) {
        if connection.pending != nil {
            connection.pending?.append(bytes)
            return holdBack(connection)
        }
        guard let sent = Sockets.send(connection.descriptor, bytes) else { return close(connection) }
        connection.noteSent(sent)
        guard sent < bytes.count else { return }
        connection.pending = PendingOutput(UnsafeRawBufferPointer(rebasing: bytes[sent...]))
        holdBack(connection)
        watch(connection)
    }

    /// A client that doesn't take its answers is not asked for more calls; one that never does is closed.
    private func holdBack(_ connection: Connection) {
        let waiting = connection.pending?.count ?? 0
        if waiting > options.outputLimitBytes { return close(connection) }
        if waiting > options.outputPauseBytes || connection.closesWhenSent, connection.isReading {
            connection.isReading = false
            watch(connection)
        }
    }

    func writePending(_ connection: Connection) {
        guard let bytes = connection.pending?.bytes else { return }
        guard let sent = Sockets.send(connection.descriptor, bytes) else { return close(connection) }
        if sent == bytes.count { connection.pending = nil } else { connection.pending?.drop(sent) }
        connection.noteSent(sent)
        if connection.isEnding || connection.closesWhenSent {
            if connection.pending == nil { connection.isEnding ? close(connection) : leave(connection) }
            return
        }
        if (connection.pending?.count ?? 0) <= options.outputPauseBytes / 2 { roomAgain(connection) }
        watch(connection)
    }

    /// The client took most of what waited: it is read from again, and a face that held something back may go on.
    private func roomAgain(_ connection: Connection) {
        connection.isReading = true
        guard case .http2(let http2) = connection.face else { return }
        http2.resume(shard: self, connection: connection)
        flush(connection)
    }

    /// Nothing waits to be sent: the end of a face that has said its last.
    @inline(__always)
    func closeIfDone(_ connection: Connection) {
        if connection.closesWhenSent, connection.pending == nil, !connection.isClosed { leave(connection) }
    }

    /// Ends the writing, and waits a while for the client to end its own.
    private func leave(_ connection: Connection) {
        guard !connection.isClosed else { return }
        guard options.silenceSeconds > 0, case .http1 = connection.face else { return close(connection) }
        if let session = connection.tls { endSecured(connection, session) }
        Sockets.endWriting(connection.descriptor)
        connection.face = .leaving
        connection.closesWhenSent = false
        connection.isReading = true
        connection.isSettled = false
        expectSoon(connection.id)
        watch(connection)
    }

    func watch(_ connection: Connection) {
        guard !connection.isClosed else { return }
        var interest = connection.isReading ? Poller.readable : 0
        if connection.pending != nil { interest |= Poller.writable }
        poller.change(connection.descriptor, connection.id.token, interest)
    }
}
