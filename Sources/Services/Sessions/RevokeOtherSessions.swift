import Domain
import Messages
import RPC

extension ServiceRuntime {
    var revokeOtherSessionsHandler: Handler {
        write(.revokeOtherSessions) { (_: RevokeOtherSessionsRequest) throws(DomainError) in
            RevokeOtherSessions()
        } encode: { count in
            RevokeOtherSessionsResponse(sessionsRevoked: Int32(clamping: count))
        }
    }
}
