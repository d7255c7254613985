/// A shard's connections by slot. A slot's generation rises with every tenant, so that an answer for one that is gone goes nowhere.
struct ConnectionTable {
    private var slots: [Connection?] = []
    private var generations: [UInt32] = []
    private var free: [UInt32] = []
    private(set) var count = 0

    mutating func reserve() -> ConnectionID {
        if let slot = free.popLast() { return ConnectionID(slot: slot, generation: generations[Int(slot)]) }
        slots.append(nil)
        generations.append(0)
        return ConnectionID(slot: UInt32(truncatingIfNeeded: slots.count - 1), generation: 0)
    }

    mutating func insert(_ connection: Connection) {
        slots[Int(connection.id.slot)] = connection
        count += 1
    }

    @inline(__always)
    func find(_ id: ConnectionID) -> Connection? {
        let slot = Int(id.slot)
        guard slot < slots.count, generations[slot] == id.generation else { return nil }
        return slots[slot]
    }

    mutating func remove(_ id: ConnectionID) {
        let slot = Int(id.slot)
        guard slot < slots.count, generations[slot] == id.generation, slots[slot] != nil else { return }
        slots[slot] = nil
        generations[slot] &+= 1
        // Two generations are kept for the poller's own tokens.
        if generations[slot] == UInt32.max { generations[slot] = 0 }
        free.append(id.slot)
        count -= 1
    }

    var all: [Connection] { slots.compactMap { $0 } }
}
