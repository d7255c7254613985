import Domain
import Messages
import RPC

extension ServiceRuntime {
    var signUpHandler: Handler {
        hash(.signUp) { (request: SignUpRequest) throws(DomainError) in
            SignUp(
                email: request.email, password: request.password, displayName: request.displayName,
                timeZone: request.timeZone)
        } encode: { answer in
            SignUpResponse(message: answer)
        }
    }
}
