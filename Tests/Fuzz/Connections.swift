import Glibc
import RPC

@testable import Transport

/// Whole connections on one shard whose event loop doesn't run: what it would read is given to it here.
enum Connections {
    private static let shard: Shard = {
        var options = ServerOptions()
        // A connection lives as long as its input: no time is watched.
        options.silenceSeconds = 0
        options.inputBudgetBytes = 256 << 10
        options.page = { $0 == "/healthz" ? HTTPPage.text("ok") : nil }
        do {
            return try Shard(
                index: 0, options: options, table: FuzzService.table(), connectionCount: ConnectionCount(),
                faceCounts: FaceCounts(), refusedCalls: RefusedCalls(), report: { _ in })
        } catch {
            fatalError("\(error)")
        }
    }()
    private static let preface: [UInt8] =
        Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8) + [0, 0, 0, 4, 0, 0, 0, 0, 0]

    static func sniff(_ bytes: UnsafeRawBufferPointer) {
        guard let first = bytes.first else { return }
        serve([], UnsafeRawBufferPointer(rebasing: bytes.dropFirst()), pieceBytes: Int(first))
    }

    static func ttrpc(_ bytes: UnsafeRawBufferPointer) {
        guard let first = bytes.first else { return }
        // A ping: it says that this is ttrpc.
        let opening = FrameHeader(length: 0, stream: 1, type: 4, flags: 0).bytes
        let rest = UnsafeRawBufferPointer(rebasing: bytes.dropFirst())
        // Calls that are answered elsewhere stay in flight until all has come: which of them still are is no question of time.
        let whole = serve(opening, rest, pieceBytes: 0, hasMail: false)
        let pieces = serve(opening, rest, pieceBytes: Int(first), hasMail: false)
        hold(whole == pieces, "in pieces of \(first) it is answered by \(pieces), whole by \(whole)")
    }

    static func http2(_ bytes: UnsafeRawBufferPointer) {
        guard let first = bytes.first else { return }
        serve(preface, UnsafeRawBufferPointer(rebasing: bytes.dropFirst()), pieceBytes: Int(first))
    }

    /// The first byte names the method and says how the body is cut; then lines of header fields, an empty one, and the body.
    static func grpc(_ bytes: UnsafeRawBufferPointer) {
        guard let first = bytes.first else { return }
        let rest = bytes.dropFirst()
        var fields: [(name: [UInt8], value: [UInt8])] = [
            (Array(":method".utf8), Array("POST".utf8)), (Array(":scheme".utf8), Array("http".utf8)),
            (Array(":path".utf8), Array("/\(FuzzService.service)/\(FuzzService.methods[Int(first % 5)])".utf8)),
            (Array("te".utf8), Array("trailers".utf8)),
        ]
        if first & 0x40 == 0 { fields.append((Array("content-type".utf8), Array("application/grpc".utf8))) }
        var lines = rest
        while let end = lines.firstIndex(of: UInt8(ascii: "\n")) {
            let line = lines[lines.startIndex..<end]
            lines = lines[(end + 1)...]
            guard !line.isEmpty else { break }
            let colon = line.firstIndex(of: UInt8(ascii: "=")) ?? end
            fields.append((Array(line[..<colon]), Array(line[colon...].dropFirst())))
        }
        var input = frame(1, flags: 4, literals(fields))
        let pieces = first & 0x80 == 0 ? [lines] : [lines.prefix(lines.count / 2), lines.dropFirst(lines.count / 2)]
        for (index, piece) in pieces.enumerated() {
            input += frame(0, flags: index == pieces.count - 1 && first & 0x20 == 0 ? 1 : 0, Array(piece))
        }
        input.withUnsafeBytes { input in _ = serve(preface, input, pieceBytes: 0) }
    }

    private static func frame(_ type: UInt8, flags: UInt8, _ payload: [UInt8]) -> [UInt8] {
        let count = payload.count
        return [
            UInt8(truncatingIfNeeded: count >> 16), UInt8(truncatingIfNeeded: count >> 8),
            UInt8(truncatingIfNeeded: count),
        ]
            + [type, flags, 0, 0, 0, 1] + payload
    }

    /// HPACK's literals, without its tables.
    private static func literals(_ fields: [(name: [UInt8], value: [UInt8])]) -> [UInt8] {
        fields.flatMap { [0] + text($0.name) + text($0.value) }
    }

    private static func text(_ bytes: [UInt8]) -> [UInt8] {
        if bytes.count < 127 { return [UInt8(bytes.count)] + bytes }
        var length: [UInt8] = [127]
        var rest = bytes.count - 127
        while rest >= 128 {
            length.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        return length + [UInt8(rest)] + bytes
    }

    // MARK: One connection

    /// What it answers. Nothing of it is left on the shard afterwards.
    @discardableResult
    private static func serve(
        _ opening: [UInt8], _ bytes: UnsafeRawBufferPointer, pieceBytes: Int, hasMail: Bool = true
    )
        -> [UInt8]
    {
        var ends: [Int32] = [-1, -1]
        let made = socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue), 0, &ends)
        hold(made == 0, "no sockets")
        defer { close(ends[1]) }
        _ = shard.connectionCount.enter(limit: .max)
        shard.adopt(ends[0])
        guard let connection = shard.connections.all.first else { return [] }
        var answers: [UInt8] = []
        opening.withUnsafeBytes { answers += read($0, connection, hasMail: hasMail) }
        var rest = bytes
        while !rest.isEmpty, !connection.isClosed {
            let limit = min(Shard.readBytes, pieceBytes == 0 ? .max : pieceBytes)
            answers += read(UnsafeRawBufferPointer(rebasing: rest.prefix(limit)), connection, hasMail: hasMail)
            rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(limit))
        }
        shard.close(connection)
        shard.readMailbox()
        shard.output.removeAll()
        hold(shard.connections.count == 0, "a connection is left")
        hold(shard.partialBytes == 0, "\(shard.partialBytes) gathered bytes are left")
        hold(shard.callsInFlight == 0 && shard.callBytes == 0, "\(shard.callsInFlight) calls are left")
        return answers
    }

    /// One read of the shard's.
    private static func read(_ bytes: UnsafeRawBufferPointer, _ connection: Connection, hasMail: Bool) -> [UInt8] {
        guard !connection.isClosed, let start = bytes.baseAddress else { return [] }
        let input = shard.input + Shard.headroom
        input.copyMemory(from: start, byteCount: bytes.count)
        shard.take(connection, input, bytes.count)
        let answers = [UInt8](shard.output.bytes)
        shard.output.removeAll()
        if !connection.isClosed { shard.flush(connection) }
        if hasMail { shard.readMailbox() }
        return answers
    }
}
