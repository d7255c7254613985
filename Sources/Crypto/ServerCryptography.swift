import COpenSSL
import CSodium
package import Domain

/// The port over libsodium and libcrypto, under one server's keys.
package struct ServerCryptography: Cryptography {
    private let keys: KeyGenerations
    private let hasher: KeyedHasher
    /// A data key is one for the account's life, and so has one generation.
    private static let dataKeyGeneration: UInt8 = 1

    package init(keys: ServerKeys) throws(CryptoError) {
        try Sodium.start()
        self.keys = KeyGenerations(keys.generations)
        hasher = KeyedHasher(key: keys.hashing)
    }

    /// From now on the newest of these seals and signs. The pepper stays what it was.
    package func use(_ newer: ServerKeys) { keys.replace(newer.generations) }

    package var generation: UInt8 { keys.newest.number }

    package func keyedHash(_ purpose: HashPurpose, _ bytes: [UInt8]) -> KeyedHash {
        bytes.withUnsafeBufferPointer { hasher.hash(purpose, $0) }
    }

    package func keyedHash(_ purpose: HashPurpose, span: Span<UInt8>) -> KeyedHash {
        span.withUnsafeBufferPointer { hasher.hash(purpose, $0) }
    }

    package func makeDataKey(for account: AccountID) -> (key: DataKey, wrapped: [UInt8]) {
        let key = DataKey(bytes: Sodium.randomBytes(SecretKey.byteCount))
        return (key, wrap(key, for: account))
    }

    package func unwrapDataKey(_ wrapped: [UInt8], for account: AccountID) -> DataKey? {
        guard let generation = keys.generation(naming: wrapped) else { return nil }
        let binding = SealBinding(account: account, field: .dataKey)
        let bytes = generation.wrapping.withBytes {
            SealedBox.open(wrapped, key: $0, generation: generation.number, binding: binding)
        }
        guard let bytes, bytes.count == SecretKey.byteCount else { return nil }
        return DataKey(bytes: bytes)
    }

    package func rewrapDataKey(_ wrapped: [UInt8], for account: AccountID) -> [UInt8]? {
        unwrapDataKey(wrapped, for: account).map { wrap($0, for: account) }
    }

    private func wrap(_ key: DataKey, for account: AccountID) -> [UInt8] {
        let newest = keys.newest
        let binding = SealBinding(account: account, field: .dataKey)
        return newest.wrapping.withBytes {
            SealedBox.seal(key.bytes, key: $0, generation: newest.number, binding: binding)
        }
    }

    package func seal(_ plaintext: [UInt8], under key: SealingKey, binding: SealBinding) -> [UInt8] {
        if case .data(let key) = key {
            return SealedBox.seal(
                plaintext, key: Self.checked(key), generation: Self.dataKeyGeneration, binding: binding)
        }
        let newest = keys.newest
        return newest.key(key).withBytes {
            SealedBox.seal(plaintext, key: $0, generation: newest.number, binding: binding)
        }
    }

    package func open(_ sealed: [UInt8], under key: SealingKey, binding: SealBinding) -> [UInt8]? {
        if case .data(let key) = key {
            return SealedBox.open(sealed, key: Self.checked(key), generation: Self.dataKeyGeneration, binding: binding)
        }
        guard let generation = keys.generation(naming: sealed) else { return nil }
        return generation.key(key).withBytes {
            SealedBox.open(sealed, key: $0, generation: generation.number, binding: binding)
        }
    }

    package func sign(_ document: [UInt8]) -> Signature {
        let signer = keys.newest.signer
        return Signature(bytes: signer.sign(document), publicKey: signer.publicKey)
    }

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

    /// Data keys are made and unwrapped here only, so another length is a mistake of the program's.
    private static func checked(_ key: DataKey) -> [UInt8] {
        precondition(key.bytes.count == SecretKey.byteCount, "a data key has 32 bytes")
        return key.bytes
    }
}

extension KeyGeneration {
    /// The server's key for what isn't sealed under a data key.
    fileprivate func key(_ key: SealingKey) -> SecretKey {
        if case .retention = key { retention } else { sealing }
    }
}
