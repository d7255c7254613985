import Domain
import Messages
import RPC

extension ServiceRuntime {
    var getDeletionHandler: Handler {
        read(.getDeletion) { (request: GetDeletionRequest) throws(DomainError) in
            GetDeletion(receipt: request.receipt, accountID: request.accountID)
        } encode: { answer in
            GetDeletionResponse(
                deletion: Deletion(answer.deletion), receipt: answer.receipt, receiptDocument: answer.document,
                signature: answer.signature, publicKey: answer.publicKey)
        }
    }
}
