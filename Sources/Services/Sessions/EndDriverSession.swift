import Domain
import Messages
import RPC

extension ServiceRuntime {
    var endDriverSessionHandler: Handler {
        write(.endDriverSession) { (request: EndDriverSessionRequest) throws(DomainError) in
            EndDriverSession(accountID: request.accountID, driverSessionID: request.driverSessionID)
        } account: {
            $0.accountID
        } encode: { answer in
            EndDriverSessionResponse(driverSession: DriverSession(answer))
        }
    }
}
