import Domain

/// What is done and waits for its commit; many share one. Lost in a crash, the jobs are done once more.
struct Finishing {
    private struct Step: Sendable {
        let event: DeliveryEvent?
        let run: @Sendable (Work) throws(DomainError) -> Void
    }

    private var steps: [Step] = []
    private var since = Instant(microseconds: 0)

    /// `event` is reported once the step is durable.
    mutating func add(
        _ now: Instant, _ event: DeliveryEvent?, _ run: @escaping @Sendable (Work) throws(DomainError) -> Void
    ) {
        if steps.isEmpty { since = now }
        steps.append(Step(event: event, run: run))
    }

    func isDue(_ now: Instant, within span: TimeSpan) -> Bool { !steps.isEmpty && now - since >= span }

    mutating func flush(_ tools: OutboxTools) {
        guard !steps.isEmpty else { return }
        defer { steps.removeAll() }
        if commit(steps, tools) == nil { return }
        // One that can't be kept must not take the others with it.
        for step in steps {
            if let error = commit([step], tools) { tools.report(.store(words: error.stableWords)) }
        }
    }

    private func commit(_ steps: [Step], _ tools: OutboxTools) -> DomainError? {
        do {
            try tools.store.write { work throws(DomainError) in
                for step in steps { try step.run(work) }
            }
            for case let event? in steps.map(\.event) { tools.report(event) }
            return nil
        } catch {
            return error
        }
    }
}
