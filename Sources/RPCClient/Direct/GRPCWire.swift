internal import HTTP2Client
internal import RPC

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
