import Domain
import Messages
import RPC

extension ServiceRuntime {
    var stepUpHandler: Handler {
        hash(.stepUp) { (request: StepUpRequest) throws(DomainError) in
            StepUp(password: request.password, totpCode: request.totpCode)
        } encode: { opened in
            StepUpResponse(sessionToken: opened.token, session: Session(opened.session))
        }
    }
}
