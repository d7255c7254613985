import CNghttp2
import Glibc
import RPC

/// What a request's header fields say, as far as it counts here. Holds nothing: it is reset by being written over.
struct RequestHead {
    /// Index in the method table; -1 where there is no such method.
    var method = -1
    var isPost = false
    /// What a request that is no call asks for.
    var reads = Reading.nothing
    var isSpoken = false
    /// Its messages may be compressed by gzip.
    var isGzip = false
    /// The client takes messages compressed by gzip.
    var takesGzip = false
    /// Its method reads all metadata.
    var readsMetadata = false
    /// `grpc-timeout` in nanoseconds; -1 where there is none.
    var timeout: Int64 = -1
    /// Where their values lie in the stream's `inbound`.
    var authorization = Part()
    var serviceAuthorization = Part()
    var traceparent = Part()
    /// Of the fields that are metadata.
    var metadataCount = 0
    var metadataBytes = 0
    /// Of all fields, as HTTP/2 counts a header list.
    var listBytes = 0
    /// The first thing wrong with it.
    var mistake = Mistake.none

    struct Part {
        var start: Int32 = 0
        var count: Int32 = 0
        /// The first of a name counts, an empty one too: a later one can't overrule what a proxy put first.
        var isThere = false

        @inline(__always)
        func range(movedBy distance: Int) -> Range<Int> {
            Int(start) + distance..<Int(start) + distance + Int(count)
        }
    }

    enum Reading {
        case nothing
        case page
        /// Its header fields only.
        case head
    }

    enum Mistake: UInt8 {
        case none, timeout, encoding, metadata
    }
}

/// Fields by name; nghttp2 has seen to it that names are lower case, and that HTTP's own stand first and once.
extension HTTP2Stream {
    /// Puts what counts of a field into the stream.
    @inline(__always)
    func read(_ name: nghttp2_vec, _ value: nghttp2_vec, maxListBytes: Int) {
        head.listBytes &+= name.len &+ value.len &+ 32
        guard head.listBytes <= maxListBytes, let start = name.base, name.len > 0 else { return }
        if start[0] == UInt8(ascii: ":") {
            if name.len == 7, name.isEqual(to: ":method") { readVerb(value) }
        } else if !readOwn(name, value) {
            readMetadata(name, value)
        }
    }

    @inline(__always)
    private func readVerb(_ verb: nghttp2_vec) {
        head.isPost = verb.isEqual(to: "POST")
        if !head.isPost { head.reads = verb.isEqual(to: "GET") ? .page : verb.isEqual(to: "HEAD") ? .head : .nothing }
    }

    /// False where the field isn't gRPC's or HTTP's own.
    @inline(__always)
    private func readOwn(_ name: nghttp2_vec, _ value: nghttp2_vec) -> Bool {
        switch name.len {
        case 2: return name.isEqual(to: "te")
        case 10: return name.isEqual(to: "user-agent")
        case 12 where name.isEqual(to: "content-type"):
            // Nearly always so; what else may be is looked at byte by byte.
            head.isSpoken = value.isEqual(to: "application/grpc") || GRPCContentType.isSpoken(value.buffer.bytes)
            return true
        case 12 where name.isEqual(to: "grpc-timeout"):
            head.timeout = GRPCTimeout.parse(value.buffer.bytes) ?? -1
            if head.timeout < 0 { head.mistake = .timeout }
            return true
        case 13 where name.isEqual(to: "grpc-encoding"):
            head.isGzip = value.isEqual(to: "gzip")
            if !head.isGzip, !value.isEqual(to: "identity") { head.mistake = .encoding }
            return true
        case 20 where name.isEqual(to: "grpc-accept-encoding"):
            head.takesGzip = value.names("gzip")
            return true
        case 14: return name.isEqual(to: "content-length")
        default: return name.len > 5 && name.begins(with: "grpc-")
        }
    }

    @inline(__always)
    private func readMetadata(_ name: nghttp2_vec, _ value: nghttp2_vec) {
        head.metadataCount &+= 1
        head.metadataBytes &+= name.len &+ value.len
        switch name.len {
        case 13 where !head.authorization.isThere && name.isEqual(to: "authorization"):
            head.authorization = keep(value)
        case 21 where !head.serviceAuthorization.isThere && name.isEqual(to: "service-authorization"):
            head.serviceAuthorization = keep(value)
        case 11 where !head.traceparent.isThere && name.isEqual(to: "traceparent"):
            head.traceparent = keep(value)
        default: break
        }
        if head.readsMetadata { note(name, value) }
    }

    @inline(__always)
    private func keep(_ value: nghttp2_vec) -> RequestHead.Part {
        let start = inbound.count
        inbound.append(value.buffer)
        return RequestHead.Part(
            start: Int32(truncatingIfNeeded: start), count: Int32(truncatingIfNeeded: value.len), isThere: true)
    }

    /// A binary value's base64 is undone; several may stand in one field, between commas.
    private func note(_ name: nghttp2_vec, _ value: nghttp2_vec) {
        let text = String(decoding: name.buffer, as: UTF8.self)
        guard text.hasSuffix("-bin") else { return metadata.append(text, [UInt8](value.buffer)) }
        for part in value.buffer.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
            let part = [UInt8](part)
            guard let bytes = Base64.decode(part.span.bytes) else {
                head.mistake = .metadata
                return
            }
            metadata.append(text, bytes)
        }
    }
}

extension nghttp2_vec {
    @inline(__always)
    var buffer: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: len) }

    @inline(__always)
    fileprivate func isEqual(to literal: StaticString) -> Bool {
        len == literal.utf8CodeUnitCount && begins(with: literal)
    }

    /// There must be as many bytes.
    @inline(__always)
    fileprivate func begins(with literal: StaticString) -> Bool {
        memcmp(base, literal.utf8Start, literal.utf8CodeUnitCount) == 0
    }

    /// Whether a list, its items between commas, has that item.
    fileprivate func names(_ item: StaticString) -> Bool {
        let size = item.utf8CodeUnitCount
        guard let base, len >= size else { return false }
        var start = 0
        for offset in 0...len where offset == len || base[offset] == UInt8(ascii: ",") {
            while start < offset, base[start] == UInt8(ascii: " ") { start += 1 }
            if offset - start == size, memcmp(base + start, item.utf8Start, size) == 0 { return true }
            start = offset + 1
        }
        return false
    }
}

extension MethodTable {
    /// Of `/package.Service/Method`; -1 where there is none.
    func index(path: UnsafeRawBufferPointer) -> Int {
        guard path.count > 1, path[0] == UInt8(ascii: "/") else { return -1 }
        var slash = path.count - 1
        while slash > 0, path[slash] != UInt8(ascii: "/") { slash -= 1 }
        guard slash > 0 else { return -1 }
        let bytes = path.bytes
        return index(service: bytes.extracting(1..<slash), method: bytes.extracting(slash + 1..<path.count)) ?? -1
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
