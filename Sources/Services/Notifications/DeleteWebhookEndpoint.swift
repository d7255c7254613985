import Domain
import Messages
import RPC

extension ServiceRuntime {
    var deleteWebhookEndpointHandler: Handler {
        write(.deleteWebhookEndpoint) { (request: DeleteWebhookEndpointRequest) throws(DomainError) in
            DeleteWebhookEndpoint(endpointID: request.endpointID)
        } encode: { _ in
            DeleteWebhookEndpointResponse()
        }
    }
}
