package import Domain
import Glibc

/// The kernel's random bytes. A server has one, since ids rise only within it.
package struct SystemRandom: Random {
    // What one call of getentropy gives.
    private static let mostAtOnce = 256

    private let ids = IDSequence()

    package init() {}

    package func uuid(at now: Instant) -> UUIDv7 {
        var random: (high: UInt64, low: UInt64) = (0, 0)
        withUnsafeMutableBytes(of: &random) { Self.fill($0) }
        return ids.next(at: now, randomHigh: random.high, randomLow: random.low)
    }

    package func bytes(_ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        bytes.withUnsafeMutableBytes { buffer in
            for start in stride(from: 0, to: buffer.count, by: Self.mostAtOnce) {
                let part = buffer[start..<min(start + Self.mostAtOnce, buffer.count)]
                Self.fill(UnsafeMutableRawBufferPointer(rebasing: part))
            }
        }
        return bytes
    }

    private static func fill(_ buffer: UnsafeMutableRawBufferPointer) {
        let status = getentropy(buffer.baseAddress, buffer.count)
        // A token of zeros would be worse than no server. No kernel since 3.17 fails here.
        precondition(status == 0, "the kernel has no random bytes")
    }
}
