package struct BrowserProfileRecord: Sendable, Equatable {
    package var id: BrowserProfileID
    package var accountID: AccountID
    /// Sealed.
    package var name: [UInt8]
    package var createdAt: Instant
    package var revokedAt: Instant?

    package init(
        id: BrowserProfileID, accountID: AccountID, name: [UInt8], createdAt: Instant, revokedAt: Instant? = nil
    ) {
        self.id = id
        self.accountID = accountID
        self.name = name
        self.createdAt = createdAt
        self.revokedAt = revokedAt
    }
}

/// A remote browser that runs for the customer; never mixed with sign-ins.
package struct DriverSessionRecord: Sendable, Equatable {
    package var id: DriverSessionID
    package var accountID: AccountID
    package var browserProfileID: BrowserProfileID?
    /// Sealed.
    package var label: [UInt8]
    package var startedAt: Instant
    package var endedAt: Instant?
    /// Set when it was cut off rather than ended.
    package var revokedAt: Instant?

    package init(
        id: DriverSessionID, accountID: AccountID, browserProfileID: BrowserProfileID?, label: [UInt8],
        startedAt: Instant, endedAt: Instant? = nil, revokedAt: Instant? = nil
    ) {
        self.id = id
        self.accountID = accountID
        self.browserProfileID = browserProfileID
        self.label = label
        self.startedAt = startedAt
        self.endedAt = endedAt
        self.revokedAt = revokedAt
    }
}

/// A recording is an object in the bucket. Its key starts with the account's id and is not sealed: the purge outlives the data key.
package struct RecordingRecord: Sendable, Equatable {
    package var id: RecordingID
    package var accountID: AccountID
    package var objectKey: String
    package var sizeBytes: Int64
    package var recordedAt: Instant
    /// The driver session it shows, if one was named.
    package var driverSessionID: DriverSessionID?
    /// Set by the deletion.
    package var purgeDueAt: Instant?
    package var purgedAt: Instant?

    package init(
        id: RecordingID, accountID: AccountID, objectKey: String, sizeBytes: Int64, recordedAt: Instant,
        driverSessionID: DriverSessionID? = nil, purgeDueAt: Instant? = nil, purgedAt: Instant? = nil
    ) {
        self.id = id
        self.accountID = accountID
        self.objectKey = objectKey
        self.sizeBytes = sizeBytes
        self.recordedAt = recordedAt
        self.driverSessionID = driverSessionID
        self.purgeDueAt = purgeDueAt
        self.purgedAt = purgedAt
    }
}

package struct InvoiceRecord: Sendable, Equatable {
    package var id: InvoiceID
    package var accountID: AccountID
    /// Number, description, display name and email as they were when issued; sealed under the retention key.
    package var content: [UInt8]
    package var currency: String
    package var amountMinor: Int64
    package var issuedAt: Instant
    /// The first moment at which it may be removed.
    package var retainUntil: Instant

    package init(
        id: InvoiceID, accountID: AccountID, content: [UInt8], currency: String, amountMinor: Int64, issuedAt: Instant,
        retainUntil: Instant
    ) {
        self.id = id
        self.accountID = accountID
        self.content = content
        self.currency = currency
        self.amountMinor = amountMinor
        self.issuedAt = issuedAt
        self.retainUntil = retainUntil
    }
}

/// What a deletion did, for as long as anybody holds its receipt.
package struct DeletionRecord: Sendable, Equatable {
    package var accountID: AccountID
    package var receiptHash: KeyedHash
    package var requestedAt: Instant
    package var revokedSessions: Int64
    package var revokedAPIKeys: Int64
    package var revokedBrowserProfiles: Int64
    package var revokedDriverSessions: Int64
    package var revokedWebhookEndpoints: Int64
    package var purgeDueAt: Instant
    package var dataKeyDestroyedAt: Instant?
    package var mailsRemovedAt: Instant?

    package init(
        accountID: AccountID, receiptHash: KeyedHash, requestedAt: Instant, revokedSessions: Int64,
        revokedAPIKeys: Int64, revokedBrowserProfiles: Int64, revokedDriverSessions: Int64,
        revokedWebhookEndpoints: Int64 = 0, purgeDueAt: Instant, dataKeyDestroyedAt: Instant? = nil,
        mailsRemovedAt: Instant? = nil
    ) {
        self.accountID = accountID
        self.receiptHash = receiptHash
        self.requestedAt = requestedAt
        self.revokedSessions = revokedSessions
        self.revokedAPIKeys = revokedAPIKeys
        self.revokedBrowserProfiles = revokedBrowserProfiles
        self.revokedDriverSessions = revokedDriverSessions
        self.revokedWebhookEndpoints = revokedWebhookEndpoints
        self.purgeDueAt = purgeDueAt
        self.dataKeyDestroyedAt = dataKeyDestroyedAt
        self.mailsRemovedAt = mailsRemovedAt
    }
}
