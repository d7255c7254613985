import Domain
import Messages
import RPC

extension ServiceRuntime {
    var regenerateRecoveryCodesHandler: Handler {
        write(.regenerateRecoveryCodes) { (_: RegenerateRecoveryCodesRequest) throws(DomainError) in
            RegenerateRecoveryCodes()
        } encode: { codes in
            RegenerateRecoveryCodesResponse(recoveryCodes: codes)
        }
    }
}
