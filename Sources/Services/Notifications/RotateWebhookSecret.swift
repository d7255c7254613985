import Domain
import Messages
import RPC

extension ServiceRuntime {
    var rotateWebhookSecretHandler: Handler {
        write(.rotateWebhookSecret) { (request: RotateWebhookSecretRequest) throws(DomainError) in
            RotateWebhookSecret(endpointID: request.endpointID)
        } encode: { answer in
            RotateWebhookSecretResponse(webhookEndpoint: WebhookEndpoint(answer.endpoint), secret: answer.secret)
        }
    }
}
