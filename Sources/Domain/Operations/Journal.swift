/// Names and values of what changed, shown by ListActivity. Never a secret.
package struct ActivityDetail: Sendable, Equatable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    package static func encode(_ details: [ActivityDetail]) -> [UInt8] {
        var writer = ByteWriter(version: 1)
        writer.write(Int64(details.count))
        for detail in details {
            writer.write(detail.name)
            writer.write(detail.value)
        }
        return writer.bytes
    }

    package static func decode(_ bytes: [UInt8]) throws(DomainError) -> [ActivityDetail] {
        var reader = try ByteReader(bytes, version: 1, what: "activity details")
        let count = try reader.readInt64()
        guard (0...1_000).contains(count) else { throw .corrupted("activity details") }
        var details: [ActivityDetail] = []
        for _ in 0..<count { details.append(ActivityDetail(try reader.readText(), try reader.readText())) }
        return details
    }
}

/// Every kind of activity; raw values are stable.
package enum ActivityKind: String, Sendable, CaseIterable {
    case accountSignedUp = "account.signed_up"
    case emailVerified = "email.verified"
    case emailChangeRequested = "email.change_requested"
    case emailChanged = "email.changed"
    case profileUpdated = "profile.updated"
    case passwordResetRequested = "password.reset_requested"
    case passwordChanged = "password.changed"
    case twoFactorEnrolmentStarted = "two_factor.enrolment_started"
    case twoFactorEnabled = "two_factor.enabled"
    case twoFactorDisabled = "two_factor.disabled"
    case recoveryCodesRegenerated = "two_factor.recovery_codes_regenerated"
    case recoveryCodeUsed = "two_factor.recovery_code_used"
    case twoFactorResetRequested = "two_factor.reset_requested"
    case twoFactorResetCancelled = "two_factor.reset_cancelled"
    case sessionSignedIn = "session.signed_in"
    case sessionSteppedUp = "session.stepped_up"
    case sessionRevoked = "session.revoked"
    case sessionSignedOut = "session.signed_out"
    case apiKeyMinted = "api_key.minted"
    case apiKeyRotated = "api_key.rotated"
    case apiKeyRevoked = "api_key.revoked"
    case preferencesUpdated = "preferences.updated"
    case browserProfileCreated = "browser_profile.created"
    case browserProfileDeleted = "browser_profile.deleted"
    case driverSessionStarted = "driver_session.started"
    case driverSessionEnded = "driver_session.ended"
    case recordingRegistered = "recording.registered"
    case invoiceRegistered = "invoice.registered"
    case emailSent = "email.sent"
    case emailSuppressed = "email.suppressed"
    case webhookEndpointCreated = "webhook_endpoint.created"
    case webhookSecretRotated = "webhook_endpoint.secret_rotated"
    case webhookEndpointDisabled = "webhook_endpoint.disabled"
    case webhookEndpointDeleted = "webhook_endpoint.deleted"
    case webhookRedelivered = "webhook_delivery.redelivered"
    case accountDeleted = "account.deleted"
}

extension Work {
    /// Adds the row that every change to an account has.
    package func record(
        _ kind: ActivityKind, _ vault: Vault, by actor: Actor, named actorName: String = "",
        _ details: [ActivityDetail] = []
    ) throws(DomainError) {
        let head = try rows.activityHead(of: vault.account)
        let id = id(behind: head)
        let row = ActivityRecord(
            id: id, accountID: vault.account, kind: kind.rawValue, at: now, actor: actor, actorName: actorName,
            details: vault.seal(ActivityDetail.encode(details), .activityDetails, row: id.uuid))
        try append(row, behind: head, details, vault)
    }

    /// Later than the newest row's, whatever the clock says: the rows are in the order of their ids.
    private func id(behind head: ActivityHeadRecord?) -> ActivityID {
        let id: ActivityID = newID()
        guard let last = head?.id, id.uuid <= last.uuid else { return id }
        return ActivityID(last.uuid.successor(random: id.uuid.low))
    }

    /// Promises a mail: the email's row for ListEmails and the outbox job, in this transaction.
    @discardableResult
    package func send(_ content: MailContent, subject: String, _ vault: Vault) throws(DomainError) -> EmailRecord {
        let id: EmailID = newID()
        let envelope = MailEnvelope(recipientAddress: content.recipientAddress, subject: subject)
        let email = EmailRecord(
            id: id, accountID: vault.account, category: content.category, template: content.template,
            envelope: vault.seal(envelope.encoded, .email, row: id.uuid), createdAt: now, state: .queued)
        try rows.insert(email)
        try rows.insert(
            OutboxRecord(
                id: environment.uuid(at: now), kind: .mail, lane: MailCategory.lane(of: content.category),
                accountID: vault.account, subject: id.uuid,
                payload: vault.seal(content.encoded, .outboxMail, row: id.uuid), createdAt: now, dueAt: now))
        return email
    }
}
