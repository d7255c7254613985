import Domain
import Synchronization

/// A hot table under a lock that is held for a look-up or one change, never longer than a part of a flush.
final class HotMap<Value: Sendable>: @unchecked Sendable {
    /// A flush takes the values in so many parts.
    static var partCount: Int { 64 }

    private let lock = Mutex(())
    /// Touched only under the lock.
    private let table: UnsafeMutablePointer<HotTable<Value>>

    init() {
        table = .allocate(capacity: 1)
        table.initialize(to: HotTable())
    }

    deinit {
        table.deinitialize(count: 1)
        table.deallocate()
    }

    func value(_ key: KeyedHash) -> Value? { lock.withLock { _ in table.pointee.value(key) } }

    /// Changes a value in its place; false when there is none.
    @inline(__always)
    @discardableResult
    func change(_ key: KeyedHash, _ change: (inout Value) -> Void) -> Bool {
        lock.withLock { _ in table.pointee.change(key, change) }
    }

    func insert(_ key: KeyedHash, _ value: Value) { lock.withLock { _ in table.pointee.insert(key, value) } }

    @discardableResult
    func remove(_ key: KeyedHash) -> Value? { lock.withLock { _ in table.pointee.remove(key) } }

    /// Visits the values of one part, under the lock.
    func forEach(inPart part: Int, _ visit: (KeyedHash, inout Value) -> Void) {
        lock.withLock { _ in table.pointee.forEach(part: part, of: Self.partCount, visit) }
    }

    /// Brings near what the look-ups of these keys will need: first all places in the index, then all values.
    func prefetch(_ keys: Span<KeyedHash>) {
        lock.withLock { _ in
            for index in keys.indices { table.pointee.prefetchPlace(keys[index]) }
            for index in keys.indices { table.pointee.prefetchEntry(keys[index]) }
        }
    }
}
