/// Calls by `wakeAt`, the earliest first: a binary heap that each call knows its place in, so that an answered call leaves at
/// once and the heap holds none but open calls.
struct TimerHeap {
    private var calls: [PendingCall] = []

    var count: Int { calls.count }
    var first: PendingCall? { calls.first }

    /// Puts the call in, or moves it, to come up at `time`; `.max` is never.
    mutating func set(_ call: PendingCall, at time: Int64) {
        remove(call)
        guard time != .max else { return }
        call.wakeAt = time
        call.heapIndex = calls.count
        calls.append(call)
        siftUp(call.heapIndex)
    }

    mutating func remove(_ call: PendingCall) {
        let index = call.heapIndex
        guard index >= 0 else { return }
        call.heapIndex = -1
        let last = calls.removeLast()
        guard index < calls.count else { return }
        calls[index] = last
        last.heapIndex = index
        siftUp(index)
        siftDown(last.heapIndex)
    }

    private mutating func siftUp(_ start: Int) {
        var index = start
        while index > 0 {
            let parent = (index - 1) / 2
            guard calls[index].wakeAt < calls[parent].wakeAt else { return }
            swap(index, parent)
            index = parent
        }
    }

    private mutating func siftDown(_ start: Int) {
        var index = start
        while true {
            var least = index
            for child in [2 * index + 1, 2 * index + 2] where child < calls.count {
                if calls[child].wakeAt < calls[least].wakeAt { least = child }
            }
            guard least != index else { return }
            swap(index, least)
            index = least
        }
    }

    private mutating func swap(_ left: Int, _ right: Int) {
        calls.swapAt(left, right)
        calls[left].heapIndex = left
        calls[right].heapIndex = right
    }
}
