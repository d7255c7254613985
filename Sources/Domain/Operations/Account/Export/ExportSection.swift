/// The lists of an export, in their order.
enum ExportSection: String, CaseIterable, Sendable {
    case sessions
    case apiKeys = "api_keys"
    case browserProfiles = "browser_profiles"
    case driverSessions = "driver_sessions"
    case recordings
    case invoices
    case emails
    case webhookEndpoints = "webhook_endpoints"
    case webhookDeliveries = "webhook_deliveries"
    case unchainedActivity = "unchained"
    case activity = "rows"

    /// Rows that one read takes at most; a delivery's body alone has up to 20 kB.
    var rowsAtOnce: Int { self == .webhookDeliveries ? 16 : 500 }

    /// Where the list begins: lists are newest first by id, but the chain is oldest first.
    var start: ExportMark { self == .activity ? .after(nil) : .before(nil) }
}

/// A row of a list, to go on behind it.
enum ExportMark: Sendable {
    case before(UUIDv7?)
    case after(ActivityID?)
}

/// A row as it was read; opened only when it is written.
enum ExportRow {
    case session(SessionRecord)
    case apiKey(APIKeyRecord)
    case browserProfile(BrowserProfileRecord)
    case driverSession(DriverSessionRecord)
    case recording(RecordingRecord)
    case invoice(InvoiceRecord)
    case email(EmailRecord)
    case webhookEndpoint(WebhookEndpointRecord)
    case webhookDelivery(WebhookDeliveryRecord)
    case activity(ActivityRecord)

    var mark: ExportMark {
        switch self {
        case .session(let row): .before(row.id.uuid)
        case .apiKey(let row): .before(row.id.uuid)
        case .browserProfile(let row): .before(row.id.uuid)
        case .driverSession(let row): .before(row.id.uuid)
        case .recording(let row): .before(row.id.uuid)
        case .invoice(let row): .before(row.id.uuid)
        case .email(let row): .before(row.id.uuid)
        case .webhookEndpoint(let row): .before(row.id.uuid)
        case .webhookDelivery(let row): .before(row.id.uuid)
        case .activity(let row): row.link == nil ? .before(row.id.uuid) : .after(row.id)
        }
    }
}
