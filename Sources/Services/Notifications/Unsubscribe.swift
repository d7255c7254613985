import Domain
import Messages
import RPC

extension ServiceRuntime {
    var unsubscribeHandler: Handler {
        write(.unsubscribe) { (request: UnsubscribeRequest) throws(DomainError) in
            Unsubscribe(token: request.token)
        } account: { answer in
            answer.account
        } encode: { answer in
            UnsubscribeResponse(category: Category(answer.category))
        }
    }
}
