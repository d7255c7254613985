import Synchronization

/// A fixed row of counters that any thread adds to and any thread reads, without a lock. A reader sees each cell whole, and
/// cells of different moments.
package final class Cells: @unchecked Sendable {
    package let count: Int
    private let cells: UnsafeMutablePointer<Atomic<Int64>>

    package init(count: Int, startingAt start: Int64 = 0) {
        self.count = max(1, count)
        cells = .allocate(capacity: self.count)
        for index in 0..<self.count { (cells + index).initialize(to: Atomic(start)) }
    }

    deinit {
        cells.deinitialize(count: count)
        cells.deallocate()
    }

    /// An index outside counts nothing.
    @inline(__always)
    package func add(_ amount: Int64 = 1, at index: Int) {
        guard index >= 0, index < count else { return }
        cells[index].wrappingAdd(amount, ordering: .relaxed)
    }

    package func set(_ value: Int64, at index: Int) {
        guard index >= 0, index < count else { return }
        cells[index].store(value, ordering: .relaxed)
    }

    package subscript(_ index: Int) -> Int64 {
        guard index >= 0, index < count else { return 0 }
        return cells[index].load(ordering: .relaxed)
    }

    package var all: [Int64] { (0..<count).map { self[$0] } }
}
