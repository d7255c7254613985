import CNghttp2
import Foundation
import Glibc
import RPC

/// A client that writes HTTP/2's frames one by one, right or wrong. Its header fields are literals that no table keeps.
final class HTTP2Client {
    struct Frame {
        let type: UInt8
        let flags: UInt8
        let stream: UInt32
        let payload: [UInt8]
        /// Of HEADERS.
        var fields: [(name: String, value: String)] = []

        subscript(_ name: String) -> String? { fields.first { $0.name == name }?.value }
        var word: UInt32 { payload.prefix(4).reduce(0) { $0 << 8 | UInt32($1) } }
    }

    enum Kind {
        static let data: UInt8 = 0
        static let headers: UInt8 = 1
        static let reset: UInt8 = 3
        static let settings: UInt8 = 4
        static let ping: UInt8 = 6
        static let goAway: UInt8 = 7
        static let windowUpdate: UInt8 = 8
        static let continuation: UInt8 = 9
    }

    static let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)

    let raw: RawClient
    private var inflater: OpaquePointer?

    /// `settings` are the client's: pairs of an id and a value.
    init(port: UInt16, settings: [(UInt16, UInt32)] = [], greets: Bool = true) throws {
        raw = try RawClient(port: port)
        nghttp2_hd_inflate_new(&inflater)
        if greets { try raw.send(Self.preface + Self.settings(settings)) }
    }

    deinit { nghttp2_hd_inflate_del(inflater) }

    // MARK: Frames out

    static func frame(_ type: UInt8, flags: UInt8 = 0, stream: UInt32 = 0, _ payload: [UInt8] = []) -> [UInt8] {
        let count = payload.count
        let length = [16, 8, 0].map { UInt8(truncatingIfNeeded: count >> $0) }
        return length + [type, flags] + word(stream) + payload
    }

    static func word(_ value: UInt32) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) } }

    static func settings(_ pairs: [(UInt16, UInt32)]) -> [UInt8] {
        frame(Kind.settings, pairs.flatMap { [UInt8($0.0 >> 8), UInt8($0.0 & 0xFF)] + word($0.1) })
    }

    /// Literals without indexing, lengths up to 16,383.
    static func block(_ fields: [(String, String)]) -> [UInt8] {
        fields.flatMap { [0] + text($0.0) + text($0.1) }
    }

    private static func text(_ text: String) -> [UInt8] {
        let count = text.utf8.count
        guard count >= 127 else { return [UInt8(count)] + Array(text.utf8) }
        var bytes: [UInt8] = [127]
        var rest = count - 127
        while rest >= 128 {
            bytes.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        return bytes + [UInt8(rest)] + Array(text.utf8)
    }

    static func fields(
        _ method: String, _ more: [(String, String)] = [], type: String = "application/grpc", verb: String = "POST"
    ) -> [(String, String)] {
        [
            (":method", verb), (":scheme", "http"), (":path", "/\(TestMethods.service)/\(method)"),
            (":authority", "test"), ("te", "trailers"), ("content-type", type),
        ] + more
    }

    static func headers(_ stream: UInt32, _ fields: [(String, String)], ends: Bool = false) -> [UInt8] {
        let block = block(fields)
        let first = block.prefix(16_000)
        let isWhole = first.count == block.count
        return frame(Kind.headers, flags: (isWhole ? 4 : 0) | (ends ? 1 : 0), stream: stream, Array(first))
            + (isWhole ? [] : frame(Kind.continuation, flags: 4, stream: stream, Array(block.dropFirst(16_000))))
    }

    static func message(_ payload: [UInt8], flags: UInt8 = 0) -> [UInt8] {
        [flags] + word(UInt32(payload.count)) + payload
    }

    static func data(_ stream: UInt32, _ bytes: [UInt8], ends: Bool = true) -> [UInt8] {
        frame(Kind.data, flags: ends ? 1 : 0, stream: stream, bytes)
    }

    static func call(_ stream: UInt32, _ method: String, _ payload: [UInt8] = [], _ more: [(String, String)] = [])
        -> [UInt8]
    {
        headers(stream, fields(method, more)) + data(stream, message(payload))
    }

    static func reset(_ stream: UInt32, code: UInt32 = 8) -> [UInt8] {
        frame(Kind.reset, stream: stream, word(code))
    }

    static func ping(_ number: UInt8 = 1, isAck: Bool = false) -> [UInt8] {
        frame(Kind.ping, flags: isAck ? 1 : 0, [UInt8](repeating: number, count: 8))
    }

    static func windowUpdate(_ stream: UInt32, _ bytes: UInt32) -> [UInt8] {
        frame(Kind.windowUpdate, stream: stream, word(bytes))
    }

    func send(_ bytes: [UInt8]) throws { try raw.send(bytes) }

    // MARK: Frames in

    /// The next frame; throws at the end of the connection, or where none comes in time.
    func next() throws -> Frame {
        let header = try raw.bytes(9)
        let length = header[0..<3].reduce(0) { $0 << 8 | Int($1) }
        let stream = header[5..<9].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        var frame = Frame(
            type: header[3], flags: header[4], stream: stream, payload: length == 0 ? [] : try raw.bytes(length))
        if frame.type == Kind.headers { frame.fields = inflate(frame.payload) }
        return frame
    }

    /// The next frame of that type, whatever comes before it.
    func next(_ type: UInt8) throws -> Frame {
        while true {
            let frame = try next()
            if frame.type == type { return frame }
        }
    }

    private func inflate(_ block: [UInt8]) -> [(name: String, value: String)] {
        var fields: [(name: String, value: String)] = []
        var rest = block[...]
        while true {
            var field = nghttp2_nv()
            var flags: Int32 = 0
            let input = Array(rest)
            let used = nghttp2_hd_inflate_hd2(inflater, &field, &flags, input, input.count, 1)
            guard used >= 0 else { return [] }
            rest = rest.dropFirst(Int(used))
            if UInt32(flags) & NGHTTP2_HD_INFLATE_EMIT.rawValue != 0 {
                fields.append((text(field.name, field.namelen), text(field.value, field.valuelen)))
            }
            if UInt32(flags) & NGHTTP2_HD_INFLATE_FINAL.rawValue != 0 || used == 0 && rest.isEmpty { break }
        }
        nghttp2_hd_inflate_end_headers(inflater)
        return fields
    }

    private func text(_ start: UnsafeMutablePointer<UInt8>?, _ count: Int) -> String {
        String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    /// What one call was answered: HTTP's status, messages without their prefixes, the trailers.
    struct Answer {
        var http = ""
        var bytes: [UInt8] = []
        var fields: [(name: String, value: String)] = []
        var wasReset: UInt32?

        var code: Int { Int(fields.first { $0.name == "grpc-status" }?.value ?? "") ?? -1 }
        var message: String { fields.first { $0.name == "grpc-message" }?.value ?? "" }
        /// Of one message.
        var payload: [UInt8] { Array(bytes.dropFirst(5)) }
        var reason: String {
            guard let details = fields.first(where: { $0.name == "grpc-status-details-bin" })?.value,
                let encoded = Base64.decode(Array(details.utf8).span.bytes)
            else { return "" }
            return Status(decoding: encoded.span.bytes)?.reason ?? ""
        }
    }

    /// Reads frames until so many streams have ended.
    func answers(_ count: Int) throws -> [UInt32: Answer] {
        var answers: [UInt32: Answer] = [:]
        var ended: Set<UInt32> = []
        while ended.count < count {
            let frame = try next()
            guard frame.stream != 0 else { continue }
            var answer = answers[frame.stream] ?? Answer()
            switch frame.type {
            case Kind.headers:
                answer.http = frame[":status"] ?? answer.http
                answer.fields += frame.fields
            case Kind.data: answer.bytes += frame.payload
            case Kind.reset: answer.wasReset = frame.word
            default: break
            }
            answers[frame.stream] = answer
            let isEnd = frame.type == Kind.reset || frame.flags & 1 != 0
            if isEnd, frame.type != Kind.windowUpdate { ended.insert(frame.stream) }
        }
        return answers
    }

    func answer(_ stream: UInt32) throws -> Answer { try answers(1)[stream] ?? Answer() }

    /// What the server still says before it closes the connection.
    func rest() throws -> [Frame] {
        var frames: [Frame] = []
        do {
            while true { frames.append(try next()) }
        } catch let failure as RawFailure {
            guard failure.description == "the server closed the connection" || failure.description == "reset" else {
                throw failure
            }
            return frames
        }
    }
}
