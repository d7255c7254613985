package import Domain
import Glibc

/// The kernel's random bytes. A server has one, since ids rise only within it.
package struct SystemRandom: Random {
    // What one call of getentropy gives.
    private static let mostAtOnce = 256

    private let ids = IDSequence()

    package init() {}

    package func uuid(at now: Instant) -> UUIDv7 {
        let random = bytes(10)
        let high = random.prefix(2).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return ids.next(at: now, randomHigh: high, randomLow: random.dropFirst(2).reduce(0) { $0 << 8 | UInt64($1) })
    }

    package func bytes(_ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        bytes.withUnsafeMutableBytes { buffer in
            for start in stride(from: 0, to: buffer.count, by: Self.mostAtOnce) {
                let part = buffer[start..<min(start + Self.mostAtOnce, buffer.count)]
                let status = getentropy(UnsafeMutableRawBufferPointer(rebasing: part).baseAddress, part.count)
                // A token of zeros would be worse than no server. No kernel since 3.17 fails here.
                precondition(status == 0, "the kernel has no random bytes")
            }
        }
        return bytes
    }
}
