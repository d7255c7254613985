import Domain
import Messages
import RPC

extension ServiceRuntime {
    var resetPasswordHandler: Handler {
        hash(.resetPassword) { (request: ResetPasswordRequest) throws(DomainError) in
            ResetPassword(
                token: request.token, newPassword: request.newPassword, totpCode: request.totpCode,
                recoveryCode: request.recoveryCode, signOutOtherSessions: request.signOutOtherSessions)
        } account: { answer in
            answer.account
        } encode: { answer in
            ResetPasswordResponse(sessionsSignedOut: Int32(clamping: answer.sessionsSignedOut))
        }
    }
}
