import Domain
import Messages
import RPC

extension ServiceRuntime {
    var completeSignInHandler: Handler {
        write(.completeSignIn) { (request: CompleteSignInRequest) throws(DomainError) in
            CompleteSignIn(
                challengeToken: request.challengeToken, totpCode: request.totpCode, recoveryCode: request.recoveryCode,
                userAgent: request.userAgent)
        } account: {
            $0.account
        } encode: { opened in
            CompleteSignInResponse(sessionToken: opened.token, session: Session(opened.session))
        }
    }
}
