import Domain

/// What the writer runs, whole or not at all.
class WriteJob: @unchecked Sendable {
    /// Asked just before it runs.
    func isAbandoned() -> Bool { false }

    /// Thrown: what it wrote is rolled back. May be run again, after what it wrote was.
    func run(_ transaction: SQLiteTransaction) throws(DomainError) {}

    /// Nil: it ran and is durable.
    func settle(_ failure: DomainError?) {}
}

/// A caller's write.
final class CallerWrite<Value: Sendable>: WriteJob, @unchecked Sendable {
    private let abandoned: @Sendable () -> Bool
    private let body: @Sendable (any Transaction) throws(DomainError) -> Verdict<Value>
    private let then: @Sendable (Outcome<Value>) -> Void
    private var verdict: Verdict<Value>?

    init(
        _ abandoned: @escaping @Sendable () -> Bool,
        _ body: @escaping @Sendable (any Transaction) throws(DomainError) -> Verdict<Value>,
        _ then: @escaping @Sendable (Outcome<Value>) -> Void
    ) {
        self.abandoned = abandoned
        self.body = body
        self.then = then
    }

    override func isAbandoned() -> Bool { abandoned() }

    override func run(_ transaction: SQLiteTransaction) throws(DomainError) { verdict = try body(transaction) }

    override func settle(_ failure: DomainError?) {
        switch (failure, verdict) {
        case (let failure?, _): then(.failed(failure))
        case (nil, .done(let value)): then(.committed(value))
        case (nil, .refuse(let error)): then(.refused(error))
        case (nil, nil): then(.failed(.storage("it did not run")))
        }
    }
}

/// Writes last-seen of some parts of the hot maps into their rows.
final class SeenFlushJob: WriteJob, @unchecked Sendable {
    private let hot: HotMaps
    private let parts: Range<Int>
    private let then: @Sendable () -> Void
    private var flushes: [SeenFlush] = []

    init(_ hot: HotMaps, parts: Range<Int>, then: @escaping @Sendable () -> Void = {}) {
        self.hot = hot
        self.parts = parts
        self.then = then
    }

    static var allParts: Range<Int> { 0..<HotMap<HotSessionEntry>.partCount }

    override func run(_ transaction: SQLiteTransaction) throws(DomainError) {
        undo()
        for part in parts {
            let flush = SeenFlush(hot, part: part)
            guard !flush.isEmpty else { continue }
            flushes.append(flush)
            try flush.write(on: transaction.connection)
        }
    }

    override func settle(_ failure: DomainError?) {
        if failure != nil { undo() }
        then()
    }

    private func undo() {
        for flush in flushes { flush.undo() }
        flushes = []
    }
}
