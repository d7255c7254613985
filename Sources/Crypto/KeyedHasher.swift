import COpenSSL
import CSodium
import Domain

/// HMAC-SHA-256 under a key of its own for each purpose. The key blocks are hashed once, here, so that a token costs two
/// compressions instead of four, and no allocation.
///
/// Sendable, since nothing writes after `init`.
final class KeyedHasher: @unchecked Sendable {
    // Indexed by the purpose's raw value.
    private let states: UnsafeMutablePointer<accountd_hmac_state>
    private let count: Int

    init(key: SecretKey) {
        let highest = HashPurpose.allCases.map(\.rawValue).max() ?? 0
        count = Int(highest) + 1
        states = .allocate(capacity: count)
        states.initialize(repeating: accountd_hmac_state(), count: count)
        var root = accountd_hmac_state()
        key.withBytes { accountd_hmac_prepare(&root, $0, SecretKey.byteCount) }
        for purpose in HashPurpose.allCases {
            var label = purpose.rawValue
            var derived = KeyedHash(accountd_hmac(&root, &label, 1)).bytes
            accountd_hmac_prepare(&states[Int(purpose.rawValue)], &derived, derived.count)
            Sodium.wipe(&derived)
        }
        sodium_memzero(&root, MemoryLayout<accountd_hmac_state>.size)
    }

    deinit {
        sodium_memzero(states, count * MemoryLayout<accountd_hmac_state>.stride)
        states.deallocate()
    }

    func hash(_ purpose: HashPurpose, _ bytes: UnsafeBufferPointer<UInt8>) -> KeyedHash {
        KeyedHash(accountd_hmac(states + Int(purpose.rawValue), bytes.baseAddress, bytes.count))
    }
}

extension KeyedHash {
    init(_ digest: accountd_digest) {
        self.init(word0: digest.word0, word1: digest.word1, word2: digest.word2, word3: digest.word3)
    }
}
