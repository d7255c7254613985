import Domain
import Messages
import RPC

extension ServiceRuntime {
    var requestPasswordChangeHandler: Handler {
        write(.requestPasswordChange) { (_: RequestPasswordChangeRequest) throws(DomainError) in
            RequestPasswordChange()
        } encode: { answer in
            RequestPasswordChangeResponse(message: answer)
        }
    }
}
