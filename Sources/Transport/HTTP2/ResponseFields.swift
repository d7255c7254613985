import CNghttp2
import RPC

/// The header fields of every answer that succeeds, made once: nghttp2 copies none of them.
final class ResponseFields {
    /// Before an answer's messages.
    let headers: HeaderFields
    /// Before messages that may be compressed.
    let gzipHeaders: HeaderFields
    /// After an answer that succeeded.
    let success: HeaderFields

    init() {
        let both: [(StaticString, StaticString)] = [(":status", "200"), ("content-type", "application/grpc")]
        headers = HeaderFields(both)
        gzipHeaders = HeaderFields(both + [("grpc-encoding", "gzip")])
        success = HeaderFields([("grpc-status", "0")])
    }
}

/// Fields whose names and values are literals.
final class HeaderFields {
    let start: UnsafeMutablePointer<nghttp2_nv>
    let count: Int

    init(_ fields: [(name: StaticString, value: StaticString)]) {
        start = .allocate(capacity: fields.count)
        count = fields.count
        for (index, field) in fields.enumerated() {
            (start + index).initialize(
                to: nghttp2_nv(
                    name: UnsafeMutablePointer(mutating: field.name.utf8Start),
                    value: UnsafeMutablePointer(mutating: field.value.utf8Start),
                    namelen: field.name.utf8CodeUnitCount, valuelen: field.value.utf8CodeUnitCount,
                    flags: UInt8(NGHTTP2_NV_FLAG_NO_COPY_NAME.rawValue | NGHTTP2_NV_FLAG_NO_COPY_VALUE.rawValue)))
        }
    }

    deinit { start.deallocate() }
}

/// Header fields of one answer, which nghttp2 copies.
struct HeaderBlock {
    private var bytes: [UInt8] = []
    private var ends: [(name: Int, value: Int, isOneOff: Bool)] = []

    /// A one-off is a value that won't come again: it stays out of HPACK's table.
    mutating func append(_ name: String, _ value: [UInt8], isOneOff: Bool = false) {
        bytes.append(contentsOf: name.utf8)
        let end = bytes.count
        bytes.append(contentsOf: value)
        ends.append((end, bytes.count, isOneOff))
    }

    mutating func append(_ name: String, _ value: String) { append(name, Array(value.utf8)) }

    /// Binary values as base64; names that are HTTP's or gRPC's own, and values that no field can have, are left out.
    mutating func append(_ metadata: CallMetadata) {
        for entry in metadata.entries where !entry.name.hasPrefix("grpc-") && !entry.name.hasPrefix(":") {
            let isBinary = entry.name.hasSuffix("-bin")
            append(entry.name, isBinary ? Base64.encode(entry.value) : entry.value, isOneOff: true)
        }
    }

    func withFields<Result>(_ body: (UnsafeMutablePointer<nghttp2_nv>, Int) -> Result) -> Result {
        let fields = UnsafeMutablePointer<nghttp2_nv>.allocate(capacity: max(1, ends.count))
        defer { fields.deallocate() }
        var bytes = bytes
        return bytes.withUnsafeMutableBufferPointer { buffer in
            var start = 0
            for (index, end) in ends.enumerated() {
                let base = buffer.baseAddress
                (fields + index).initialize(
                    to: nghttp2_nv(
                        name: base.map { $0 + start }, value: base.map { $0 + end.name }, namelen: end.name - start,
                        valuelen: end.value - end.name,
                        flags: UInt8(end.isOneOff ? NGHTTP2_NV_FLAG_NO_INDEX.rawValue : NGHTTP2_NV_FLAG_NONE.rawValue)))
                start = end.value
            }
            return body(fields, ends.count)
        }
    }
}

extension HeaderBlock {
    /// Clients take at most 8 KiB of trailers, some of them less.
    private static let maximumMessageBytes = 1_024
    private static let maximumDetailsBytes = 4_096

    /// `grpc-status` and what goes with it, of a serialized google.rpc.Status.
    mutating func append(status encoded: [UInt8]) {
        let parts = StatusParts(of: encoded.span.bytes)
        append("grpc-status", String(parts.code))
        if !parts.message.isEmpty {
            let message = PercentEncoding.encode(parts.message.span.bytes, maximumBytes: Self.maximumMessageBytes)
            append("grpc-message", message, isOneOff: true)
        }
        if parts.hasDetails, encoded.count <= Self.maximumDetailsBytes {
            append("grpc-status-details-bin", Base64.encode(encoded), isOneOff: true)
        }
    }
}
