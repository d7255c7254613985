import CSodium

/// Ed25519 under the server's signing key.
struct Signer: Sendable {
    private let secret: SecretKey
    let publicKey: [UInt8]

    /// Nil when there is no memory for the key.
    init?(seed: SecretKey) {
        var publicKey = [UInt8](repeating: 0, count: Int(crypto_sign_PUBLICKEYBYTES))
        let secret = SecretKey(count: Int(crypto_sign_SECRETKEYBYTES)) { out in
            guard let base = out.bindMemory(to: UInt8.self).baseAddress else { return false }
            return seed.withBytes { crypto_sign_seed_keypair(&publicKey, base, $0) == 0 }
        }
        guard let secret else { return nil }
        self.secret = secret
        self.publicKey = publicKey
    }

    func sign(_ document: [UInt8]) -> [UInt8] {
        var signature = [UInt8](repeating: 0, count: Int(crypto_sign_BYTES))
        _ = secret.withBytes { crypto_sign_detached(&signature, nil, document, UInt64(document.count), $0) }
        return signature
    }

    /// What `rpcctl` and the tests check a receipt with. False also for a wrong length.
    static func verify(_ signature: [UInt8], of document: [UInt8], by publicKey: [UInt8]) -> Bool {
        guard signature.count == Int(crypto_sign_BYTES), publicKey.count == Int(crypto_sign_PUBLICKEYBYTES) else {
            return false
        }
        return crypto_sign_verify_detached(signature, document, UInt64(document.count), publicKey) == 0
    }
}
