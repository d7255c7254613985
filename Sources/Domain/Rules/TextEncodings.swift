/// Secrets as text that survives a URL, a mail and a double click.
package enum TextEncoding {
    /// RFC 4648, 5, without padding.
    package static func base64URL(_ bytes: [UInt8]) -> String {
        encode(bytes, bitsPerDigit: 6, digits: base64URLDigits)
    }

    /// The same back. Nil for other characters, padding, and bits left over.
    package static func bytes(base64URL text: some StringProtocol) -> [UInt8]? {
        var out: [UInt8] = []
        var buffer: UInt32 = 0
        var bits: UInt32 = 0
        for byte in text.utf8 {
            guard let digit = base64URLDigits.firstIndex(of: byte) else { return nil }
            buffer = (buffer << 6 | UInt32(digit)) & 0xFFFF
            bits += 6
            if bits >= 8 {
                bits -= 8
                out.append(UInt8(truncatingIfNeeded: buffer >> bits))
            }
        }
        return bits < 6 && buffer & (1 << bits - 1) == 0 ? out : nil
    }

    /// RFC 4648, 4, with padding.
    package static func base64(_ bytes: [UInt8]) -> String {
        let padding = String(repeating: "=", count: (3 - bytes.count % 3) % 3)
        return encode(bytes, bitsPerDigit: 6, digits: base64Digits) + padding
    }

    /// RFC 4648, 6, without padding: what authenticators take.
    package static func base32(_ bytes: [UInt8]) -> String {
        encode(bytes, bitsPerDigit: 5, digits: base32Digits)
    }

    /// Crockford's digits: no I, L, O or U to be misread.
    package static func crockford(_ bytes: [UInt8]) -> String {
        encode(bytes, bitsPerDigit: 5, digits: crockfordDigits)
    }

    /// Lower case, two digits a byte.
    package static func hex(_ bytes: [UInt8]) -> String {
        encode(bytes, bitsPerDigit: 4, digits: lowerHexDigits)
    }

    /// RFC 3986: everything but unreserved characters as `%XX`.
    package static func percentEncoded(_ text: String) -> String {
        var out: [UInt8] = []
        for byte in text.utf8 {
            if unreserved.contains(byte) {
                out.append(byte)
            } else {
                out += [UInt8(ascii: "%"), hexDigits[Int(byte >> 4)], hexDigits[Int(byte & 0xF)]]
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    private static let base64URLDigits = Array((letters + letters.lowercased() + "0123456789-_").utf8)
    private static let base64Digits = Array((letters + letters.lowercased() + "0123456789+/").utf8)
    private static let base32Digits = Array((letters + "234567").utf8)
    private static let crockfordDigits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
    private static let hexDigits = Array("0123456789ABCDEF".utf8)
    private static let lowerHexDigits = Array("0123456789abcdef".utf8)
    private static let unreserved = Set((letters + letters.lowercased() + "0123456789-._~").utf8)

    private static func encode(_ bytes: [UInt8], bitsPerDigit: UInt32, digits: [UInt8]) -> String {
        let mask = UInt32(1) << bitsPerDigit - 1
        var out: [UInt8] = []
        var buffer: UInt32 = 0
        var bits: UInt32 = 0
        for byte in bytes {
            buffer = (buffer << 8 | UInt32(byte)) & 0xFFFF
            bits += 8
            while bits >= bitsPerDigit {
                bits -= bitsPerDigit
                out.append(digits[Int(buffer >> bits & mask)])
            }
        }
        if bits > 0 { out.append(digits[Int(buffer << (bitsPerDigit - bits) & mask)]) }
        return String(decoding: out, as: UTF8.self)
    }
}
