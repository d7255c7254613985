import Domain
import Messages
import RPC

extension ServiceRuntime {
    var verifyEmailHandler: Handler {
        write(.verifyEmail) { (request: VerifyEmailRequest) throws(DomainError) in
            VerifyEmail(token: request.token)
        } account: { answer in
            answer.account
        } encode: { answer in
            VerifyEmailResponse(accountID: answer.account.text, email: answer.email)
        }
    }
}
