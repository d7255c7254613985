internal import CNghttp2
internal import RPC

/// A gRPC request's header fields, made once for all calls of a method that carry the same metadata: a call copies none of them.
/// For any number of sessions; never changes.
package final class HTTP2RequestHead: @unchecked Sendable {
    private let bytes: UnsafeMutablePointer<UInt8>
    let fields: UnsafeMutablePointer<nghttp2_nv>
    let count: Int

    /// `path` is "/account.v1.AccountService/GetAccount"; a value under a name that ends in `-bin` is the bytes themselves. Nil where
    /// the metadata has a name that is HTTP's or gRPC's own, or what no header field can carry.
    package init?(
        path: String, authority: String, isSecure: Bool, userAgent: String = "accountd",
        metadata: [(name: String, value: [UInt8])] = []
    ) {
        var all: [(name: [UInt8], value: [UInt8])] = [
            (":method", "POST"), (":scheme", isSecure ? "https" : "http"), (":path", path), (":authority", authority),
            ("te", "trailers"), ("content-type", "application/grpc"), ("user-agent", userAgent),
        ].map { (Array($0.0.utf8), Array($0.1.utf8)) }
        for entry in metadata {
            let name = Array(entry.name.utf8)
            guard MetadataRules.isName(name) else { return nil }
            let value = entry.name.hasSuffix("-bin") ? Base64.encode(entry.value) : entry.value
            guard MetadataRules.isValue(value) else { return nil }
            all.append((name, value))
        }
        let size = all.reduce(0) { $0 + $1.name.count + $1.value.count }
        bytes = .allocate(capacity: max(1, size))
        // One more: the timeout, which each call has its own of.
        fields = .allocate(capacity: all.count)
        count = all.count
        var next = bytes
        for (index, field) in all.enumerated() {
            next.initialize(from: field.name, count: field.name.count)
            (next + field.name.count).initialize(from: field.value, count: field.value.count)
            (fields + index).initialize(
                to: nghttp2_nv(
                    name: next, value: next + field.name.count, namelen: field.name.count, valuelen: field.value.count,
                    flags: UInt8(NGHTTP2_NV_FLAG_NO_COPY_NAME.rawValue | NGHTTP2_NV_FLAG_NO_COPY_VALUE.rawValue)))
            next += field.name.count + field.value.count
        }
    }

    deinit {
        bytes.deallocate()
        fields.deallocate()
    }
}

/// What gRPC takes as metadata.
package enum MetadataRules {
    private static let own: Set<String> = [
        "te", "content-type", "content-length", "user-agent", "host", "connection", "transfer-encoding", "upgrade",
        "keep-alive", "proxy-connection",
    ]

    package static func isName(_ name: [UInt8]) -> Bool {
        guard !name.isEmpty, name.count <= 256, name.allSatisfy(isNameByte) else { return false }
        let text = String(decoding: name, as: UTF8.self)
        return !text.hasPrefix("grpc-") && !own.contains(text)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): true
        default: false
        }
    }

    /// Printable ASCII, no space at either end.
    package static func isValue(_ value: [UInt8]) -> Bool {
        value.allSatisfy { $0 >= 0x20 && $0 <= 0x7E } && value.first != 0x20 && value.last != 0x20
    }
}
