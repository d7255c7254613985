import Domain
import Messages

extension Recording {
    init(_ view: RecordingView) {
        self.init(
            id: view.id.text, accountID: view.accountID.text, objectKey: view.objectKey, sizeBytes: view.sizeBytes,
            recordedAt: Timestamp(view.recordedAt), driverSessionID: view.driverSessionID?.text ?? "",
            createdAt: Timestamp(view.createdAt), recordedText: view.recordedText)
    }
}
