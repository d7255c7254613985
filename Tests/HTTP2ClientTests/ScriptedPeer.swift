import CNghttp2
import HTTP2Client
import RPC

/// The server's side of a session, frame by frame: reads what the session wrote, and writes frames right or wrong. No socket.
final class ScriptedPeer {
    struct Frame {
        let type: UInt8
        let flags: UInt8
        let stream: Int32
        let payload: [UInt8]
        /// Of HEADERS.
        var fields: [String: String] = [:]

        var endsRequest: Bool { flags & 1 != 0 }
    }

    enum Kind {
        static let data: UInt8 = 0
        static let headers: UInt8 = 1
        static let reset: UInt8 = 3
        static let settings: UInt8 = 4
        static let ping: UInt8 = 6
        static let goAway: UInt8 = 7
    }

    let session: HTTP2Session
    private var inflater: OpaquePointer?
    private var hasPreface = false
    private let output = OutputBuffer(capacity: 1 << 10)

    init(_ session: HTTP2Session) {
        self.session = session
        nghttp2_hd_inflate_new(&inflater)
    }

    deinit { nghttp2_hd_inflate_del(inflater) }

    // MARK: What the session wrote

    /// All frames that it wants sent now.
    func frames() -> [Frame] {
        session.write(into: output)
        var bytes = [UInt8](output.bytes)[...]
        output.removeAll()
        if !hasPreface {
            hasPreface = true
            bytes = bytes.dropFirst(24)
        }
        var frames: [Frame] = []
        while bytes.count >= 9 {
            let head = Array(bytes.prefix(9))
            let length = head[0..<3].reduce(0) { $0 << 8 | Int($1) }
            let stream = head[5..<9].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
            let payload = Array(bytes.dropFirst(9).prefix(length))
            var frame = Frame(type: head[3], flags: head[4], stream: Int32(stream), payload: payload)
            if frame.type == Kind.headers { frame.fields = inflate(payload) }
            frames.append(frame)
            bytes = bytes.dropFirst(9 + length)
        }
        return frames
    }

    private func inflate(_ block: [UInt8]) -> [String: String] {
        var fields: [String: String] = [:]
        var rest = block[...]
        while true {
            var field = nghttp2_nv()
            var flags: Int32 = 0
            let input = Array(rest)
            let used = nghttp2_hd_inflate_hd2(inflater, &field, &flags, input, input.count, 1)
            guard used >= 0 else { return [:] }
            rest = rest.dropFirst(Int(used))
            if UInt32(flags) & NGHTTP2_HD_INFLATE_EMIT.rawValue != 0 {
                fields[text(field.name, field.namelen)] = text(field.value, field.valuelen)
            }
            if UInt32(flags) & NGHTTP2_HD_INFLATE_FINAL.rawValue != 0 || used == 0 && rest.isEmpty { break }
        }
        nghttp2_hd_inflate_end_headers(inflater)
        return fields
    }

    private func text(_ start: UnsafeMutablePointer<UInt8>?, _ count: Int) -> String {
        String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    // MARK: What the server writes

    static func frame(_ type: UInt8, flags: UInt8 = 0, stream: Int32 = 0, _ payload: [UInt8] = []) -> [UInt8] {
        let count = payload.count
        return [16, 8, 0].map { UInt8(truncatingIfNeeded: count >> $0) } + [type, flags]
            + word(UInt32(bitPattern: stream)) + payload
    }

    static func word(_ value: UInt32) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) } }

    static func settings(_ pairs: [(UInt16, UInt32)] = []) -> [UInt8] {
        frame(Kind.settings, pairs.flatMap { [UInt8($0.0 >> 8), UInt8($0.0 & 0xFF)] + word($0.1) })
    }

    /// Literals without indexing; names and values of up to 126 bytes.
    static func headers(_ stream: Int32, _ fields: [(String, String)], ends: Bool = false) -> [UInt8] {
        var block: [UInt8] = []
        for (name, value) in fields {
            block += [0, UInt8(name.utf8.count)] + Array(name.utf8)
            block += [UInt8(value.utf8.count)] + Array(value.utf8)
        }
        return frame(Kind.headers, flags: 4 | (ends ? 1 : 0), stream: stream, block)
    }

    static func begin(_ stream: Int32, _ more: [(String, String)] = []) -> [UInt8] {
        headers(stream, [(":status", "200"), ("content-type", "application/grpc")] + more)
    }

    static func message(_ payload: [UInt8], flags: UInt8 = 0) -> [UInt8] {
        [flags] + word(UInt32(payload.count)) + payload
    }

    static func data(_ stream: Int32, _ bytes: [UInt8], ends: Bool = false) -> [UInt8] {
        frame(Kind.data, flags: ends ? 1 : 0, stream: stream, bytes)
    }

    static func trailers(_ stream: Int32, _ code: Int, _ more: [(String, String)] = []) -> [UInt8] {
        headers(stream, [("grpc-status", "\(code)")] + more, ends: true)
    }

    static func reset(_ stream: Int32, code: UInt32) -> [UInt8] { frame(Kind.reset, stream: stream, word(code)) }

    static func goAway(last: UInt32, code: UInt32 = 0) -> [UInt8] { frame(Kind.goAway, word(last) + word(code)) }

    /// Gives it to the session in pieces of that size.
    func give(_ bytes: [UInt8], piece: Int = .max) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let part = Array(rest.prefix(piece))
            part.withUnsafeBytes { _ = session.receive($0) }
            rest = rest.dropFirst(piece)
        }
    }
}

/// What a session's events say, as values that outlive them.
enum Told: Equatable {
    case headers(UInt64, [String: [UInt8]])
    case message(UInt64, [UInt8])
    case ended(UInt64, Status, refused: Bool, [String: [UInt8]])
    case goAway(Int32)
    case pong
}

extension HTTP2Session {
    /// The events since the last time, and forgets them.
    func told() -> [Told] {
        defer { clearEvents() }
        return events.map { event in
            switch event.kind {
            case .headers: .headers(event.tag, fields(of: event))
            case .message: .message(event.tag, [UInt8](bytes(of: event)))
            case .ended: .ended(event.tag, status(of: event), refused: event.wasRefused, fields(of: event))
            case .goAway: .goAway(event.code)
            case .pong: .pong
            }
        }
    }

    private func fields(of event: HTTP2Event) -> [String: [UInt8]] {
        Dictionary(metadata(of: event).entries.map { ($0.name, $0.value) }) { first, _ in first }
    }

    func begin(
        _ head: HTTP2RequestHead, _ tag: UInt64, _ message: [UInt8]? = [], timeout: Int64? = nil, isLast: Bool = true,
        wantsMetadata: Bool = false
    ) -> Int32? {
        guard let message else {
            return begin(
                head, tag: tag, timeoutNanoseconds: timeout, isLast: isLast, wantsMetadata: wantsMetadata)
        }
        return message.withUnsafeBytes {
            begin(
                head, tag: tag, timeoutNanoseconds: timeout, message: $0, isLast: isLast, wantsMetadata: wantsMetadata)
        }
    }

    func send(_ message: [UInt8], on stream: Int32, isLast: Bool = false) -> Bool {
        message.withUnsafeBytes { send($0, on: stream, isLast: isLast) }
    }
}
