import Domain
import Messages
import RPC

extension ServiceRuntime {
    var publishWebhookEventHandler: Handler {
        write(.publishWebhookEvent) { (request: PublishWebhookEventRequest) throws(DomainError) in
            PublishWebhookEvent(
                accountID: request.accountID, eventType: request.eventType, payload: request.payload)
        } account: { answer in
            answer.account
        } encode: { answer in
            PublishWebhookEventResponse(deliveryIDs: answer.deliveries.map(\.text))
        }
    }
}
