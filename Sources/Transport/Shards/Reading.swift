import RPC

// What comes from a client.
extension Shard {
    /// One read, every whole frame in it, one write.
    func read(_ connection: Connection) {
        if mustWait(connection) { return }
        let received = Sockets.receive(
            connection.descriptor,
            into: UnsafeMutableRawBufferPointer(start: input + Shard.headroom, count: Shard.readBytes))
        switch received {
        case .nothing: return
        case .ended: end(connection)
        case .bytes(let count):
            coalescing.note(count)
            if let session = connection.tls {
                takeSecured(connection, session, input + Shard.headroom, count)
            } else {
                take(connection, input + Shard.headroom, count)
            }
            flush(connection)
        }
    }

    /// Gives `count` bytes at `start` to the connection's face. There is writable room for `headroom` bytes before them.
    func take(_ connection: Connection, _ start: UnsafeMutableRawPointer, _ count: Int) {
        guard case .ttrpc = connection.face else { return takeElse(connection, start, count) }
        var start = start
        var count = count
        if connection.skip > 0 {
            let skipped = min(connection.skip, count)
            connection.skip -= skipped
            start += skipped
            count -= skipped
        }
        consume(connection, start, count)
    }

    /// Runs the frames in `count` bytes at `start`, with what was left of the read before in front of them.
    private func consume(_ connection: Connection, _ start: UnsafeMutableRawPointer, _ count: Int) {
        guard !connection.partial.isEmpty else {
            let bytes = UnsafeRawBufferPointer(start: start, count: count)
            let used = runFrames(connection, bytes.bytes)
            return keep(connection, bytes, from: used, isNew: true)
        }
        if connection.partial.count <= Shard.headroom {
            let (start, count) = joinPartial(connection, start, count)
            let bytes = UnsafeRawBufferPointer(start: start, count: count)
            let used = runFrames(connection, bytes.bytes)
            return keep(connection, bytes, from: used, isNew: false)
        }
        // A long frame comes in many reads: it is gathered until it is whole.
        guard hasRoom(connection, count) else { return refuseGathered(connection, count) }
        connection.partial.append(contentsOf: UnsafeRawBufferPointer(start: start, count: count))
        partialBytes += count
        let gathered = connection.partial
        let used = runFrames(connection, gathered.span.bytes)
        if used > 0, !connection.isClosed {
            forgetPartial(connection)
            gathered.withUnsafeBytes { keep(connection, $0, from: used, isNew: false) }
        }
    }

    /// Moves what was left of the read before, at most `headroom`, in front of `count` bytes at `start`.
    func joinPartial(
        _ connection: Connection, _ start: UnsafeMutableRawPointer, _ count: Int
    ) -> (start: UnsafeMutableRawPointer, count: Int) {
        let left = connection.partial.count
        connection.partial.withUnsafeBytes { partial in
            if let begin = partial.baseAddress { (start - left).copyMemory(from: begin, byteCount: left) }
        }
        forgetPartial(connection)
        return (start - left, left + count)
    }

    /// Keeps what is left of a read for the next one. A frame for which there is no room is refused and skipped. `isNew`: nothing
    /// of it had come before.
    func keep(_ connection: Connection, _ bytes: UnsafeRawBufferPointer, from used: Int, isNew: Bool) {
        if used > 0 { connection.isSettled = true }
        let left = bytes.count - used
        guard left > 0, !connection.isClosed else { return }
        if left > Shard.headroom, partialBytes + left > options.inputBudgetBytes {
            return refusePartial(connection, bytes, from: used)
        }
        if isNew || used > 0 { connection.partialSince = now }
        connection.partial = [UInt8](UnsafeRawBufferPointer(rebasing: bytes[used...]))
        partialBytes += left
    }

    private func refusePartial(_ connection: Connection, _ bytes: UnsafeRawBufferPointer, from used: Int) {
        skip(connection, FrameHeader(reading: bytes.bytes, at: used), had: bytes.count - used)
    }

    /// Whether `count` bytes more may be gathered: what makes the frame whole always may, for it is then gone at once.
    private func hasRoom(_ connection: Connection, _ count: Int) -> Bool {
        let header = FrameHeader(reading: connection.partial.span.bytes, at: 0)
        return partialBytes + count <= options.inputBudgetBytes
            || FrameHeader.byteCount + Int(header.length) - connection.partial.count <= count
    }

    private func refuseGathered(_ connection: Connection, _ count: Int) {
        let header = FrameHeader(reading: connection.partial.span.bytes, at: 0)
        let had = connection.partial.count + count
        forgetPartial(connection)
        skip(connection, header, had: had)
    }

    /// Refuses a frame of which `had` bytes have come, and throws the rest away as it comes.
    private func skip(_ connection: Connection, _ header: FrameHeader, had: Int) {
        if header.type == FrameType.request {
            refuse(header.stream, .shortOfMemory)
        }
        connection.skip = FrameHeader.byteCount + Int(header.length) - had
    }

    func forgetPartial(_ connection: Connection) {
        partialBytes -= connection.partial.count
        connection.partial = []
    }
}
