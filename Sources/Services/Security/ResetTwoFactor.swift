import Domain
import Messages
import RPC

extension ServiceRuntime {
    var resetTwoFactorHandler: Handler {
        write(.resetTwoFactor) { (request: ResetTwoFactorRequest) throws(DomainError) in
            ResetTwoFactor(accountID: request.accountID, email: request.email)
        } account: { answer in
            answer.account
        } encode: { answer in
            ResetTwoFactorResponse(
                accountID: answer.account.text, requestedAt: Timestamp(answer.requestedAt),
                takesEffectAt: Timestamp(answer.takesEffectAt), alreadyPending: answer.isAlreadyPending,
                lastCancelledAt: answer.lastCancelledAt.map { Timestamp($0) })
        }
    }
}
