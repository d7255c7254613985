package import Domain
import Synchronization

/// Ids in the order in which they are made, also within a millisecond and when the clock is set back: what is listed by id
/// is then listed by time, and a page's token stays right while rows are added.
package final class IDSequence: Sendable {
    /// Unix milliseconds and a counter of 12 bits.
    private let last = Mutex<UInt64>(0)

    package init() {}

    package func next(at instant: Instant, randomHigh: UInt64, randomLow: UInt64) -> UUIDv7 {
        let milliseconds = UInt64(clamping: instant.microseconds / 1_000) & 0xFFFF_FFFF_FFFF
        let count = last.withLock { last in
            // The counter starts in its lower half. One that overflows borrows from the next millisecond.
            let isLater = milliseconds > last >> 12
            last = isLater ? milliseconds << 12 | randomHigh & 0x07FF : last &+ 1
            return last
        }
        return UUIDv7(count: count, random: randomLow)
    }
}
