import CSodium
import Domain

/// XChaCha20-Poly1305 over one value.
///
///     1      1        24      n            16
///     format key      nonce   ciphertext   tag
///
/// `key` is the generation of the key: the server's, or the account's data key, which has one. The first two bytes and the
/// binding are authenticated with the rest. Nonces are random: 192 bits never meet again.
enum SealedBox {
    private static let format: UInt8 = 1
    private static let nonceCount = 24
    private static let tagCount = 16
    private static let headerCount = 2 + nonceCount
    /// How much longer a sealed value is than its plaintext.
    static let overhead = headerCount + tagCount

    /// Which generation of its key a value names; nil for what is no sealed value.
    static func generation(of sealed: [UInt8]) -> UInt8? {
        sealed.count >= overhead && sealed[0] == format ? sealed[1] : nil
    }

    static func seal(
        _ plaintext: [UInt8], key: UnsafePointer<UInt8>, generation: UInt8, binding: SealBinding
    ) -> [UInt8] {
        let count = overhead + plaintext.count
        let associated = associatedData(format: format, generation: generation, binding)
        return [UInt8](unsafeUninitializedCapacity: count) { out, filled in
            guard let base = out.baseAddress else { return }
            base[0] = format
            base[1] = generation
            randombytes_buf(base + 2, nonceCount)
            crypto_aead_xchacha20poly1305_ietf_encrypt(
                base + headerCount, nil, plaintext, UInt64(plaintext.count), associated, UInt64(associated.count), nil,
                base + 2, key)
            filled = count
        }
    }

    /// Nil unless it was sealed so, under this key, for this binding.
    static func open(
        _ sealed: [UInt8], key: UnsafePointer<UInt8>, generation: UInt8, binding: SealBinding
    ) -> [UInt8]? {
        guard self.generation(of: sealed) == generation else { return nil }
        let associated = associatedData(format: format, generation: generation, binding)
        var opened = false
        let plaintext = [UInt8](unsafeUninitializedCapacity: sealed.count - overhead) { out, filled in
            sealed.withUnsafeBufferPointer { box in
                guard let base = box.baseAddress else { return }
                // An empty buffer has no address, and libsodium wants one even for an empty plaintext.
                var nothing: UInt8 = 0
                opened = withUnsafeMutablePointer(to: &nothing) { nothing in
                    crypto_aead_xchacha20poly1305_ietf_decrypt(
                        out.baseAddress ?? nothing, nil, nil, base + headerCount, UInt64(box.count - headerCount),
                        associated, UInt64(associated.count), base + 2, key) == 0
                }
            }
            filled = opened ? sealed.count - overhead : 0
        }
        return opened ? plaintext : nil
    }

    private static func associatedData(format: UInt8, generation: UInt8, _ binding: SealBinding) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 35) { buffer, count in
            buffer[0] = format
            buffer[1] = generation
            buffer[2] = binding.field.rawValue
            let bytes = UnsafeMutableRawBufferPointer(buffer)
            bytes.storeBytes(of: binding.account.uuid.high.bigEndian, toByteOffset: 3, as: UInt64.self)
            bytes.storeBytes(of: binding.account.uuid.low.bigEndian, toByteOffset: 11, as: UInt64.self)
            bytes.storeBytes(of: binding.row.high.bigEndian, toByteOffset: 19, as: UInt64.self)
            bytes.storeBytes(of: binding.row.low.bigEndian, toByteOffset: 27, as: UInt64.self)
            count = 35
        }
    }
}
