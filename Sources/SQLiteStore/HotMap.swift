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

    /// Changes the values of those keys that there are, in order, under one lock. First all places in the index are brought near,
    /// then all values: memory is waited for once.
    @inline(__always)
    func change(_ keys: Span<KeyedHash>, _ change: (Int, inout Value) -> Void) {
        lock.withLock { _ in
            for index in keys.indices { table.pointee.prefetchPlace(keys[index]) }
            for index in keys.indices { table.pointee.prefetchEntry(keys[index]) }
            for index in keys.indices { table.pointee.change(keys[index]) { change(index, &$0) } }
        }
    }
}
