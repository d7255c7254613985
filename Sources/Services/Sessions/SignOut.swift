import Domain
import Messages
import RPC

extension ServiceRuntime {
    var signOutHandler: Handler {
        write(.signOut) { (_: SignOutRequest) throws(DomainError) in
            SignOut()
        } encode: { _ in
            SignOutResponse()
        }
    }
}
