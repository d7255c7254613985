import Domain
import Messages
import RPC

extension ServiceRuntime {
    var rotateApiKeyHandler: Handler {
        write(.rotateApiKey) { (request: RotateApiKeyRequest) throws(DomainError) in
            RotateApiKey(keyID: request.keyID, overlap: request.overlap.map { TimeSpan($0) } ?? .seconds(0))
        } encode: { answer in
            RotateApiKeyResponse(apiKey: ApiKey(answer.key), secret: answer.secret)
        }
    }
}
