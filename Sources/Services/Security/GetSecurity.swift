import Domain
import Messages
import RPC

extension ServiceRuntime {
    var getSecurityHandler: Handler {
        read(.getSecurity) { (_: GetSecurityRequest) throws(DomainError) in
            GetSecurity()
        } encode: { view in
            GetSecurityResponse(security: Security(view))
        }
    }
}
