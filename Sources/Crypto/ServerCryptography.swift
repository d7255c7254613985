import COpenSSL
import CSodium
package import Domain

/// The port over libsodium and libcrypto, under one server's keys.
package struct ServerCryptography: Cryptography {
    private let keys: ServerKeys
    private let hasher: KeyedHasher
    private let signer: Signer

    package init(keys: ServerKeys) throws(CryptoError) {
        try Sodium.start()
        guard let signer = Signer(seed: keys.signing) else { throw .unavailable("libsodium") }
        self.keys = keys
        self.signer = signer
        hasher = KeyedHasher(key: keys.hashing)
    }

    package func keyedHash(_ purpose: HashPurpose, _ bytes: [UInt8]) -> KeyedHash {
        bytes.withUnsafeBufferPointer { hasher.hash(purpose, $0) }
    }

    package func keyedHash(_ purpose: HashPurpose, span: Span<UInt8>) -> KeyedHash {
        span.withUnsafeBufferPointer { hasher.hash(purpose, $0) }
    }

    package func makeDataKey(for account: AccountID) -> (key: DataKey, wrapped: [UInt8]) {
        let key = DataKey(bytes: Sodium.randomBytes(SecretKey.byteCount))
        let binding = SealBinding(account: account, field: .dataKey)
        return (key, keys.wrapping.withBytes { SealedBox.seal(key.bytes, key: $0, binding: binding) })
    }

    package func unwrapDataKey(_ wrapped: [UInt8], for account: AccountID) -> DataKey? {
        let binding = SealBinding(account: account, field: .dataKey)
        let bytes = keys.wrapping.withBytes { SealedBox.open(wrapped, key: $0, binding: binding) }
        guard let bytes, bytes.count == SecretKey.byteCount else { return nil }
        return DataKey(bytes: bytes)
    }

    package func seal(_ plaintext: [UInt8], under key: SealingKey, binding: SealBinding) -> [UInt8] {
        withKey(key) { SealedBox.seal(plaintext, key: $0, binding: binding) }
    }

    package func open(_ sealed: [UInt8], under key: SealingKey, binding: SealBinding) -> [UInt8]? {
        withKey(key) { SealedBox.open(sealed, key: $0, binding: binding) }
    }

    package func sign(_ document: [UInt8]) -> [UInt8] { signer.sign(document) }

    package var signingPublicKey: [UInt8] { signer.publicKey }

    /// Ed25519 under any public key. False also for a wrong length.
    package static func verify(_ signature: [UInt8], of document: [UInt8], by publicKey: [UInt8]) -> Bool {
        Signer.verify(signature, of: document, by: publicKey)
    }

    package func hmacSHA1(key: [UInt8], message: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 20)
        HMAC(EVP_sha1(), key, Int32(clamping: key.count), message, message.count, &digest, nil)
        return digest
    }

    package func hmacSHA256(key: [UInt8], message: [UInt8]) -> [UInt8] {
        // Not by HMAC(), which looks its algorithm up again each time.
        var state = accountd_hmac_state()
        accountd_hmac_prepare(&state, key, key.count)
        defer { sodium_memzero(&state, MemoryLayout<accountd_hmac_state>.size) }
        return KeyedHash(accountd_hmac(&state, message, message.count)).bytes
    }

    package func md5(_ bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 16)
        var count = 0
        let isMade = EVP_Q_digest(nil, "MD5", nil, bytes, bytes.count, &digest, &count) == 1
        return isMade && count == digest.count ? digest : []
    }

    package func sha256(_ bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        SHA256(bytes, bytes.count, &digest)
        return digest
    }

    package func equalInConstantTime(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == right.count && sodium_memcmp(left, right, left.count) == 0
    }

    private func withKey<Result>(_ key: SealingKey, _ body: (UnsafePointer<UInt8>) -> Result) -> Result {
        switch key {
        case .data(let key):
            // Data keys are made and unwrapped here only, so another length is a mistake of the program's.
            precondition(key.bytes.count == SecretKey.byteCount, "a data key has 32 bytes")
            return body(key.bytes)
        case .retention: return keys.retention.withBytes(body)
        case .server: return keys.sealing.withBytes(body)
        }
    }
}
