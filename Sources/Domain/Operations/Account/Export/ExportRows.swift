// One function a kind of row. Hashes of secrets aren't told: they say nothing to the customer, and would help a thief.
extension ExportSource {
    func write(_ row: ExportRow, _ json: inout JSONWriter) throws(DomainError) {
        json.beginObject()
        switch row {
        case .session(let row): try write(row, &json)
        case .apiKey(let row): try write(row, &json)
        case .browserProfile(let row): try write(row, &json)
        case .driverSession(let row): try write(row, &json)
        case .recording(let row): write(row, &json)
        case .invoice(let row): try write(row, &json)
        case .email(let row): try write(row, &json)
        case .webhookEndpoint(let row): try write(row, &json)
        case .webhookDelivery(let row): try write(row, &json)
        case .activity(let row): try write(row, &json)
        }
        json.endObject()
    }

    private func write(_ row: SessionRecord, _ json: inout JSONWriter) throws(DomainError) {
        json.member("id", row.id.text)
        json.member("device", try vault.text(row.deviceLabel, .userAgent, row: row.id.uuid))
        json.member("created_at", row.createdAt)
        json.member("authenticated_at", row.authenticatedAt)
        json.member("last_seen_at", row.lastSeenAt)
        json.member("expires_at", row.expiresAt)
        json.member("two_factor", row.twoFactor)
        json.member("revoked_at", row.revokedAt)
    }

    private func write(_ row: APIKeyRecord, _ json: inout JSONWriter) throws(DomainError) {
        json.member("id", row.id.text)
        json.member("name", try vault.text(row.name, .apiKeyName, row: row.id.uuid))
        json.member("prefix", row.prefix)
        json.name("scopes")
        json.beginArray()
        for scope in row.scopes { json.value(scope) }
        json.endArray()
        json.member("created_at", row.createdAt)
        json.member("last_used_at", row.lastUsedAt)
        json.member("expires_at", row.expiresAt)
        json.member("revoked_at", row.revokedAt)
    }

    private func write(_ row: BrowserProfileRecord, _ json: inout JSONWriter) throws(DomainError) {
        json.member("id", row.id.text)
        json.member("name", try vault.text(row.name, .browserProfileName, row: row.id.uuid))
        json.member("created_at", row.createdAt)
        json.member("deleted_at", row.revokedAt)
    }

    private func write(_ row: DriverSessionRecord, _ json: inout JSONWriter) throws(DomainError) {
        json.member("id", row.id.text)
        json.member("browser_profile_id", row.browserProfileID?.text ?? "")
        json.member("label", try vault.text(row.label, .driverSessionLabel, row: row.id.uuid))
        json.member("started_at", row.startedAt)
        json.member("ended_at", row.endedAt)
        json.member("revoked_at", row.revokedAt)
    }

    private func write(_ row: RecordingRecord, _ json: inout JSONWriter) {
        json.member("id", row.id.text)
        json.member("object_key", row.objectKey)
        json.member("size_bytes", row.sizeBytes)
        json.member("recorded_at", row.recordedAt)
        json.member("driver_session_id", row.driverSessionID?.text ?? "")
    }

    private func write(_ row: InvoiceRecord, _ json: inout JSONWriter) throws(DomainError) {
        let content = try look.environment.cryptography.open(row)
        json.member("id", row.id.text)
        json.member("number", content.number)
        json.member("description", content.description)
        json.member("display_name", content.displayName)
        json.member("email", content.email)
        json.member("currency", row.currency)
        json.member("amount_minor", row.amountMinor)
        json.member("issued_at", row.issuedAt)
        json.member("retained_until", row.lastRetainedMoment)
    }

    private func write(_ row: EmailRecord, _ json: inout JSONWriter) throws(DomainError) {
        let envelope = try MailEnvelope(decoding: vault.open(row.envelope, .email, row: row.id.uuid))
        json.member("id", row.id.text)
        json.member("category", row.category)
        json.member("template", row.template)
        json.member("recipient", envelope.recipientAddress)
        json.member("subject", envelope.subject)
        json.member("created_at", row.createdAt)
        json.member("sent_at", row.sentAt)
        json.member("state", row.state.name)
        json.member("failure", row.failure)
    }

    /// A deleted one's address is gone with it.
    private func write(_ row: WebhookEndpointRecord, _ json: inout JSONWriter) throws(DomainError) {
        let content = row.revokedAt == nil ? try vault.content(of: row) : nil
        json.member("id", row.id.text)
        json.member("url", content?.url ?? "")
        json.member("description", content?.description ?? "")
        json.name("event_types")
        json.beginArray()
        for type in row.eventTypes { json.value(type) }
        json.endArray()
        json.member("created_at", row.createdAt)
        json.member("disabled_at", row.disabledAt)
        json.member("deleted_at", row.revokedAt)
    }

    private func write(_ row: WebhookDeliveryRecord, _ json: inout JSONWriter) throws(DomainError) {
        let content = try vault.content(of: row)
        json.member("id", row.id.text)
        json.member("endpoint_id", row.endpointID.text)
        json.member("url", content.url)
        json.member("event_type", row.eventType)
        json.member("body", content.body)
        json.member("display_name", content.displayName)
        json.member("email", content.email)
        json.member("created_at", row.createdAt)
        json.member("state", row.state.name)
        json.member("failure", row.failure)
        json.member("attempt_count", row.attemptCount)
        json.name("attempts")
        json.beginArray()
        for attempt in row.attempts {
            json.beginObject()
            json.member("attempted_at", attempt.at)
            json.member("response_code", attempt.status)
            json.member("duration_milliseconds", attempt.duration.millisecondsRoundedUp)
            json.member("failure", attempt.failure)
            json.endObject()
        }
        json.endArray()
    }

    /// Just what is hashed, and the hashes.
    private func write(_ row: ActivityRecord, _ json: inout JSONWriter) throws(DomainError) {
        if let link = row.link { json.member("sequence", link.sequence) }
        json.member("id", row.id.text)
        json.member("kind", row.kind)
        json.member("occurred_at", row.at)
        json.member("actor", row.actor.name)
        json.member("actor_name", row.actorName)
        json.name("details")
        json.beginArray()
        for detail in try vault.details(of: row) {
            json.beginObject()
            json.member("name", detail.name)
            json.member("value", detail.value)
            json.endObject()
        }
        json.endArray()
        guard let link = row.link else { return }
        json.member("previous_hash", TextEncoding.hex(link.previousHash))
        json.member("hash", TextEncoding.hex(link.hash))
    }
}

extension Actor {
    /// As an export spells it.
    fileprivate var name: String {
        switch self {
        case .customer: "customer"
        case .service: "service"
        case .support: "support"
        case .system: "system"
        }
    }
}

extension EmailState {
    /// As an export spells it.
    fileprivate var name: String {
        switch self {
        case .queued: "queued"
        case .sent: "sent"
        case .suppressed: "suppressed"
        case .failed: "failed"
        case .discarded: "discarded"
        }
    }
}

extension WebhookDeliveryState {
    /// As an export spells it.
    fileprivate var name: String {
        switch self {
        case .pending: "pending"
        case .succeeded: "succeeded"
        case .failed: "failed"
        case .cancelled: "cancelled"
        }
    }
}
