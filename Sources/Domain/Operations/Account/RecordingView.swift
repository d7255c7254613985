/// A recording as its owner sees it.
package struct RecordingView: Sendable, Equatable {
    package let id: RecordingID
    package let accountID: AccountID
    package let objectKey: String
    package let sizeBytes: Int64
    package let recordedAt: Instant
    /// Nil when none was named.
    package let driverSessionID: DriverSessionID?
    /// To the millisecond: the id tells it.
    package let createdAt: Instant
    package let recordedText: String
}

extension Look {
    func view(_ row: RecordingRecord, zone: String) -> RecordingView {
        RecordingView(
            id: row.id, accountID: row.accountID, objectKey: row.objectKey, sizeBytes: row.sizeBytes,
            recordedAt: row.recordedAt, driverSessionID: row.driverSessionID, createdAt: row.id.uuid.madeAt,
            recordedText: text(row.recordedAt, in: zone))
    }
}

extension UUIDv7 {
    /// When it was made, to the millisecond (RFC 9562, 5.7).
    package var madeAt: Instant { Instant(microseconds: Int64(high >> 16) * 1_000) }
}
