import Domain
import Messages
import RPC

extension ServiceRuntime {
    var mintApiKeyHandler: Handler {
        write(.mintApiKey) { (request: MintApiKeyRequest) throws(DomainError) in
            MintApiKey(
                name: request.name, scopes: request.scopes,
                expiresAt: try Instant.checked(request.expiresAt, field: "expires_at"))
        } encode: { answer in
            MintApiKeyResponse(apiKey: ApiKey(answer.key), secret: answer.secret)
        }
    }
}
