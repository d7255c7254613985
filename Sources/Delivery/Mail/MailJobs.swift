package import Domain

/// Renders a mail and hands it over.
package struct MailJobs: OutboxJobHandler {
    private let renderer: MailRenderer
    private let transport: any MailTransport

    package init(renderer: MailRenderer, transport: any MailTransport) {
        self.renderer = renderer
        self.transport = transport
    }

    package let kinds: Set<OutboxKind> = [.mail]

    package func run(_ job: OutboxRecord, _ context: JobContext) -> JobEnd {
        let id = EmailID(job.subject)
        do throws(DeliveryError) {
            switch try open(job, context.store) {
            case .discard: return end(job, .discarded, .mailDiscarded(id))
            case .alreadySent: return end(job, .alreadySent, nil)
            case .send(let content, let subject, let createdAt):
                let unsubscribe = context.store.environment.unsubscribeURL(job.accountID, content.category)
                let rendered = try renderer.render(
                    content, subject: subject, id: id, at: createdAt, unsubscribe: unsubscribe)
                try transport.send(rendered, unless: { context.isStopping })
                return end(job, .sent, .mailSent(id))
            }
        } catch {
            if case .stopped = error { return .stopped }
            let isOver = context.now - job.createdAt > RetryDelay.mailGivenUpAfter && context.isTimeTrusted
            guard !isOver, case .temporary(let words) = error else {
                return .dead(words: error.words, .mailFailed(id, words: error.words)) { work throws(DomainError) in
                    try FailMail(job: job, words: error.words).run(work)
                }
            }
            return .again(words: words)
        }
    }

    private func open(_ job: OutboxRecord, _ store: BlockingStore) throws(DeliveryError) -> OpenedMail {
        do throws(DomainError) {
            return try store.read { look throws(DomainError) in try OpenMail(job: job).run(look) }
        } catch {
            throw .temporary(error.stableWords)
        }
    }

    private func end(_ job: OutboxRecord, _ end: FinishMail.End, _ event: DeliveryEvent?) -> JobEnd {
        .done(event) { work throws(DomainError) in try FinishMail(job: job, end: end).run(work) }
    }
}
