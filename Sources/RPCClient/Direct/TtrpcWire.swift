internal import RPC

/// ttrpc's frames, and accountd's Cancel once the server has said that it speaks it.
final class TtrpcWire: DirectWire {
    let output = OutputBuffer(capacity: 1 << 10)
    private var nextStream: UInt32 = 1
    private var stream: UInt32 = 0
    private var input: [UInt8] = []
    private(set) var isSpent = false
    private var hasOfferedExtraFrames = false
    private var hasExtraFrames = false

    func begin(_ call: DirectCall, message: [UInt8]?, isLast: Bool, timeoutNanoseconds: Int64?) -> Status? {
        let data = RequestEnvelope.encode(
            service: call.service, method: call.method, payload: message ?? [],
            timeoutNanoseconds: timeoutNanoseconds.map { max(1, $0) } ?? 0,
            metadata: call.metadata.map { ($0.name, $0.value) } + offer)
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
        guard !hasOfferedExtraFrames else { return nil }
        hasOfferedExtraFrames = true
        // Its answer is the server's word that it speaks them. Others pass it over.
        output.append(FrameHeader.frame(stream: 1, type: FrameType.ping, []))
        return nil
    }

    /// With the connection's first call.
    private var offer: [(String, String)] { hasOfferedExtraFrames ? [] : [RequestEnvelope.extraFramesOffer] }

    func send(_ message: [UInt8]) {
        output.append(FrameHeader.frame(stream: stream, type: FrameType.data, message))
    }

    func finishRequest() {
        let flags = FrameFlag.remoteClosed | FrameFlag.noData
        output.append(FrameHeader.frame(stream: stream, type: FrameType.data, flags: flags, []))
    }

    /// ttrpc itself has no word for it: then only the connection's end ends the call.
    func cancel() {
        guard hasExtraFrames else {
            isSpent = true
            return
        }
        output.append(FrameHeader.frame(stream: stream, type: FrameType.cancel, []))
    }

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
            if header.type == FrameType.ping {
                if header.flags & FrameFlag.answer != 0 { hasExtraFrames = true }
            } else if header.stream == stream {
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
