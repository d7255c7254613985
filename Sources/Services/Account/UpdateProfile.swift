import Domain
import Messages
import RPC

extension ServiceRuntime {
    var updateProfileHandler: Handler {
        write(.updateProfile) { (request: UpdateProfileRequest) throws(DomainError) in
            UpdateProfile(
                displayName: request.displayName, timeZone: request.timeZone, paths: request.updateMask?.paths ?? [])
        } encode: { answer in
            UpdateProfileResponse(account: Account(answer))
        }
    }
}
