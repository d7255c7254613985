import Domain
import Messages
import RPC

extension ServiceRuntime {
    var confirmTotpHandler: Handler {
        write(.confirmTotp) { (request: ConfirmTotpRequest) throws(DomainError) in
            ConfirmTotp(totpCode: request.totpCode)
        } encode: { codes in
            ConfirmTotpResponse(recoveryCodes: codes)
        }
    }
}
