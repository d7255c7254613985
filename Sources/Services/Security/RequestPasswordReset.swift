import Domain
import Messages
import RPC

extension ServiceRuntime {
    var requestPasswordResetHandler: Handler {
        write(.requestPasswordReset) { (request: RequestPasswordResetRequest) throws(DomainError) in
            RequestPasswordReset(email: request.email)
        } encode: { answer in
            RequestPasswordResetResponse(message: answer)
        }
    }
}
