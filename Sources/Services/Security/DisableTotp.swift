import Domain
import Messages
import RPC

extension ServiceRuntime {
    var disableTotpHandler: Handler {
        write(.disableTotp) { (_: DisableTotpRequest) throws(DomainError) in
            DisableTotp()
        } encode: { _ in
            DisableTotpResponse()
        }
    }
}
