import Domain
import Glibc

/// The kernel's random bytes.
package struct SystemRandom: Random {
    // What one call of getentropy gives.
    private static let mostAtOnce = 256

    package init() {}

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
