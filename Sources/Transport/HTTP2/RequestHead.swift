import RPC

/// What a request's header fields say, as far as it counts here.
struct RequestHead {
    /// Index in the method table; nil where there is no such method.
    var method: Int?
    var isPost = false
    /// What a request that is no call asks for.
    var reads = Reading.nothing
    /// Its path, where no method has it.
    var pagePath: String?
    var isSpoken = false
    /// `grpc-timeout` in nanoseconds.
    var timeout: Int64?
    /// How its messages may be compressed.
    var isGzip = false
    /// The client takes compressed messages.
    var takesGzip = false
    /// Where their values lie in the stream's `inbound`.
    var authorization: Range<Int>?
    var serviceAuthorization: Range<Int>?
    var traceparent: Range<Int>?
    /// For a method that reads it.
    var metadata = CallMetadata()
    /// Of the fields that are metadata.
    var metadataCount = 0
    var metadataBytes = 0
    /// Of all fields, as HTTP/2 counts a header list.
    var listBytes = 0
    /// The first thing wrong with it.
    var refusal: Status?

    enum Reading {
        case nothing
        case page
        /// Its header fields only.
        case head
    }

    mutating func refuse(_ status: Status) { if refusal == nil { refusal = status } }
}

/// Reads one request's header fields, one after the other.
struct RequestHeadReader {
    let table: MethodTable
    let maxListBytes: Int

    /// Puts what counts of a field into the stream.
    @inline(__always)
    func read(_ name: RawSpan, _ value: RawSpan, into stream: HTTP2Stream) {
        stream.head.listBytes += name.byteCount + value.byteCount + 32
        guard stream.head.listBytes <= maxListBytes, name.byteCount > 0 else { return }
        if name.byte(at: 0) == UInt8(ascii: ":") { return readPseudo(name, value, &stream.head) }
        if !readOwn(name, value, &stream.head) { readMetadata(name, value, into: stream) }
    }

    @inline(__always)
    private func readPseudo(_ name: RawSpan, _ value: RawSpan, _ head: inout RequestHead) {
        // nghttp2 has seen to it that each stands once, before all others.
        if name.byteCount == 5, name.isEqual(to: ":path") {
            head.method = method(of: value)
            if head.method == nil { head.pagePath = HTTP2Connection.pagePath(value) }
        } else if name.byteCount == 7, name.isEqual(to: ":method") {
            head.isPost = value.isEqual(to: "POST")
            if !head.isPost { head.reads = value.isEqual(to: "GET") ? .page : value.isEqual(to: "HEAD") ? .head : .nothing }
        }
    }

    /// `/package.Service/Method`.
    @inline(__always)
    private func method(of path: RawSpan) -> Int? {
        guard path.byteCount > 0, path.byte(at: 0) == UInt8(ascii: "/") else { return nil }
        var slash = path.byteCount - 1
        while slash > 0, path.byte(at: slash) != UInt8(ascii: "/") { slash -= 1 }
        guard slash > 0 else { return nil }
        return table.index(
            service: path.extracting(1..<slash), method: path.extracting(slash + 1..<path.byteCount))
    }

    /// False where the field isn't gRPC's or HTTP's own.
    @inline(__always)
    private func readOwn(_ name: RawSpan, _ value: RawSpan, _ head: inout RequestHead) -> Bool {
        switch name.byteCount {
        case 2: return name.isEqual(to: "te")
        case 10: return name.isEqual(to: "user-agent")
        case 12 where name.isEqual(to: "content-type"):
            head.isSpoken = GRPCContentType.isSpoken(value)
            return true
        case 12 where name.isEqual(to: "grpc-timeout"):
            head.timeout = GRPCTimeout.parse(value)
            if head.timeout == nil { head.refuse(.timeoutMalformed) }
            return true
        case 13 where name.isEqual(to: "grpc-encoding"):
            head.isGzip = value.isEqual(to: "gzip")
            if !head.isGzip, !value.isEqual(to: "identity") { head.refuse(.unknownEncoding) }
            return true
        case 20 where name.isEqual(to: "grpc-accept-encoding"):
            head.takesGzip = value.names("gzip")
            return true
        case 14 where name.isEqual(to: "content-length"): return true
        default: return name.byteCount > 5 && name.extracting(0..<5).isEqual(to: "grpc-")
        }
    }

    @inline(__always)
    private func readMetadata(_ name: RawSpan, _ value: RawSpan, into stream: HTTP2Stream) {
        stream.head.metadataCount += 1
        stream.head.metadataBytes += name.byteCount + value.byteCount
        // The first of a name counts, an empty one too: a later one can't overrule what a proxy put first.
        switch name.byteCount {
        case 13 where stream.head.authorization == nil && name.isEqual(to: "authorization"):
            stream.head.authorization = stream.keep(value)
        case 21 where stream.head.serviceAuthorization == nil && name.isEqual(to: "service-authorization"):
            stream.head.serviceAuthorization = stream.keep(value)
        case 11 where stream.head.traceparent == nil && name.isEqual(to: "traceparent"):
            stream.head.traceparent = stream.keep(value)
        default: break
        }
        guard let method = stream.head.method, table.entries[method].readsMetadata else { return }
        stream.head.append(name, value)
    }
}

extension RequestHead {
    /// A binary value's base64 is undone; several may stand in one field, between commas.
    fileprivate mutating func append(_ name: RawSpan, _ value: RawSpan) {
        let text = String(decoding: name.copied, as: UTF8.self)
        guard text.hasSuffix("-bin") else { return metadata.append(text, value.copied) }
        for part in value.copied.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
            let part = [UInt8](part)
            guard let bytes = Base64.decode(part.span.bytes) else { return refuse(.metadataMalformed) }
            metadata.append(text, bytes)
        }
    }
}

extension HTTP2Stream {
    /// Says where the value lies from now on.
    @inline(__always)
    fileprivate func keep(_ value: RawSpan) -> Range<Int> {
        let start = inbound.count
        value.withUnsafeBytes { inbound.append($0) }
        return start..<inbound.count
    }
}

extension RawSpan {
    /// Whether a list, its items between commas, has that item.
    @inline(__always)
    fileprivate func names(_ item: StaticString) -> Bool {
        var start = 0
        for offset in 0...byteCount where offset == byteCount || byte(at: offset) == UInt8(ascii: ",") {
            while start < offset, byte(at: start) == UInt8(ascii: " ") { start += 1 }
            if extracting(start..<offset).isEqual(to: item) { return true }
            start = offset + 1
        }
        return false
    }
}

extension Status {
    static let timeoutMalformed = Status(
        .internalError, "grpc-timeout is one to eight digits and one of H, M, S, m, u, n.", reason: "TIMEOUT_MALFORMED")
    static let unknownEncoding = Status(
        .unimplemented, "Compress messages with gzip, or not at all.", reason: "ENCODING_UNKNOWN")
    static let metadataMalformed = Status(
        .internalError, "Metadata whose name ends in -bin is base64.", reason: "METADATA_MALFORMED")
    static let notPost = Status(.internalError, "gRPC's requests are POST.", reason: "NOT_GRPC")
    static let notGRPC = Status(
        .invalidArgument, "The content type is application/grpc or application/grpc+proto.", reason: "NOT_GRPC")
}
