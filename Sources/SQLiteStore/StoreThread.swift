import Glibc

/// A thread of the store's own: a blocked one costs nobody else a pool thread.
final class StoreThread: @unchecked Sendable {
    private final class Body {
        let run: @Sendable () -> Void

        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    private var thread = pthread_t()

    init(_ run: @escaping @Sendable () -> Void) throws(SQLiteStoreError) {
        let body = Unmanaged.passRetained(Body(run))
        let result = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run()
                return nil
            }, body.toOpaque())
        guard result == 0 else {
            body.release()
            throw SQLiteStoreError(message: "no thread for the store: \(errorText(result))")
        }
    }

    func join() { pthread_join(thread, nil) }
}
