import Domain
import Synchronization

/// Every wrapped data key in memory, as the key file has it.
final class KeyRing: Sendable {
    struct Entry: Sendable {
        let slot: Int64
        let wrapped: [UInt8]
    }

    private let entries = Mutex<[UUIDv7: Entry]>([:])

    func wrapped(_ account: UUIDv7) -> [UInt8]? { entries.withLock { $0[account]?.wrapped } }

    func entry(_ account: UUIDv7) -> Entry? { entries.withLock { $0[account] } }

    func set(_ account: UUIDv7, _ entry: Entry?) { entries.withLock { $0[account] = entry } }

    var accounts: [UUIDv7] { entries.withLock { Array($0.keys) } }
}
