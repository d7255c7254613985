import FoundationEssentials

/// The tour's authenticator app: RFC 6238 codes over SHA-1, 6 digits, 30 seconds. rpcctl links no cryptography for it; this
/// SHA-1 sees only a secret that the tour made and forgets.
struct Authenticator {
    static let stepSeconds: Int64 = 30
    private let secret: [UInt8]
    /// The step of the last code given out: the server takes none of it, or before it, again.
    private var lastStep = Int64.min

    /// Nil where the text is no base32 (RFC 4648).
    init?(base32 text: String) {
        var bytes: [UInt8] = []
        var value: UInt32 = 0
        var bits: UInt32 = 0
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        for character in text.uppercased() where character != "=" && character != " " {
            guard let digit = alphabet.firstIndex(of: character) else { return nil }
            value = value << 5 | UInt32(digit)
            bits += 5
            guard bits >= 8 else { continue }
            bits -= 8
            bytes.append(UInt8(truncatingIfNeeded: value >> bits))
            value &= (1 << bits) - 1
        }
        guard !bytes.isEmpty else { return nil }
        secret = bytes
    }

    private static var seconds: Double { Date().timeIntervalSince1970 }

    /// The server takes the code of this step and of the one before, so two codes come without waiting. In a step's last
    /// seconds the one before is no longer given out: it could end on its way.
    private var oldestStep: Int64 {
        let seconds = Int64(Authenticator.seconds)
        let step = seconds / Authenticator.stepSeconds
        return seconds % Authenticator.stepSeconds >= 27 ? step : step - 1
    }

    /// Until there is a code that was not given out before.
    var secondsToWait: Int {
        let seconds = Int64(Authenticator.seconds)
        let step = max(oldestStep, lastStep == .min ? .min : lastStep + 1)
        return step <= seconds / Authenticator.stepSeconds ? 0 : Int(step * Authenticator.stepSeconds - seconds)
    }

    /// A code that the server takes; only when there is none to wait for.
    mutating func nextCode() -> String {
        lastStep = max(oldestStep, lastStep == .min ? .min : lastStep + 1)
        return code(step: lastStep)
    }

    func code(step: Int64) -> String {
        let counter = (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - 8 * Int64($0))) }
        let digest = SHA1.hmac(key: secret, counter)
        let offset = Int(digest[19] & 0xF)
        let word = digest[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let digits = String(word % 1_000_000)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }
}

/// FIPS 180-4 and RFC 2104.
enum SHA1 {
    static func hmac(key: [UInt8], _ message: [UInt8]) -> [UInt8] {
        var block = key.count > 64 ? hash(key) : key
        block += [UInt8](repeating: 0, count: 64 - block.count)
        return hash(block.map { $0 ^ 0x5C } + hash(block.map { $0 ^ 0x36 } + message))
    }

    static func hash(_ message: [UInt8]) -> [UInt8] {
        let bits = UInt64(message.count) * 8
        var padded = message + [0x80]
        padded += [UInt8](repeating: 0, count: (120 - padded.count % 64) % 64)
        padded += (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64($0))) }
        var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0]
        for start in stride(from: 0, to: padded.count, by: 64) { mix(padded[start..<start + 64], into: &state) }
        return state.flatMap { word in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> UInt32($0)) } }
    }

    private static func mix(_ block: ArraySlice<UInt8>, into state: inout [UInt32]) {
        var words = (0..<16).map { index in
            block[(block.startIndex + index * 4)..<(block.startIndex + index * 4 + 4)].reduce(UInt32(0)) {
                $0 << 8 | UInt32($1)
            }
        }
        for index in 16..<80 {
            words.append(rotate(words[index - 3] ^ words[index - 8] ^ words[index - 14] ^ words[index - 16], 1))
        }
        var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
        for (index, word) in words.enumerated() {
            let (mixed, constant): (UInt32, UInt32) =
                switch index {
                case ..<20: ((b & c) | (~b & d), 0x5A82_7999)
                case ..<40: (b ^ c ^ d, 0x6ED9_EBA1)
                case ..<60: ((b & c) | (b & d) | (c & d), 0x8F1B_BCDC)
                default: (b ^ c ^ d, 0xCA62_C1D6)
                }
            let next = rotate(a, 5) &+ mixed &+ e &+ constant &+ word
            (e, d, c, b, a) = (d, c, rotate(b, 30), a, next)
        }
        for (index, value) in [a, b, c, d, e].enumerated() { state[index] &+= value }
    }

    private static func rotate(_ value: UInt32, _ count: UInt32) -> UInt32 { value << count | value >> (32 - count) }
}
