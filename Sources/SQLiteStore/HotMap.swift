import Domain
import Synchronization

/// A hot table in stripes, each under its own lock, so that shards rarely wait for each other or for the writer.
final class HotMap<Value: Sendable>: @unchecked Sendable {
    private struct Stripe: ~Copyable {
        let lock = Mutex(())
        /// Touched only under the lock.
        var table = HotTable<Value>()
    }

    static var stripeCount: Int { 64 }

    private let stripes: UnsafeMutablePointer<Stripe>

    init() {
        stripes = .allocate(capacity: Self.stripeCount)
        for index in 0..<Self.stripeCount { (stripes + index).initialize(to: Stripe()) }
    }

    deinit {
        stripes.deinitialize(count: Self.stripeCount)
        stripes.deallocate()
    }

    func value(_ key: KeyedHash) -> Value? {
        let stripe = stripe(key)
        return stripe.pointee.lock.withLock { _ in stripe.pointee.table.value(key) }
    }

    /// Changes a value in its place; false when there is none.
    @inline(__always)
    @discardableResult
    func change(_ key: KeyedHash, _ change: (inout Value) -> Void) -> Bool {
        let stripe = stripe(key)
        return stripe.pointee.lock.withLock { _ in stripe.pointee.table.change(key, change) }
    }

    func insert(_ key: KeyedHash, _ value: Value) {
        let stripe = stripe(key)
        stripe.pointee.lock.withLock { _ in stripe.pointee.table.insert(key, value) }
    }

    @discardableResult
    func remove(_ key: KeyedHash) -> Value? {
        let stripe = stripe(key)
        return stripe.pointee.lock.withLock { _ in stripe.pointee.table.remove(key) }
    }

    /// Visits every value of one stripe, under its lock.
    func forEach(inStripe number: Int, _ visit: (KeyedHash, inout Value) -> Void) {
        let stripe = stripes + number
        stripe.pointee.lock.withLock { _ in stripe.pointee.table.forEach(visit) }
    }

    /// Other bits than those that choose the place within the table.
    private func stripe(_ key: KeyedHash) -> UnsafeMutablePointer<Stripe> {
        stripes + (Int(truncatingIfNeeded: key.word1) & (Self.stripeCount - 1))
    }
}
