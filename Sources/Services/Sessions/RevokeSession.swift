import Domain
import Messages
import RPC

extension ServiceRuntime {
    var revokeSessionHandler: Handler {
        write(.revokeSession) { (request: RevokeSessionRequest) throws(DomainError) in
            RevokeSession(sessionID: request.sessionID)
        } encode: { _ in
            RevokeSessionResponse()
        }
    }
}
