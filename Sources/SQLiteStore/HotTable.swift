import Domain

/// Values by keyed hash: open addressing with linear probing, values inline. The hashes are uniformly random already, so
/// their own bits choose the place.
struct HotTable<Value>: ~Copyable {
    private struct Slot {
        var key: KeyedHash
        var value: Value?
    }

    private var slots: UnsafeMutablePointer<Slot>
    private var capacity: Int
    private(set) var count = 0

    /// `capacity` is a power of two.
    init(capacity: Int = 16) {
        self.capacity = capacity
        slots = Self.makeSlots(capacity)
    }

    deinit {
        slots.deinitialize(count: capacity)
        slots.deallocate()
    }

    func value(_ key: KeyedHash) -> Value? {
        guard let index = index(of: key) else { return nil }
        return slots[index].value
    }

    /// Changes a value in place; false when there is none.
    @discardableResult
    func change(_ key: KeyedHash, _ change: (inout Value) -> Void) -> Bool {
        guard let index = index(of: key) else { return false }
        // A slot that was found holds a value.
        if slots[index].value != nil { change(&slots[index].value!) }
        return true
    }

    mutating func insert(_ key: KeyedHash, _ value: Value) {
        if let index = index(of: key) {
            slots[index].value = value
            return
        }
        if (count + 1) * 8 > capacity * 7 { grow() }
        place(key, value)
        count += 1
    }

    /// Closes the gap instead of leaving a mark, so that lookups stay short.
    mutating func remove(_ key: KeyedHash) -> Value? {
        guard var hole = index(of: key) else { return nil }
        let removed = slots[hole].value
        var next = following(hole)
        while slots[next].value != nil {
            let distance = (next - home(slots[next].key)) & (capacity - 1)
            if distance >= (next - hole) & (capacity - 1) {
                slots[hole] = slots[next]
                hole = next
            }
            next = following(next)
        }
        slots[hole].value = nil
        count -= 1
        return removed
    }

    /// Visits every value, which may be changed.
    func forEach(_ visit: (KeyedHash, inout Value) -> Void) {
        for index in 0..<capacity where slots[index].value != nil {
            visit(slots[index].key, &slots[index].value!)
        }
    }

    private func home(_ key: KeyedHash) -> Int { Int(truncatingIfNeeded: key.word0) & (capacity - 1) }

    private func following(_ index: Int) -> Int { (index + 1) & (capacity - 1) }

    private func index(of key: KeyedHash) -> Int? {
        var index = home(key)
        while slots[index].value != nil {
            if slots[index].key == key { return index }
            index = following(index)
        }
        return nil
    }

    private func place(_ key: KeyedHash, _ value: Value) {
        var index = home(key)
        while slots[index].value != nil { index = following(index) }
        slots[index] = Slot(key: key, value: value)
    }

    private mutating func grow() {
        let old = slots
        let oldCapacity = capacity
        capacity *= 2
        slots = Self.makeSlots(capacity)
        for index in 0..<oldCapacity {
            if let value = old[index].value { place(old[index].key, value) }
        }
        old.deinitialize(count: oldCapacity)
        old.deallocate()
    }

    private static func makeSlots(_ count: Int) -> UnsafeMutablePointer<Slot> {
        let slots = UnsafeMutablePointer<Slot>.allocate(capacity: count)
        slots.initialize(
            repeating: Slot(key: KeyedHash(word0: 0, word1: 0, word2: 0, word3: 0), value: nil), count: count)
        return slots
    }
}
