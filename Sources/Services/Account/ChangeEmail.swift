import Domain
import Messages
import RPC

extension ServiceRuntime {
    var changeEmailHandler: Handler {
        write(.changeEmail) { (request: ChangeEmailRequest) throws(DomainError) in
            ChangeEmail(newEmail: request.newEmail)
        } encode: { view in
            ChangeEmailResponse(account: Account(view))
        }
    }
}
