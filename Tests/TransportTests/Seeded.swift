import Foundation

/// Random numbers that a failure's message can bring back: SplitMix64 over a seed.
struct Seeded: RandomNumberGenerator {
    let seed: UInt64
    private var state: UInt64

    /// `ACCOUNTD_TEST_SEED` repeats a run.
    init() {
        let named = ProcessInfo.processInfo.environment["ACCOUNTD_TEST_SEED"].flatMap { UInt64($0) }
        seed = named ?? UInt64.random(in: 1 ... .max)
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func bytes(upTo limit: Int) -> [UInt8] {
        let count = Int.random(in: 0...limit, using: &self)
        return (0..<count).map { _ in UInt8.random(in: 0...255, using: &self) }
    }
}
