/// 32 bytes of HMAC-SHA-256 under a key of the server's: the only form in which tokens, codes and addresses are looked up.
package struct KeyedHash: Hashable, Sendable {
    package let word0: UInt64
    package let word1: UInt64
    package let word2: UInt64
    package let word3: UInt64

    @inlinable
    package init(word0: UInt64, word1: UInt64, word2: UInt64, word3: UInt64) {
        self.word0 = word0
        self.word1 = word1
        self.word2 = word2
        self.word3 = word3
    }

    /// Nil unless there are exactly 32 bytes; words are big endian.
    package init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 32 else { return nil }
        var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        for (index, byte) in bytes.enumerated() {
            let byte = UInt64(byte)
            switch index / 8 {
            case 0: words.0 = words.0 << 8 | byte
            case 1: words.1 = words.1 << 8 | byte
            case 2: words.2 = words.2 << 8 | byte
            default: words.3 = words.3 << 8 | byte
            }
        }
        self.init(word0: words.0, word1: words.1, word2: words.2, word3: words.3)
    }

    package var bytes: [UInt8] {
        unsafe [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
            for index in 0..<8 {
                let shift = 56 - 8 * UInt64(index)
                unsafe buffer[index] = UInt8(truncatingIfNeeded: word0 >> shift)
                unsafe buffer[8 + index] = UInt8(truncatingIfNeeded: word1 >> shift)
                unsafe buffer[16 + index] = UInt8(truncatingIfNeeded: word2 >> shift)
                unsafe buffer[24 + index] = UInt8(truncatingIfNeeded: word3 >> shift)
            }
            count = 32
        }
    }

    @inlinable
    package static func == (left: KeyedHash, right: KeyedHash) -> Bool {
        (left.word0 ^ right.word0) | (left.word1 ^ right.word1) | (left.word2 ^ right.word2)
            | (left.word3 ^ right.word3) == 0
    }

    // The bytes are already uniformly random to anyone without the key.
    @inlinable
    package func hash(into hasher: inout Hasher) { hasher.combine(word0) }
}
