import Domain
import Messages
import RPC

extension ServiceRuntime {
    var getAccountHandler: Handler {
        read(.getAccount) { (request: GetAccountRequest) throws(DomainError) in
            GetAccount(accountID: request.accountID)
        } encode: { answer in
            GetAccountResponse(account: Account(answer))
        }
    }
}
