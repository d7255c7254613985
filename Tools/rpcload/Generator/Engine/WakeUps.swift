/// What is to go on by itself at some time, the earliest first: a binary heap.
struct WakeUps {
    enum Kind {
        /// The flow's pause is over.
        case flow(Int32)
        /// The stream was open for as long as it was to be.
        case stream(connection: Int, number: UInt32)
    }

    private var heap: ContiguousArray<(atNs: UInt64, kind: Kind)> = []

    var firstNs: UInt64? { heap.first?.atNs }

    mutating func insert(_ kind: Kind, at time: UInt64) {
        heap.append((time, kind))
        var index = heap.count - 1
        while index > 0, heap[index].atNs < heap[(index - 1) / 2].atNs {
            heap.swapAt(index, (index - 1) / 2)
            index = (index - 1) / 2
        }
    }

    mutating func popFirst(until now: UInt64) -> (atNs: UInt64, kind: Kind)? {
        guard let first = heap.first, first.atNs <= now else { return nil }
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
        var index = 0
        while true {
            var least = index
            for child in [2 * index + 1, 2 * index + 2] where child < heap.count && heap[child].atNs < heap[least].atNs
            {
                least = child
            }
            guard least != index else { return first }
            heap.swapAt(index, least)
            index = least
        }
    }

    mutating func removeAll() { heap.removeAll() }
}
