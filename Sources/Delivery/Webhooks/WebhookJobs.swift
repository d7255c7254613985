package import Domain

/// Delivers events to customers' endpoints.
package struct WebhookJobs: OutboxJobHandler {
    private let transport: any WebhookTransport

    package init(transport: any WebhookTransport) { self.transport = transport }

    package var kinds: Set<OutboxKind> { [.webhook] }

    package func run(_ job: OutboxRecord, _ context: JobContext) -> JobEnd {
        let id = WebhookDeliveryID(job.subject)
        do throws(DomainError) {
            let opened = try context.store.read { look throws(DomainError) in try OpenWebhook(job: job).run(look) }
            switch opened {
            case .discard:
                return .done(.webhookDiscarded(id)) { work throws(DomainError) in try DiscardWebhook(job: job).run(work)
                }
            case .post(let request): return post(request, job, context)
            }
        } catch {
            return .again(words: error.stableWords)
        }
    }

    private func post(_ request: WebhookRequest, _ job: OutboxRecord, _ context: JobContext) -> JobEnd {
        let id = WebhookDeliveryID(job.subject)
        let clock = ContinuousClock()
        let startedAt = context.now
        let start = clock.now
        guard let answer = transport.post(request, unless: { context.isStopping }) else { return .stopped }
        let words = answer.words
        let attempt = WebhookAttempt(
            at: startedAt, status: Int64(answer.status), duration: TimeSpan(start.duration(to: clock.now)),
            failure: words)
        let verdict = WebhookVerdict.of(answer, attempts: job.attempts, context.store.environment.random)
        let commit: JobEnd.Commit = { work throws(DomainError) in
            try FinishWebhook(job: job, attempt: attempt, verdict: verdict).run(work)
        }
        switch verdict {
        case .succeeded: return .done(.webhookDelivered(id), commit: commit)
        case .again(let wait): return .again(words: words, wait: wait, commit: commit)
        case .failed: return .dead(words: words, .webhookFailed(id, words: words), commit: commit)
        case .disabled: return .done(.webhookFailed(id, words: words), commit: commit)
        }
    }
}

extension TimeSpan {
    /// To the microsecond.
    fileprivate init(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        self.init(microseconds: seconds * 1_000_000 + attoseconds / 1_000_000_000_000)
    }
}
