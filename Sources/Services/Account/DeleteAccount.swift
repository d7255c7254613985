import Domain
import Messages
import RPC

extension ServiceRuntime {
    var deleteAccountHandler: Handler {
        write(.deleteAccount) { (request: DeleteAccountRequest) throws(DomainError) in
            DeleteAccount(confirmEmail: request.confirmEmail)
        } encode: { answer in
            DeleteAccountResponse(deletion: Deletion(answer.deletion), receipt: answer.receipt)
        }
    }
}
