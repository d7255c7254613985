import Domain

/// Where the bucket is, and who asks.
package struct S3Location: Sendable {
    /// How the bucket is named in a request.
    package enum Addressing: String, Sendable, CaseIterable {
        /// `https://endpoint/bucket/key`
        case path
        /// `https://bucket.endpoint/key`
        case virtual
    }

    let scheme: String
    /// The endpoint's host and port.
    let authority: String
    let bucket: String
    /// `auto` with Cloudflare R2.
    let region: String
    let accessKey: String
    let secretKey: String
    let addressing: Addressing

    /// Nil where the endpoint is no `http(s)://HOST[:PORT]`, or the bucket's name is none.
    package init?(
        endpoint: String, bucket: String, region: String, accessKey: String, secretKey: String, addressing: Addressing?
    ) {
        guard let (scheme, authority) = Self.parts(of: endpoint), Self.isBucket(bucket) else { return nil }
        self.scheme = scheme
        self.authority = authority
        self.bucket = bucket
        self.region = region
        self.accessKey = accessKey
        self.secretKey = secretKey
        let host = authority.split(separator: ":").first ?? ""
        // AWS takes new buckets by their host only; nearly all others know paths, and few have names for each bucket.
        self.addressing = addressing ?? (host.hasSuffix(".amazonaws.com") ? .virtual : .path)
    }

    package static func isEndpoint(_ text: String) -> Bool { parts(of: text) != nil }

    private static func parts(of endpoint: String) -> (scheme: String, authority: String)? {
        for scheme in ["https", "http"] where endpoint.hasPrefix("\(scheme)://") {
            var authority = endpoint.dropFirst(scheme.count + 3)
            if authority.hasSuffix("/") { authority = authority.dropLast() }
            let isPlain = authority.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: ":"),
                    UInt8(ascii: "["), UInt8(ascii: "]"):
                    true
                default: false
                }
            }
            return isPlain && !authority.isEmpty ? (scheme, String(authority)) : nil
        }
        return nil
    }

    /// 3 to 63 of a-z, 0-9, "-" and ".", as S3 names buckets.
    package static func isBucket(_ name: String) -> Bool {
        let isPlain = name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
                UInt8(ascii: "."):
                true
            default: false
            }
        }
        return isPlain && (3...63).contains(name.utf8.count) && !name.contains("..") && name.first != "."
    }

    /// The bucket itself, or an object in it. `query`: sorted by name here, as the signature wants it.
    func url(key: String = "", query: [(name: String, value: String)] = []) -> String {
        let encoded = query.map { name, value in
            "\(TextEncoding.percentEncoded(name))=\(TextEncoding.percentEncoded(value))"
        }
        let suffix = encoded.isEmpty ? "" : "?" + encoded.sorted().joined(separator: "&")
        let key = key.split(separator: "/", omittingEmptySubsequences: false)
            .map { TextEncoding.percentEncoded(String($0)) }.joined(separator: "/")
        switch addressing {
        case .path: return "\(scheme)://\(authority)/\(bucket)\(key.isEmpty ? "" : "/" + key)\(suffix)"
        case .virtual: return "\(scheme)://\(bucket).\(authority)/\(key)\(suffix)"
        }
    }
}
