import Domain
import Messages
import RPC

extension ServiceRuntime {
    var createBrowserProfileHandler: Handler {
        write(.createBrowserProfile) { (request: CreateBrowserProfileRequest) throws(DomainError) in
            CreateBrowserProfile(accountID: request.accountID, name: request.name)
        } account: {
            $0.accountID
        } encode: { answer in
            CreateBrowserProfileResponse(browserProfile: BrowserProfile(answer))
        }
    }
}
