import CSQLite
import Domain

/// Values by keyed hash. An index of eight bytes a place, never more than half full, says where in a dense array the value is: a
/// lookup costs one memory access in the index and one for the value, and hardly ever another. The hashes are uniformly
/// random already, so their own bits choose the place.
struct HotTable<Value>: ~Copyable {
    private struct Entry {
        var key: KeyedHash
        var value: Value
    }

    /// 0 for an empty place; otherwise 32 bits of the hash above the number of the entry, from 1.
    private var places: UnsafeMutablePointer<UInt64>
    private var placeCount: Int
    private var entries: UnsafeMutablePointer<Entry>
    private var entryCapacity: Int
    private(set) var count = 0

    init() {
        placeCount = 16
        places = Self.makePlaces(placeCount)
        entryCapacity = 8
        entries = Self.makeEntries(entryCapacity)
    }

    deinit {
        entries.deinitialize(count: count)
        entries.deallocate()
        places.deallocate()
    }

    @inline(__always)
    func value(_ key: KeyedHash) -> Value? {
        guard let place = place(of: key) else { return nil }
        return entries[entry(at: place)].value
    }

    /// Changes a value in its place; false when there is none.
    @inline(__always)
    @discardableResult
    func change(_ key: KeyedHash, _ change: (inout Value) -> Void) -> Bool {
        guard let place = place(of: key) else { return false }
        change(&entries[entry(at: place)].value)
        return true
    }

    mutating func insert(_ key: KeyedHash, _ value: Value) {
        if let place = place(of: key) {
            entries[entry(at: place)].value = value
            return
        }
        if count == entryCapacity { growEntries() }
        if (count + 1) * 2 > placeCount { growPlaces() }
        (entries + count).initialize(to: Entry(key: key, value: value))
        occupy(key, entry: count)
        count += 1
    }

    /// The last entry takes the removed one's number, and the gap in the index is closed instead of marked: lookups stay short.
    mutating func remove(_ key: KeyedHash) -> Value? {
        guard let place = place(of: key) else { return nil }
        let number = entry(at: place)
        vacate(place)
        let removed = entries[number].value
        count -= 1
        let last = (entries + count).move()
        if number != count {
            entries[number] = last
            if let moved = self.place(of: last.key, entry: count) { places[moved] = Self.mark(last.key, entry: number) }
        }
        return removed
    }

    /// Visits one of `parts` parts of the values, which may be changed.
    func forEach(part: Int, of parts: Int, _ visit: (KeyedHash, inout Value) -> Void) {
        for number in count * part / parts..<count * (part + 1) / parts {
            visit(entries[number].key, &entries[number].value)
        }
    }

    /// Brings the index's place for the key near.
    @inline(__always)
    func prefetchPlace(_ key: KeyedHash) { accountd_prefetch(places + home(key.word0)) }

    /// Brings the value near, going by the first place that may be the key's.
    @inline(__always)
    func prefetchEntry(_ key: KeyedHash) {
        var place = home(key.word0)
        while places[place] != 0 {
            if (places[place] ^ key.word0) >> 32 == 0 { return accountd_prefetch(entries + entry(at: place)) }
            place = (place + 1) & (placeCount - 1)
        }
    }

    // MARK: The index

    @inline(__always)
    private static func mark(_ key: KeyedHash, entry: Int) -> UInt64 {
        key.word0 & 0xFFFF_FFFF_0000_0000 | UInt64(truncatingIfNeeded: entry + 1)
    }

    @inline(__always)
    private func home(_ word: UInt64) -> Int { Int(truncatingIfNeeded: word) & (placeCount - 1) }

    @inline(__always)
    private func entry(at place: Int) -> Int { Int(truncatingIfNeeded: places[place] & 0xFFFF_FFFF) - 1 }

    @inline(__always)
    private func place(of key: KeyedHash) -> Int? {
        var place = home(key.word0)
        while places[place] != 0 {
            if (places[place] ^ key.word0) >> 32 == 0, entries[entry(at: place)].key == key { return place }
            place = (place + 1) & (placeCount - 1)
        }
        return nil
    }

    private func place(of key: KeyedHash, entry: Int) -> Int? {
        var place = home(key.word0)
        while places[place] != 0 {
            if self.entry(at: place) == entry { return place }
            place = (place + 1) & (placeCount - 1)
        }
        return nil
    }

    private func occupy(_ key: KeyedHash, entry: Int) {
        var place = home(key.word0)
        while places[place] != 0 { place = (place + 1) & (placeCount - 1) }
        places[place] = Self.mark(key, entry: entry)
    }

    private func vacate(_ place: Int) {
        var hole = place
        var next = (hole + 1) & (placeCount - 1)
        while places[next] != 0 {
            let distance = (next - home(entries[entry(at: next)].key.word0)) & (placeCount - 1)
            if distance >= (next - hole) & (placeCount - 1) {
                places[hole] = places[next]
                hole = next
            }
            next = (next + 1) & (placeCount - 1)
        }
        places[hole] = 0
    }

    private mutating func growPlaces() {
        places.deallocate()
        placeCount *= 2
        places = Self.makePlaces(placeCount)
        for number in 0..<count { occupy(entries[number].key, entry: number) }
    }

    private mutating func growEntries() {
        let larger = Self.makeEntries(entryCapacity * 2)
        larger.moveInitialize(from: entries, count: count)
        entries.deallocate()
        entries = larger
        entryCapacity *= 2
    }

    private static func makePlaces(_ count: Int) -> UnsafeMutablePointer<UInt64> {
        BigMemory.allocate(byteCount: count * MemoryLayout<UInt64>.stride, isZeroed: true)
            .bindMemory(to: UInt64.self, capacity: count)
    }

    private static func makeEntries(_ count: Int) -> UnsafeMutablePointer<Entry> {
        BigMemory.allocate(byteCount: count * MemoryLayout<Entry>.stride, isZeroed: false)
            .bindMemory(to: Entry.self, capacity: count)
    }
}
