/// A call that was sent and not answered.
struct PendingCall {
    var number: UInt32
    /// Of the workload's series.
    var series: Int32
    /// Of the engine's flows that go on; -1: the call is none's.
    var flow: Int32
    /// Of the plan; -1: its warm-up.
    var phase: Int32
    /// When the call was to be sent, and when it was, in the clock's nanoseconds. `sentNs` 0: not yet.
    var dueNs: UInt64
    var sentNs: UInt64
    var isTaken: Bool
}

/// A connection's pending calls by their numbers, which only rise: a ring, so that nothing is allocated for a call.
final class CallRing {
    private var slots: UnsafeMutablePointer<PendingCall>
    private var mask: Int
    private(set) var count = 0
    /// A call that is so many younger ones behind is given up.
    private static let maximumSlots = 1 << 20

    init(slots wanted: Int = 256) {
        var size = 64
        while size < min(wanted, Self.maximumSlots) { size *= 2 }
        slots = Self.allocate(size)
        mask = size - 1
    }

    deinit { slots.deallocate() }

    private static let empty = PendingCall(
        number: 0, series: 0, flow: -1, phase: 0, dueNs: 0, sentNs: 0, isTaken: false)

    private static func allocate(_ size: Int) -> UnsafeMutablePointer<PendingCall> {
        let slots = UnsafeMutablePointer<PendingCall>.allocate(capacity: size)
        slots.initialize(repeating: empty, count: size)
        return slots
    }

    /// Answers the call that had to go for it, if one had.
    @inline(__always)
    func insert(_ call: PendingCall) -> PendingCall? {
        while slots[Int(call.number) & mask].isTaken, mask + 1 < Self.maximumSlots { grow() }
        let index = Int(call.number) & mask
        let old = slots[index]
        slots[index] = call
        if old.isTaken { return old }
        count += 1
        return nil
    }

    @inline(__always)
    func take(_ number: UInt32) -> PendingCall? {
        let index = Int(number) & mask
        guard slots[index].isTaken, slots[index].number == number else { return nil }
        slots[index].isTaken = false
        count -= 1
        return slots[index]
    }

    /// Notes when the calls from `first` up to, not including, `end` went out, and tells of each.
    @inline(__always)
    func stamp(from first: UInt32, to end: UInt32, at now: UInt64, _ each: (PendingCall) -> Void) {
        var number = first
        while number != end {
            let index = Int(number) & mask
            if slots[index].isTaken, slots[index].number == number {
                slots[index].sentNs = now
                each(slots[index])
            }
            number &+= 1
        }
    }

    func takeAll() -> [PendingCall] {
        var all: [PendingCall] = []
        for index in 0...mask where slots[index].isTaken {
            slots[index].isTaken = false
            all.append(slots[index])
        }
        count = 0
        return all
    }

    private func grow() {
        let larger = Self.allocate((mask + 1) * 2)
        let largerMask = (mask + 1) * 2 - 1
        for index in 0...mask where slots[index].isTaken {
            larger[Int(slots[index].number) & largerMask] = slots[index]
        }
        slots.deallocate()
        slots = larger
        mask = largerMask
    }
}
