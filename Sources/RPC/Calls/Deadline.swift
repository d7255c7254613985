/// The moment after which nobody waits for an answer, on the clock that only goes forwards.
package struct Deadline: Sendable, Equatable {
    /// Nanoseconds of the monotonic clock; `.max` where there is none.
    package let nanoseconds: Int64

    package init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

    package static let none = Deadline(nanoseconds: .max)

    /// From ttrpc's `timeout_nano`: 0 is none, a negative one has passed already.
    @inline(__always)
    package init(timeoutNanoseconds: Int64, now: Int64) {
        if timeoutNanoseconds == 0 {
            nanoseconds = .max
        } else if timeoutNanoseconds < 0 {
            nanoseconds = .min
        } else {
            let (sum, overflow) = now.addingReportingOverflow(timeoutNanoseconds)
            nanoseconds = overflow ? .max : sum
        }
    }

    @inline(__always)
    package func isPast(_ now: Int64) -> Bool { now >= nanoseconds }
}
