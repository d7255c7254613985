import Domain

/// A service token as text: `sst_` and the base64url of
///
///     version 1 | key's number | issued, expires: seconds since 1970, 8 bytes each | name | number of scopes | scopes | HMAC-SHA-256
///
/// where a name or scope is a byte of length and its UTF-8, and the code is over everything before it.
struct ServiceTokenText {
    let generation: UInt8
    let token: ServiceToken
    let signed: [UInt8]
    let code: [UInt8]

    private static let prefix = Array("sst_".utf8)
    private static let codeBytes = 32
    /// With `Bearer ` before it a token may be no longer.
    private static let maximumBytes = 249

    /// Nil for what isn't one.
    init?(_ text: [UInt8]) {
        guard text.count <= Self.maximumBytes, text.starts(with: Self.prefix),
            let bytes = TextEncoding.bytes(
                base64URL: String(decoding: text.dropFirst(Self.prefix.count), as: UTF8.self)),
            bytes.count > Self.codeBytes
        else { return nil }
        signed = Array(bytes.dropLast(Self.codeBytes))
        code = Array(bytes.suffix(Self.codeBytes))
        var reader = Reader(rest: signed[...])
        guard reader.byte() == 1, let generation = reader.byte(), let issued = reader.seconds(),
            let expires = reader.seconds(), let service = reader.text(), let count = reader.byte()
        else { return nil }
        var scopes: [String] = []
        for _ in 0..<count {
            guard let scope = reader.text() else { return nil }
            scopes.append(scope)
        }
        guard reader.rest.isEmpty else { return nil }
        self.generation = generation
        token = ServiceToken(
            service: service, scopes: scopes, issuedAt: Instant(seconds: issued), expiresAt: Instant(seconds: expires))
    }

    /// Nil where it is too long, or a name or scope is.
    static func write(_ token: ServiceToken, generation: UInt8, code: ([UInt8]) -> [UInt8]) -> [UInt8]? {
        var bytes: [UInt8] = [1, generation]
        for seconds in [token.issuedAt.seconds, token.expiresAt.seconds] {
            for shift in stride(from: 56, through: 0, by: -8) {
                bytes.append(UInt8(truncatingIfNeeded: seconds >> Int64(shift)))
            }
        }
        guard let count = UInt8(exactly: token.scopes.count) else { return nil }
        for (index, text) in ([token.service] + token.scopes).enumerated() {
            guard let length = UInt8(exactly: text.utf8.count) else { return nil }
            bytes.append(length)
            bytes += Array(text.utf8)
            if index == 0 { bytes.append(count) }
        }
        let text = prefix + Array(TextEncoding.base64URL(bytes + code(bytes)).utf8)
        return text.count <= maximumBytes ? text : nil
    }

    private struct Reader {
        var rest: ArraySlice<UInt8>

        mutating func byte() -> UInt8? { rest.popFirst() }

        /// Of the years that an instant holds.
        mutating func seconds() -> Int64? {
            guard rest.count >= 8 else { return nil }
            let value = rest.prefix(8).reduce(Int64(0)) { $0 << 8 | Int64($1) }
            rest = rest.dropFirst(8)
            return (0...253_402_300_799).contains(value) ? value : nil
        }

        mutating func text() -> String? {
            guard let length = byte(), rest.count >= Int(length) else { return nil }
            defer { rest = rest.dropFirst(Int(length)) }
            return String(validating: rest.prefix(Int(length)), as: UTF8.self)
        }
    }
}
