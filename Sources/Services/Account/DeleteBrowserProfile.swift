import Domain
import Messages
import RPC

extension ServiceRuntime {
    var deleteBrowserProfileHandler: Handler {
        write(.deleteBrowserProfile) { (request: DeleteBrowserProfileRequest) throws(DomainError) in
            DeleteBrowserProfile(accountID: request.accountID, browserProfileID: request.browserProfileID)
        } encode: { _ in
            DeleteBrowserProfileResponse()
        }
    }
}
