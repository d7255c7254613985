internal import HTTP2Client
internal import RPC

/// One face's side of a direct connection: turns calls into bytes, and bytes into news. One call at a time.
protocol DirectWire: AnyObject {
    /// What is to be sent; the connection takes it off the front.
    var output: OutputBuffer { get }
    /// No more calls can be made on it.
    var isSpent: Bool { get }
    /// Begins a call. After `isLast` its request is whole. A failure here means that nothing was sent.
    func begin(_ call: DirectCall, message: [UInt8]?, isLast: Bool, timeoutNanoseconds: Int64?) -> Status?
    func send(_ message: [UInt8])
    func finishRequest()
    /// Gives the call up, at the server too where that can be.
    func cancel()
    /// What came of the call; `ended` is the last of it.
    func receive(_ bytes: UnsafeRawBufferPointer) -> [WireNews]
    /// Puts what there is to send into `output`; it may find that the call has ended.
    func fill() -> [WireNews]
}

enum WireNews {
    case news(DirectNews)
    case ended(DirectOutcome)
}

/// ttrpc's frames.
final class TtrpcWire: DirectWire {
    let output = OutputBuffer(capacity: 1 << 10)
    private var nextStream: UInt32 = 1
    private var stream: UInt32 = 0
    private var input: [UInt8] = []
    private(set) var isSpent = false

    func begin(_ call: DirectCall, message: [UInt8]?, isLast: Bool, timeoutNanoseconds: Int64?) -> Status? {
        let data = RequestEnvelope.encode(
            service: call.service, method: call.method, payload: message ?? [],
            timeoutNanoseconds: timeoutNanoseconds.map { max(1, $0) } ?? 0,
            metadata: call.metadata.map { ($0.name, $0.value) })
        guard data.count <= FrameHeader.maximumLength else { return .requestTooLong }
        stream = nextStream
        nextStream += 2
        isSpent = nextStream > 0x7FFF_FFF0
        var flags: UInt8 = 0
        if call.streamsRequests {
            flags = isLast ? FrameFlag.remoteClosed : FrameFlag.remoteOpen
        } else if call.streamsAnswers {
            flags = FrameFlag.remoteClosed
        }
        output.append(FrameHeader.frame(stream: stream, type: FrameType.request, flags: flags, data))
        return nil
    }

    func send(_ message: [UInt8]) {
        output.append(FrameHeader.frame(stream: stream, type: FrameType.data, message))
    }

    func finishRequest() {
        let flags = FrameFlag.remoteClosed | FrameFlag.noData
        output.append(FrameHeader.frame(stream: stream, type: FrameType.data, flags: flags, []))
    }

    /// ttrpc has no word for it: only the connection's end ends the call.
    func cancel() { isSpent = true }

    func fill() -> [WireNews] { [] }

    func receive(_ bytes: UnsafeRawBufferPointer) -> [WireNews] {
        input.append(contentsOf: bytes)
        if let foreign { return [.ended(DirectOutcome(foreign))] }
        var news: [WireNews] = []
        var start = 0
        while input.count - start >= FrameHeader.byteCount {
            let header = FrameHeader(reading: input.span.bytes, at: start)
            guard header.length <= UInt32(FrameHeader.maximumLength) else {
                return news + [.ended(DirectOutcome(.foreign("ttrpc")))]
            }
            let end = start + FrameHeader.byteCount + Int(header.length)
            guard input.count >= end else { break }
            if header.stream == stream {
                read(header, Array(input[(start + FrameHeader.byteCount)..<end]), into: &news)
            }
            start = end
        }
        input.removeFirst(start)
        return news
    }

    /// What isn't ttrpc shows in its first bytes: a frame of 4 MiB at most begins with a zero.
    private var foreign: Status? {
        guard let first = input.first, first != 0 else { return nil }
        if first == 0x15 || first == 0x16 { return .speaksTLS }
        return input.starts(with: "HTTP".utf8.prefix(input.count)) ? .speaksHTTP1 : .foreign("ttrpc")
    }

    private func read(_ header: FrameHeader, _ data: [UInt8], into news: inout [WireNews]) {
        let isLast = header.flags & FrameFlag.remoteClosed != 0
        switch header.type {
        case FrameType.response:
            switch ResponseEnvelope.decode(data.span.bytes) {
            case .success(let payload):
                news += [.news(.message(payload)), .ended(DirectOutcome(.succeeded))]
            case .failure(let status):
                var outcome = DirectOutcome(status)
                outcome.encodedStatus = Self.status(in: data)
                news.append(.ended(outcome))
            }
        case FrameType.data:
            if header.flags & FrameFlag.noData == 0 { news.append(.news(.message(data))) }
            if isLast { news.append(.ended(DirectOutcome(.succeeded))) }
        default: break
        }
    }

    /// A Response's first field.
    private static func status(in response: [UInt8]) -> [UInt8] {
        var reader = WireReader(response.span.bytes)
        while let field = reader.next() {
            if field.number == 1, field.type == .bytes { return field.bytes.copied }
        }
        return []
    }
}

/// gRPC over HTTP/2.
final class GRPCWire: DirectWire {
    let output = OutputBuffer(capacity: 1 << 10)
    private let session: HTTP2Session
    private let endpoint: Endpoint
    private let isSecure: Bool
    private var stream: Int32 = 0

    init?(_ endpoint: Endpoint, isSecure: Bool) {
        guard let session = HTTP2Session() else { return nil }
        self.session = session
        self.endpoint = endpoint
        self.isSecure = isSecure
    }

    var isSpent: Bool { !session.takesCalls }

    func begin(_ call: DirectCall, message: [UInt8]?, isLast: Bool, timeoutNanoseconds: Int64?) -> Status? {
        var metadata: [(name: String, value: [UInt8])] = []
        for entry in call.metadata {
            let value = Array(entry.value.utf8)
            guard entry.name.hasSuffix("-bin") else {
                metadata.append((entry.name, value))
                continue
            }
            guard let bytes = Base64.decode(value.span.bytes) else { return .badMetadata(entry.name) }
            metadata.append((entry.name, bytes))
        }
        if let bad = metadata.first(where: { !MetadataRules.isName(Array($0.name.utf8)) }) {
            return .badMetadata(bad.name)
        }
        guard
            let head = HTTP2RequestHead(
                path: "/\(call.service)/\(call.method)", authority: endpoint.description, isSecure: isSecure,
                userAgent: "rpcctl", metadata: metadata)
        else { return .badMetadata(metadata.last?.name ?? "?") }
        let begun: Int32?
        if let message {
            begun = message.withUnsafeBytes {
                session.begin(
                    head, tag: 0, timeoutNanoseconds: timeoutNanoseconds, message: $0, isLast: isLast,
                    wantsMetadata: true)
            }
        } else {
            begun = session.begin(
                head, tag: 0, timeoutNanoseconds: timeoutNanoseconds, isLast: isLast, wantsMetadata: true)
        }
        guard let begun else { return .connectionGone }
        stream = begun
        _ = fill()
        return nil
    }

    func send(_ message: [UInt8]) { _ = message.withUnsafeBytes { session.send($0, on: stream) } }

    func finishRequest() { session.finish(stream) }

    func cancel() {
        session.cancel(stream)
        _ = fill()
    }

    func fill() -> [WireNews] {
        session.write(into: output)
        return news()
    }

    func receive(_ bytes: UnsafeRawBufferPointer) -> [WireNews] {
        session.receive(bytes)
        return news()
    }

    private func news() -> [WireNews] {
        defer { session.clearEvents() }
        return session.events.filter { $0.stream == stream }.compactMap { event in
            switch event.kind {
            case .headers: return .news(.headers(session.metadata(of: event)))
            case .message: return .news(.message([UInt8](session.bytes(of: event))))
            case .ended:
                var outcome = DirectOutcome(foreign ?? session.status(of: event))
                outcome.encodedStatus = session.encodedStatus(of: event)
                outcome.trailers = session.metadata(of: event)
                return .ended(outcome)
            case .goAway, .pong: return nil
            }
        }
    }

    /// A session knows by the first bytes what it is.
    private var foreign: Status? {
        switch session.foreign {
        case .tls: .speaksTLS
        case .http1: .speaksHTTP1
        case .other: .foreign("HTTP/2")
        case nil: nil
        }
    }
}
