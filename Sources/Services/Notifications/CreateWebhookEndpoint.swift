import Domain
import Messages
import RPC

extension ServiceRuntime {
    var createWebhookEndpointHandler: Handler {
        write(.createWebhookEndpoint) { (request: CreateWebhookEndpointRequest) throws(DomainError) in
            CreateWebhookEndpoint(
                url: request.url, description: request.description, eventTypes: request.eventTypes)
        } encode: { answer in
            CreateWebhookEndpointResponse(webhookEndpoint: WebhookEndpoint(answer.endpoint), secret: answer.secret)
        }
    }
}
