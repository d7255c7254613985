import CSodium

/// libsodium, started once for the process.
enum Sodium {
    private static let started = sodium_init() >= 0

    static func start() throws(CryptoError) {
        guard started else { throw .unavailable("libsodium") }
    }

    static func randomBytes(_ count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            if let base = buffer.baseAddress { randombytes_buf(base, count) }
            filled = count
        }
    }

    /// Overwrites, also where an optimiser sees no later reader.
    static func wipe(_ bytes: inout [UInt8]) {
        bytes.withUnsafeMutableBytes { buffer in
            if let base = buffer.baseAddress { sodium_memzero(base, buffer.count) }
        }
    }
}
