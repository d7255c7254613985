import Synchronization

/// The generations in use, for many threads. They change when the operator rotates or retires.
final class KeyGenerations: Sendable {
    /// Ascending, never empty.
    private let list: Mutex<[KeyGeneration]>

    init(_ list: [KeyGeneration]) { self.list = Mutex(list) }

    func replace(_ newer: [KeyGeneration]) { list.withLock { $0 = newer } }

    /// What seals and signs.
    var newest: KeyGeneration { list.withLock { $0[$0.count - 1] } }

    /// Nil when it was retired, or never was.
    func generation(_ number: UInt8) -> KeyGeneration? { list.withLock { $0.first { $0.number == number } } }

    func generation(naming sealed: [UInt8]) -> KeyGeneration? {
        SealedBox.generation(of: sealed).flatMap(generation)
    }
}
