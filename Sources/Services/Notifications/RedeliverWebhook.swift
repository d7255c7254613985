import Domain
import Messages
import RPC

extension ServiceRuntime {
    var redeliverWebhookHandler: Handler {
        write(.redeliverWebhook) { (request: RedeliverWebhookRequest) throws(DomainError) in
            RedeliverWebhook(deliveryID: request.deliveryID)
        } encode: { delivery in
            RedeliverWebhookResponse(webhookDelivery: WebhookDelivery(delivery))
        }
    }
}
