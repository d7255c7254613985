import Domain

/// What a reader runs.
class ReadJob: @unchecked Sendable {
    func run(_ transaction: SQLiteReadTransaction) {}

    func fail(_ error: DomainError) {}
}

/// A caller's read.
final class CallerRead<Value: Sendable>: ReadJob, @unchecked Sendable {
    private let isAbandoned: @Sendable () -> Bool
    private let body: @Sendable (any ReadTransaction) throws(DomainError) -> Value
    private let then: @Sendable (Result<Value, DomainError>) -> Void

    init(
        _ isAbandoned: @escaping @Sendable () -> Bool,
        _ body: @escaping @Sendable (any ReadTransaction) throws(DomainError) -> Value,
        _ then: @escaping @Sendable (Result<Value, DomainError>) -> Void
    ) {
        self.isAbandoned = isAbandoned
        self.body = body
        self.then = then
    }

    override func run(_ transaction: SQLiteReadTransaction) {
        guard !isAbandoned() else {
            then(.failure(.overloaded))
            return
        }
        do throws(DomainError) {
            then(.success(try body(transaction)))
        } catch {
            then(.failure(error))
        }
    }

    override func fail(_ error: DomainError) { then(.failure(error)) }
}
