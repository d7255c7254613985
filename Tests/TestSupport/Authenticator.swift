package import Domain
import Foundation

/// The authenticator app of a test's customer: RFC 6238 codes from the base32 secret that EnrollTotp showed.
package struct Authenticator: Sendable {
    private let secret: [UInt8]

    package init(base32: String) {
        var bits = 0
        var value: UInt32 = 0
        var bytes: [UInt8] = []
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        for character in base32.uppercased() {
            guard let index = alphabet.firstIndex(of: character) else { continue }
            value = value << 5 | UInt32(index)
            bits += 5
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: value >> UInt32(bits)))
                value &= (1 << UInt32(bits)) - 1
            }
        }
        secret = bytes
    }

    package func code(step: Int64, with cryptography: any Cryptography) -> String {
        let message = (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - 8 * Int64($0))) }
        let digest = cryptography.hmacSHA1(key: secret, message: message)
        let offset = Int(digest[19] & 0xF)
        let word = digest[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let digits = String(word % 1_000_000)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }

    package static var step: Int64 { Int64(Date().timeIntervalSince1970) / 30 }
}
