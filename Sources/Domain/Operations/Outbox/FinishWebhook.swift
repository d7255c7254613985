/// What one try of a delivery means for the next.
package enum WebhookVerdict: Sendable, Equatable {
    case succeeded
    case again(after: TimeSpan)
    /// All tries are used up.
    case failed
    /// The endpoint is gone for good.
    case disabled

    /// `attempts`: tries before this one.
    package static func of(_ answer: WebhookAnswer, attempts: Int64, _ random: any Random) -> WebhookVerdict {
        if answer.isSuccess { return .succeeded }
        if answer.status == 410 { return .disabled }
        let failed = attempts.addingReportingOverflow(1).partialValue
        return WebhookSchedule.wait(failed: failed, retryAfter: answer.retryAfter, random).map { .again(after: $0) }
            ?? .failed
    }
}

/// Keeps what became of one try of a delivery. Finishes the job where there will be no other try and none was lost.
package struct FinishWebhook: Sendable {
    package let job: OutboxRecord
    package let attempt: WebhookAttempt
    package let verdict: WebhookVerdict

    package init(job: OutboxRecord, attempt: WebhookAttempt, verdict: WebhookVerdict) {
        self.job = job
        self.attempt = attempt
        self.verdict = verdict
    }

    package func run(_ work: Work) throws(DomainError) {
        try job.require(.webhook)
        let id = WebhookDeliveryID(job.subject)
        guard var delivery = try work.rows.webhookDelivery(id, of: job.accountID) else {
            return try work.rows.finishJob(job.id)
        }
        let isCancelled = delivery.state == .cancelled
        delivery.note(attempt)
        switch verdict {
        case .succeeded: delivery.end(.succeeded, "")
        // It was cancelled while this try was under way, and stays so.
        case _ where isCancelled: break
        case .again(let wait):
            delivery.nextAttemptAt = work.now + wait
            delivery.failure = attempt.failure
        case .failed, .disabled: delivery.end(.failed, attempt.failure)
        }
        try work.rows.update(delivery)
        switch verdict {
        case .again, .failed: if isCancelled { try work.rows.finishJob(job.id) }
        case .succeeded: try work.rows.finishJob(job.id)
        case .disabled:
            try work.rows.finishJob(job.id)
            try disable(delivery.endpointID, work)
        }
    }

    private func disable(_ id: WebhookEndpointID, _ work: Work) throws(DomainError) {
        guard let endpoint = try work.rows.webhookEndpoint(id, of: job.accountID), endpoint.disabledAt == nil,
            let account = try work.rows.account(job.accountID), account.state == .active
        else { return }
        try work.disable(endpoint)
        try work.rows.cancelWebhookDeliveries(
            of: account.id, endpoint: id, failure: "The endpoint answered 410 to another delivery.")
        let vault = try work.look.vault(of: account.id)
        let host = WebhookURL.host(ofAccepted: try vault.content(of: endpoint).url)
        try work.record(
            .webhookEndpointDisabled, vault, by: .system,
            [ActivityDetail("endpoint_id", id.text), ActivityDetail("host", host)])
        try work.mail(
            .webhookEndpointDisabled, to: vault.profile(of: account),
            [
                MailContent.Variable("endpoint", .text(id.text)), MailContent.Variable("host", .text(host)),
                MailContent.Variable("time", .time(work.now)),
            ], vault)
    }
}

/// Ends the job of a delivery that must not go out any more.
package struct DiscardWebhook: Sendable {
    package let job: OutboxRecord

    package init(job: OutboxRecord) { self.job = job }

    package func run(_ work: Work) throws(DomainError) {
        try job.require(.webhook)
        if var delivery = try work.rows.webhookDelivery(WebhookDeliveryID(job.subject), of: job.accountID),
            delivery.state == .pending
        {
            delivery.end(.cancelled, "The endpoint was deleted or disabled.")
            try work.rows.update(delivery)
        }
        try work.rows.finishJob(job.id)
    }
}

extension WebhookAnswer {
    package var isSuccess: Bool { (200..<300).contains(status) }

    /// Why it is no success: stable words for people. Empty when it is one.
    package var words: String {
        if isSuccess { return "" }
        switch status {
        case 0: return failure
        case 300..<400: return "It answered \(status), a redirect; redirects are not followed."
        case 410: return "It answered 410: it is gone."
        default: return "It answered \(status)."
        }
    }
}

extension WebhookDeliveryRecord {
    fileprivate mutating func note(_ attempt: WebhookAttempt) {
        attemptCount = attemptCount.addingReportingOverflow(1).partialValue
        attempts = [attempt] + attempts.prefix(WebhookAttempt.mostKept - 1)
    }

    fileprivate mutating func end(_ state: WebhookDeliveryState, _ failure: String) {
        self.state = state
        self.failure = failure
        nextAttemptAt = nil
    }
}
