import Domain
import Messages

extension WebhookEndpoint {
    init(_ view: WebhookEndpointView) {
        self.init(
            id: view.id.text, url: view.url, description: view.description, eventTypes: view.eventTypes,
            state: view.disabledAt == nil ? .enabled : .disabled, createdAt: Timestamp(view.createdAt),
            createdText: view.createdText, disabledAt: view.disabledAt.map { Timestamp($0) },
            disabledText: view.disabledText, disabledReason: view.disabledReason,
            oldSecretSignsUntil: view.oldSecretSignsUntil.map { Timestamp($0) },
            oldSecretSignsUntilText: view.oldSecretSignsUntilText)
    }
}

extension WebhookDelivery {
    init(_ view: WebhookDeliveryView) {
        let delivery = view.delivery
        self.init(
            id: delivery.id.text, endpointID: delivery.endpointID.text, url: view.url, eventType: delivery.eventType,
            createdAt: Timestamp(delivery.createdAt), createdText: view.createdText,
            state: Messages.WebhookDeliveryState(delivery.state), attemptCount: Int32(clamping: delivery.attemptCount),
            attempts: view.attempts.map { Messages.WebhookAttempt($0) },
            responseCode: Int32(clamping: delivery.attempts.first?.status ?? 0),
            nextAttemptAt: delivery.nextAttemptAt.map { Timestamp($0) }, nextAttemptText: view.nextAttemptText,
            failureReason: delivery.failure, displayName: view.displayName, email: view.email)
    }
}

extension Messages.WebhookAttempt {
    fileprivate init(_ view: WebhookDeliveryView.Attempt) {
        self.init(
            attemptedAt: Timestamp(view.attempt.at), attemptedText: view.text,
            responseCode: Int32(clamping: view.attempt.status),
            durationMilliseconds: Int32(clamping: view.attempt.duration.millisecondsRoundedUp),
            failureReason: view.attempt.failure)
    }
}

extension Messages.WebhookDeliveryState {
    fileprivate init(_ state: Domain.WebhookDeliveryState) {
        self =
            switch state {
            case .pending: .pending
            case .succeeded: .succeeded
            case .failed: .failed
            case .cancelled: .cancelled
            }
    }
}
