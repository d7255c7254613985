import Dispatch
package import Domain
import Synchronization

/// The store for a thread that may wait. Never call it on a thread of the store's.
package struct BlockingStore: Sendable {
    package let store: any Store
    package let environment: Environment

    package init(store: any Store, environment: Environment) {
        self.store = store
        self.environment = environment
    }

    package func write<Value: Sendable>(
        _ body: @escaping @Sendable (Work) throws(DomainError) -> Value
    ) throws(DomainError) -> Value {
        let reply = Reply<Outcome<Value>>()
        let never: @Sendable () -> Bool = { false }
        store.write(unless: never) { [environment] rows throws(DomainError) -> Verdict<Value> in
            .done(try body(Work(rows, environment)))
        } then: {
            reply.give($0)
        }
        switch reply.wait() {
        case .committed(let value): return value
        case .refused(let error), .failed(let error): throw error
        case nil: throw .outcomeUnknown
        }
    }

    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (Look) throws(DomainError) -> Value
    ) throws(DomainError) -> Value {
        let reply = Reply<Result<Value, DomainError>>()
        let never: @Sendable () -> Bool = { false }
        store.read(unless: never) { [environment] rows throws(DomainError) -> Value in
            try body(Look(rows, environment))
        } then: {
            reply.give($0)
        }
        switch reply.wait() {
        case .success(let value): return value
        case .failure(let error): throw error
        case nil: throw .outcomeUnknown
        }
    }
}

/// One answer from another thread.
private final class Reply<Value: Sendable>: Sendable {
    private let value = Mutex<Value?>(nil)
    private let given = DispatchSemaphore(value: 0)

    func give(_ answer: Value) {
        value.withLock { $0 = answer }
        given.signal()
    }

    func wait() -> Value? {
        given.wait()
        return value.withLock { $0 }
    }
}
