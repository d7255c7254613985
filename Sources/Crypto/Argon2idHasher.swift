import CSodium
import Domain

/// Argon2id by libsodium, one lane. Each call takes `memoryKiB` for its time.
package struct Argon2idHasher: PasswordHasher {
    /// 1 GiB: more is refused, also when a stored string asks for it.
    static let largestMemoryKiB = 1_048_576
    static let mostPasses = 64

    private let memoryKiB: Int
    private let passes: Int
    package let decoy: String

    /// The default is OWASP's and NIST's. Memory in KiB times passes may not go below the lightest that OWASP lists (7,168 KiB, 5 passes).
    package init(memoryKiB: Int = 19_456, passes: Int = 2) throws(CryptoError) {
        try Sodium.start()
        guard (7_168...Self.largestMemoryKiB).contains(memoryKiB), (1...Self.mostPasses).contains(passes),
            memoryKiB * passes >= 7_168 * 5
        else {
            throw .weakParameters(
                "Argon2id wants 7168 to 1048576 KiB of memory, 1 to 64 passes, and together at least 7168 KiB x 5")
        }
        self.memoryKiB = memoryKiB
        self.passes = passes
        decoy = Self.randomHash(memoryKiB: memoryKiB, passes: passes)
    }

    package func hash(_ password: [UInt8]) -> String? {
        var text = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
        let status = password.withUnsafeBytes { bytes in
            // An empty array may have no address; zero bytes are read of whatever stands there.
            withUnsafeTemporaryAllocation(of: CChar.self, capacity: 1) { nothing -> Int32 in
                guard let address = bytes.bindMemory(to: CChar.self).baseAddress ?? UnsafePointer(nothing.baseAddress)
                else { return -1 }
                return crypto_pwhash_str_alg(
                    &text, address, UInt64(bytes.count), UInt64(passes), memoryKiB * 1_024, crypto_pwhash_ALG_ARGON2ID13
                )
            }
        }
        guard status == 0 else { return nil }
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    package func verify(_ password: [UInt8], against phc: String) -> Bool {
        guard PasswordHashString(phc) != nil else { return false }
        return password.withUnsafeBytes { bytes in
            withUnsafeTemporaryAllocation(of: CChar.self, capacity: 1) { nothing in
                guard let address = bytes.bindMemory(to: CChar.self).baseAddress ?? UnsafePointer(nothing.baseAddress)
                else { return false }
                return crypto_pwhash_str_verify(phc, address, UInt64(bytes.count)) == 0
            }
        }
    }

    /// Lowered settings change no stored string: it is the stronger one.
    package func needsRehash(_ phc: String) -> Bool {
        guard let stored = PasswordHashString(phc) else { return true }
        return stored.memoryKiB < memoryKiB || stored.passes < passes || stored.lanes != 1
    }

    /// A string whose salt and hash are random: as dear to check as any, and made without paying for one.
    private static func randomHash(memoryKiB: Int, passes: Int) -> String {
        let salt = base64(Sodium.randomBytes(Int(crypto_pwhash_SALTBYTES)))
        return "$argon2id$v=19$m=\(memoryKiB),t=\(passes),p=1$\(salt)$\(base64(Sodium.randomBytes(32)))"
    }

    /// Without padding, as PHC strings want it.
    private static func base64(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var out: [UInt8] = []
        var pending: UInt32 = 0
        var bits = 0
        for byte in bytes {
            pending = (pending << 8 | UInt32(byte)) & 0xFFFF
            bits += 8
            while bits >= 6 {
                bits -= 6
                out.append(alphabet[Int(pending >> UInt32(bits) & 63)])
            }
        }
        if bits > 0 { out.append(alphabet[Int(pending << UInt32(6 - bits) & 63)]) }
        return String(decoding: out, as: UTF8.self)
    }
}
