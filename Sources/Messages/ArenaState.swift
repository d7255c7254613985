/// The chunks of an arena and the cursor in the last one.
///
/// It lies behind a plain pointer, so that protobuf-c's calls back into it count no references.
struct ArenaState {
    private static let alignment = 16

    private let firstChunkBytes: Int
    private let budgetBytes: Int
    private var first: UnsafeMutableRawPointer?
    /// Chunks after the first, freed at the next reset.
    private var overflow: [UnsafeMutableRawPointer] = []
    private var cursor: UnsafeMutableRawPointer?
    private var leftBytes = 0
    private var lastChunkBytes: Int

    /// Bytes given out within the budget since the last reset.
    private(set) var usedBytes = 0
    /// Whether an allocation was refused.
    var isExceeded = false

    init(firstChunkBytes: Int, budgetBytes: Int) {
        self.firstChunkBytes = firstChunkBytes
        self.budgetBytes = budgetBytes
        lastChunkBytes = firstChunkBytes
    }

    /// Memory for `count` bytes, or nil over the budget.
    mutating func allocateWithinBudget(_ count: Int) -> UnsafeMutableRawPointer? {
        guard count >= 0, count <= budgetBytes - usedBytes else {
            isExceeded = true
            return nil
        }
        usedBytes = min(usedBytes + ArenaState.rounded(count), budgetBytes)
        return allocate(count)
    }

    /// Memory for `count` bytes, whatever the budget.
    @inline(__always)
    mutating func allocate(_ count: Int) -> UnsafeMutableRawPointer {
        let size = ArenaState.rounded(count)
        if let cursor, size <= leftBytes {
            self.cursor = cursor + size
            leftBytes -= size
            return cursor
        }
        let start = addChunk(atLeast: size)
        cursor = start + size
        leftBytes -= size
        return start
    }

    @inline(__always)
    mutating func reset() {
        if !overflow.isEmpty { freeOverflow() }
        cursor = first
        leftBytes = first == nil ? 0 : firstChunkBytes
        lastChunkBytes = firstChunkBytes
        usedBytes = 0
        isExceeded = false
    }

    @inline(never)
    private mutating func freeOverflow() {
        for chunk in overflow { chunk.deallocate() }
        overflow.removeAll()
    }

    mutating func freeAll() {
        reset()
        first?.deallocate()
        first = nil
        cursor = nil
        leftBytes = 0
    }

    /// A chunk of at least `size` bytes; later chunks double, so that a big message takes few.
    @inline(never)
    private mutating func addChunk(atLeast size: Int) -> UnsafeMutableRawPointer {
        if first == nil, size <= firstChunkBytes {
            let chunk = UnsafeMutableRawPointer.allocate(
                byteCount: firstChunkBytes, alignment: ArenaState.alignment)
            first = chunk
            leftBytes = firstChunkBytes
            return chunk
        }
        lastChunkBytes = min(lastChunkBytes * 2, 1 << 20)
        let count = max(size, lastChunkBytes)
        let chunk = UnsafeMutableRawPointer.allocate(byteCount: count, alignment: ArenaState.alignment)
        overflow.append(chunk)
        leftBytes = count
        return chunk
    }

    private static func rounded(_ count: Int) -> Int {
        count > Int.max - alignment ? count : max(alignment, (count + alignment - 1) & ~(alignment - 1))
    }
}
