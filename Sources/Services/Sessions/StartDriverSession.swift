import Domain
import Messages
import RPC

extension ServiceRuntime {
    var startDriverSessionHandler: Handler {
        write(.startDriverSession) { (request: StartDriverSessionRequest) throws(DomainError) in
            StartDriverSession(
                accountID: request.accountID, browserProfileID: request.browserProfileID, label: request.label)
        } account: {
            $0.accountID
        } encode: { answer in
            StartDriverSessionResponse(driverSession: DriverSession(answer))
        }
    }
}
