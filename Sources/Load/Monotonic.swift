import Glibc

/// The clock that only goes forwards, in nanoseconds. What measures or waits takes it as a value, so that a test can turn it.
package typealias TimeSource = @Sendable () -> Int64

package enum Monotonic {
    package static let system: TimeSource = { nanoseconds }

    @inline(__always)
    package static var nanoseconds: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
