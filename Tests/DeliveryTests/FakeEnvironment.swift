import Domain
import Synchronization

/// A clock that a test moves.
final class TestClock: Clock {
    private let time = Mutex(morning)
    func now() -> Instant { time.withLock { $0 } }
    func advance(_ span: TimeSpan) { time.withLock { $0 = $0 + span } }
}

/// Seals by writing the binding in front: what opens, opens only where it belongs. No secrets, no cost.
struct OpenCryptography: Cryptography {
    func keyedHash(_ purpose: HashPurpose, _ bytes: [UInt8]) -> KeyedHash {
        .init(word0: 0, word1: 0, word2: 0, word3: 0)
    }
    func keyedHash(_ purpose: HashPurpose, span: Span<UInt8>) -> KeyedHash { keyedHash(purpose, []) }
    func makeDataKey(for account: AccountID) -> (key: DataKey, wrapped: [UInt8]) {
        (DataKey(bytes: account.uuid.bytes), account.uuid.bytes)
    }
    func unwrapDataKey(_ wrapped: [UInt8], for account: AccountID) -> DataKey? {
        wrapped == account.uuid.bytes ? DataKey(bytes: wrapped) : nil
    }
    func seal(_ plaintext: [UInt8], under key: SealingKey, binding: SealBinding) -> [UInt8] {
        prefix(binding) + plaintext
    }
    func open(_ sealed: [UInt8], under key: SealingKey, binding: SealBinding) -> [UInt8]? {
        sealed.starts(with: prefix(binding)) ? Array(sealed.dropFirst(prefix(binding).count)) : nil
    }
    private func prefix(_ binding: SealBinding) -> [UInt8] {
        binding.account.uuid.bytes + [binding.field.rawValue] + binding.row.bytes
    }
    func sign(_ document: [UInt8]) -> Signature { Signature(bytes: [], publicKey: []) }
    var generation: UInt8 { 1 }
    func rewrapDataKey(_ wrapped: [UInt8], for account: AccountID) -> [UInt8]? { nil }
    func hmacSHA256(key: [UInt8], message: [UInt8]) -> [UInt8] { [] }
    func hmacSHA1(key: [UInt8], message: [UInt8]) -> [UInt8] { [] }
    func md5(_ bytes: [UInt8]) -> [UInt8] { [] }
    func sha256(_ bytes: [UInt8]) -> [UInt8] { [] }
    func equalInConstantTime(_ left: [UInt8], _ right: [UInt8]) -> Bool { left == right }
}

struct Unused: PasswordHasher, QRCodeRenderer, TimeZones {
    func hash(_ password: [UInt8]) -> String? { nil }
    func verify(_ password: [UInt8], against phc: String) -> Bool { false }
    func needsRehash(_ phc: String) -> Bool { false }
    var decoy: String { "" }
    func svg(for text: String) -> String? { nil }
    func zone(named identifier: String) -> (any TimeZoneRules)? { nil }
}

/// Numbers, one after another; read as fractions, a half.
final class CountingRandom: Random {
    private let next = Atomic<Int>(1)
    func bytes(_ count: Int) -> [UInt8] {
        let number = next.add(1, ordering: .relaxed).newValue
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * (count - 1 - $0))) }
        return [0x80] + bytes.dropFirst()
    }
    func uuid(at now: Instant) -> UUIDv7 {
        UUIDv7(at: now, randomHigh: 0, randomLow: UInt64(next.add(1, ordering: .relaxed).newValue))
    }
}

func environment(_ clock: any Clock) -> Environment {
    Environment(
        clock: clock, random: CountingRandom(), cryptography: OpenCryptography(), passwords: Unused(),
        timeZones: Unused(), qrCodes: Unused(), policy: Policy())
}
