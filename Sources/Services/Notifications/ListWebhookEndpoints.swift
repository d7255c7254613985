import Domain
import Messages
import RPC

extension ServiceRuntime {
    var listWebhookEndpointsHandler: Handler {
        read(.listWebhookEndpoints) { (request: ListWebhookEndpointsRequest) throws(DomainError) in
            ListWebhookEndpoints(pageSize: request.pageSize, pageToken: request.pageToken)
        } encode: { page in
            ListWebhookEndpointsResponse(
                webhookEndpoints: page.items.map(WebhookEndpoint.init), nextPageToken: page.nextPageToken)
        }
    }
}
