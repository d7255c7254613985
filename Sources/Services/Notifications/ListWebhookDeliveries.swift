import Domain
import Messages
import RPC

extension ServiceRuntime {
    var listWebhookDeliveriesHandler: Handler {
        read(.listWebhookDeliveries) { (request: ListWebhookDeliveriesRequest) throws(DomainError) in
            ListWebhookDeliveries(
                endpointID: request.endpointID, pageSize: request.pageSize, pageToken: request.pageToken)
        } encode: { page in
            ListWebhookDeliveriesResponse(
                webhookDeliveries: page.items.map(WebhookDelivery.init), nextPageToken: page.nextPageToken)
        }
    }
}
