import Domain
import Messages
import RPC

extension ServiceRuntime {
    var resendVerificationHandler: Handler {
        write(.resendVerification) { (request: ResendVerificationRequest) throws(DomainError) in
            ResendVerification(email: request.email)
        } encode: { answer in
            ResendVerificationResponse(message: answer)
        }
    }
}
