import Domain
import Messages
import RPC

extension ServiceRuntime {
    var revokeApiKeyHandler: Handler {
        write(.revokeApiKey) { (request: RevokeApiKeyRequest) throws(DomainError) in
            RevokeApiKey(keyID: request.keyID)
        } encode: { _ in
            RevokeApiKeyResponse()
        }
    }
}
