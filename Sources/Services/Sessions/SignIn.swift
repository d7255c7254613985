import Domain
import Messages
import RPC

extension ServiceRuntime {
    var signInHandler: Handler {
        hash(.signIn) { (request: SignInRequest) throws(DomainError) in
            SignIn(email: request.email, password: request.password, userAgent: request.userAgent)
        } account: {
            $0.account
        } encode: { answer in
            switch answer {
            case .session(let opened): SignInResponse(sessionToken: opened.token, session: Session(opened.session))
            case .challenge(let opened):
                SignInResponse(challengeToken: opened.token, challengeExpiresAt: Timestamp(opened.expiresAt))
            }
        }
    }
}
