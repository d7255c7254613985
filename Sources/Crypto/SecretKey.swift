import CSodium

/// Secret bytes in memory of their own: between guard pages, kept out of core dumps and swap where the system lets,
/// read-only once filled, zeroed when let go.
///
/// Sendable, since nothing writes after `init`.
final class SecretKey: @unchecked Sendable, CustomStringConvertible {
    static let byteCount = 32

    private let memory: UnsafeMutableRawPointer
    let count: Int

    /// Nil when there is no memory. `fill` gets `count` bytes, which hold anything.
    init?(count: Int = SecretKey.byteCount, fill: (UnsafeMutableRawBufferPointer) -> Bool) {
        guard let memory = sodium_malloc(count) else { return nil }
        self.memory = memory
        self.count = count
        guard fill(UnsafeMutableRawBufferPointer(start: memory, count: count)) else { return nil }
        sodium_mprotect_readonly(memory)
    }

    deinit { sodium_free(memory) }

    var description: String { "SecretKey" }

    func withBytes<Result>(_ body: (UnsafePointer<UInt8>) -> Result) -> Result {
        body(UnsafePointer(memory.assumingMemoryBound(to: UInt8.self)))
    }
}
