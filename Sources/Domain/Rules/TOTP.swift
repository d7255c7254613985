/// RFC 6238 over SHA-1: 6 digits, steps of 30 seconds.
package enum TOTP {
    package static let secretByteCount = 20
    package static let stepSeconds: Int64 = 30
    package static let digits = 6

    package static func step(at now: Instant) -> Int64 { now.seconds / stepSeconds }

    /// RFC 4226, 5.3: the code of one counter.
    package static func code(secret: [UInt8], step: Int64, _ cryptography: any Cryptography) -> [UInt8] {
        let message = (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - 8 * Int64($0))) }
        let digest = cryptography.hmacSHA1(key: secret, message: message)
        guard digest.count == 20 else { return [] }
        let offset = Int(digest[19] & 0xF)
        let word = digest[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        var value = word % 1_000_000
        var code = [UInt8](repeating: UInt8(ascii: "0"), count: digits)
        for index in code.indices.reversed() {
            code[index] += UInt8(value % 10)
            value /= 10
        }
        return code
    }

    /// The step that the code belongs to: this one, or the one before for slow hands. Both are always computed.
    package static func matchingStep(
        _ code: String, secret: [UInt8], now: Instant, _ cryptography: any Cryptography
    ) -> Int64? {
        let given = Array(code.utf8)
        let current = step(at: now)
        var match: Int64?
        for candidate in [current - 1, current] {
            let expected = self.code(secret: secret, step: candidate, cryptography)
            if cryptography.equalInConstantTime(expected, given) { match = candidate }
        }
        return match
    }

    /// Google's key URI format, which every authenticator reads.
    package static func otpauthURI(secret: [UInt8], email: String) -> String {
        "otpauth://totp/accountd:\(TextEncoding.percentEncoded(email))?secret=\(TextEncoding.base32(secret))"
            + "&issuer=accountd&algorithm=SHA1&digits=\(digits)&period=\(stepSeconds)"
    }

    /// Six ASCII digits; anything else can't be a code and isn't counted as a try.
    package static func check(_ code: String, field: String = "totp_code") throws(DomainError) {
        let isDigits = code.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard code.utf8.count == digits, isDigits else {
            throw .invalid(field, "Send the authenticator's code: 6 digits.", reason: "TOTP_CODE_INVALID")
        }
    }
}
