/// The deferred calls that have a deadline, the earliest first: a binary heap. A call that ends earlier stays until its time or until
/// half of the heap is such calls.
struct DeadlineQueue {
    struct Entry {
        let deadline: Int64
        let connection: ConnectionID
        let call: DeferredCall
    }

    private var heap: [Entry] = []
    private var endedCount = 0

    var earliest: Int64? { heap.first?.deadline }

    mutating func insert(_ entry: Entry) {
        heap.append(entry)
        siftUp(heap.count - 1)
    }

    /// Told of each call that ended before its time.
    mutating func noteEnded() {
        endedCount += 1
        guard endedCount > 1_024, endedCount * 2 > heap.count else { return }
        let running = heap.filter { !$0.call.isOver }
        heap = []
        for entry in running { insert(entry) }
        endedCount = 0
    }

    /// The earliest, if its time has come.
    mutating func popPast(_ now: Int64) -> Entry? {
        guard let first = heap.first, first.deadline <= now else { return nil }
        let last = heap.removeLast()
        if !heap.isEmpty {
            heap[0] = last
            siftDown()
        }
        if first.call.isOver, endedCount > 0 { endedCount -= 1 }
        return first
    }

    private mutating func siftUp(_ start: Int) {
        var child = start
        while child > 0 {
            let parent = (child - 1) / 2
            guard heap[child].deadline < heap[parent].deadline else { return }
            heap.swapAt(child, parent)
            child = parent
        }
    }

    private mutating func siftDown() {
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2]
            where child < heap.count && heap[child].deadline < heap[least].deadline {
                least = child
            }
            guard least != parent else { return }
            heap.swapAt(parent, least)
            parent = least
        }
    }
}
