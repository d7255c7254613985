import Domain
import Messages
import RPC

extension ServiceRuntime {
    var cancelTwoFactorResetHandler: Handler {
        write(.cancelTwoFactorReset) { (request: CancelTwoFactorResetRequest) throws(DomainError) in
            CancelTwoFactorReset(token: request.token)
        } account: { answer in
            answer.account
        } encode: { _ in
            CancelTwoFactorResetResponse()
        }
    }
}
