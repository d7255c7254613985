import Domain
import Synchronization

/// Every wrapped data key in memory, as the key file has it.
final class KeyRing: Sendable {
    struct Entry: Sendable {
        let slot: Int64
        let wrapped: [UInt8]
    }

    private struct Entries {
        var all: [UUIDv7: Entry] = [:]
        /// How many name each generation of the server's keys.
        var counts: [Int] = Array(repeating: 0, count: 256)

        mutating func set(_ account: UUIDv7, _ entry: Entry?) {
            if let old = all[account] { counts[KeyRing.index(old.wrapped)] -= 1 }
            if let entry { counts[KeyRing.index(entry.wrapped)] += 1 }
            all[account] = entry
        }
    }

    private let entries = Mutex(Entries())

    func wrapped(_ account: UUIDv7) -> [UInt8]? { entries.withLock { $0.all[account]?.wrapped } }

    func entry(_ account: UUIDv7) -> Entry? { entries.withLock { $0.all[account] } }

    func set(_ account: UUIDv7, _ entry: Entry?) { entries.withLock { $0.set(account, entry) } }

    var accounts: [UUIDv7] { entries.withLock { Array($0.all.keys) } }

    /// A few of them.
    func some(_ limit: Int) -> [(account: UUIDv7, wrapped: [UInt8])] {
        entries.withLock { entries in entries.all.prefix(limit).map { ($0.key, $0.value.wrapped) } }
    }

    /// By generation.
    var counts: [Int] { entries.withLock { $0.counts } }

    /// Where `counts` has a key.
    static func index(_ wrapped: [UInt8]) -> Int { Int(SealedValue.generation(of: wrapped) ?? 0) }
}
