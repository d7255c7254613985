import Domain

/// Keyed hashes and sealing that only have to tell things apart; HMAC-SHA-1 is the real one, for the RFCs' vectors.
struct PlainCryptography: Cryptography {
    func keyedHash(_ purpose: HashPurpose, _ bytes: [UInt8]) -> KeyedHash {
        let words = (0..<4).map { word in
            ([UInt8(word), purpose.rawValue] + bytes).reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
                ($0 ^ UInt64($1)) &* 0x100_0000_01B3
            }
        }
        return KeyedHash(word0: words[0], word1: words[1], word2: words[2], word3: words[3])
    }

    func keyedHash(_ purpose: HashPurpose, span: Span<UInt8>) -> KeyedHash {
        keyedHash(purpose, span.indices.map { span[$0] })
    }

    func makeDataKey(for account: AccountID) -> (key: DataKey, wrapped: [UInt8]) {
        let key = account.uuid.bytes + account.uuid.bytes
        return (DataKey(bytes: key), key)
    }

    func unwrapDataKey(_ wrapped: [UInt8], for account: AccountID) -> DataKey? {
        wrapped == account.uuid.bytes + account.uuid.bytes ? DataKey(bytes: wrapped) : nil
    }

    func seal(_ plaintext: [UInt8], under key: SealingKey, binding: SealBinding) -> [UInt8] {
        tag(key, binding) + plaintext
    }

    func open(_ sealed: [UInt8], under key: SealingKey, binding: SealBinding) -> [UInt8]? {
        let tag = tag(key, binding)
        return sealed.starts(with: tag) ? Array(sealed.dropFirst(tag.count)) : nil
    }

    private func tag(_ key: SealingKey, _ binding: SealBinding) -> [UInt8] {
        let id: [UInt8] =
            switch key {
            case .data(let dataKey): dataKey.bytes
            case .retention: [1]
            case .server: [2]
            }
        return id + binding.account.uuid.bytes + [binding.field.rawValue] + binding.row.bytes
    }

    func sign(_ document: [UInt8]) -> Signature { Signature(bytes: [], publicKey: []) }
    var generation: UInt8 { 1 }
    func rewrapDataKey(_ wrapped: [UInt8], for account: AccountID) -> [UInt8]? { nil }
    func md5(_ bytes: [UInt8]) -> [UInt8] { [] }
    func sha256(_ bytes: [UInt8]) -> [UInt8] { [] }
    func equalInConstantTime(_ left: [UInt8], _ right: [UInt8]) -> Bool { left == right }

    func hmacSHA256(key: [UInt8], message: [UInt8]) -> [UInt8] { keyedHash(.address, key + message).bytes }

    /// RFC 2104.
    func hmacSHA1(key: [UInt8], message: [UInt8]) -> [UInt8] {
        let padded = (key.count > 64 ? SHA1.digest(key) : key)
        let block = padded + [UInt8](repeating: 0, count: 64 - padded.count)
        return SHA1.digest(block.map { $0 ^ 0x5C } + SHA1.digest(block.map { $0 ^ 0x36 } + message))
    }
}

/// FIPS 180-4, 6.1.
enum SHA1 {
    static func digest(_ message: [UInt8]) -> [UInt8] {
        var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0]
        var bytes = message + [0x80]
        bytes += [UInt8](repeating: 0, count: (120 - bytes.count % 64) % 64)
        let bits = UInt64(message.count) * 8
        bytes += (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64($0))) }
        for start in stride(from: 0, to: bytes.count, by: 64) { mix(&state, bytes[start..<start + 64]) }
        return state.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * UInt32($0))) } }
    }

    private static func mix(_ state: inout [UInt32], _ block: ArraySlice<UInt8>) {
        var words = (0..<16).map { index in
            block.dropFirst(4 * index).prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        }
        for index in 16..<80 {
            words.append(
                rotate(words[index - 3] ^ words[index - 8] ^ words[index - 14] ^ words[index - 16], by: 1))
        }
        var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
        for (index, word) in words.enumerated() {
            let (choice, constant): (UInt32, UInt32) =
                switch index {
                case ..<20: (b & c | ~b & d, 0x5A82_7999)
                case ..<40: (b ^ c ^ d, 0x6ED9_EBA1)
                case ..<60: (b & c | b & d | c & d, 0x8F1B_BCDC)
                default: (b ^ c ^ d, 0xCA62_C1D6)
                }
            (a, b, c, d, e) = (rotate(a, by: 5) &+ choice &+ e &+ constant &+ word, a, rotate(b, by: 30), c, d)
        }
        for (index, word) in [a, b, c, d, e].enumerated() { state[index] &+= word }
    }

    private static func rotate(_ word: UInt32, by bits: UInt32) -> UInt32 { word << bits | word >> (32 - bits) }
}

/// Bytes that count up, so that a test's tokens differ and a run repeats.
final class CountingRandom: Random, @unchecked Sendable {
    private var next: UInt64 = 0

    func bytes(_ count: Int) -> [UInt8] {
        next += 1
        let seed = next
        return (0..<count).map { UInt8(truncatingIfNeeded: (seed &+ UInt64($0)) &* 0x9E37_79B9_7F4A_7C15 >> 56) }
    }

    func uuid(at now: Instant) -> UUIDv7 {
        next += 1
        return UUIDv7(at: now, randomHigh: 0, randomLow: next)
    }
}

/// Whatever asks for the refusal of a field gets its reasons.
func reasons(_ body: () throws(DomainError) -> Void) -> [String] {
    do {
        try body()
        return []
    } catch .invalid(let problems) {
        return problems.map(\.reason)
    } catch {
        return ["\(error)"]
    }
}
