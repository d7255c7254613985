import Domain
import Messages
import RPC

extension ServiceRuntime {
    var registerRecordingHandler: Handler {
        write(.registerRecording) { (request: RegisterRecordingRequest) throws(DomainError) in
            RegisterRecording(
                accountID: request.accountID, objectKey: request.objectKey, sizeBytes: request.sizeBytes,
                recordedAt: try Instant.checked(request.recordedAt, field: "recorded_at"),
                driverSessionID: request.driverSessionID)
        } account: {
            $0.accountID
        } encode: { recording in
            RegisterRecordingResponse(recording: Recording(recording))
        }
    }
}
