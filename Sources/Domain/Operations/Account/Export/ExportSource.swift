/// Reads an account's rows for an export, and writes what frames them.
struct ExportSource {
    let look: Look
    let account: AccountRecord
    let head: SignedActivityHead?
    let vault: Vault

    func rows(of section: ExportSection, after mark: ExportMark, limit: Int) throws(DomainError) -> [ExportRow] {
        switch mark {
        case .after(let id): try chain(after: id, limit: limit)
        case .before(let id): try rows(of: section, PageRequest(limit: limit, after: id))
        }
    }

    private func rows(of section: ExportSection, _ page: PageRequest) throws(DomainError) -> [ExportRow] {
        let rows = look.rows
        let id = account.id
        switch section {
        case .sessions: return try rows.heldSessions(of: id, page: page).map { .session($0) }
        case .apiKeys: return try rows.heldAPIKeys(of: id, page: page).map { .apiKey($0) }
        case .browserProfiles: return try rows.heldBrowserProfiles(of: id, page: page).map { .browserProfile($0) }
        case .driverSessions: return try rows.driverSessions(of: id, page: page).map { .driverSession($0) }
        case .recordings: return try rows.recordings(of: id, page: page).map { .recording($0) }
        case .invoices: return try rows.invoices(of: id, page: page).map { .invoice($0) }
        case .emails: return try rows.emails(of: id, page: page).map { .email($0) }
        case .webhookEndpoints: return try rows.heldWebhookEndpoints(of: id, page: page).map { .webhookEndpoint($0) }
        case .webhookDeliveries:
            return try rows.webhookDeliveries(of: id, endpoint: nil, page: page).map { .webhookDelivery($0) }
        case .unchainedActivity: return try rows.unchainedActivities(of: id, page: page).map { .activity($0) }
        case .activity: return []
        }
    }

    /// No row behind the head is told, so that the document is what the head signs.
    private func chain(after id: ActivityID?, limit: Int) throws(DomainError) -> [ExportRow] {
        guard let head = head?.record else { return [] }
        return try look.rows.chainedActivities(of: account.id, after: id, limit: limit)
            .prefix { ($0.link?.sequence ?? .max) <= head.count }.map { .activity($0) }
    }

    func open(_ section: ExportSection, _ json: inout JSONWriter) throws(DomainError) {
        if section == .unchainedActivity { try openActivity(&json) }
        json.name(section.rawValue)
        json.beginArray()
    }

    func close(_ section: ExportSection, _ json: inout JSONWriter) {
        json.endArray()
        if section == .activity { json.endObject() }
    }

    private func openActivity(_ json: inout JSONWriter) throws(DomainError) {
        json.name("activity")
        json.beginObject()
        json.name("head")
        guard let signed = head else {
            json.null()
            json.name("chain_key")
            return json.null()
        }
        let head = signed.record
        json.beginObject()
        json.member("account_id", head.chain.accountID.text)
        json.member("count", head.count)
        json.member("hash", TextEncoding.hex(head.hash))
        json.member("added_at", head.at)
        json.member("unchained", head.chain.unchained)
        json.member("signature", TextEncoding.hex(signed.signature))
        json.member("public_key", TextEncoding.hex(signed.publicKey))
        json.endObject()
        json.member("chain_key", TextEncoding.hex(try vault.chainKey(of: head.chain)))
    }

    /// What there is one of.
    func writeOpening(_ json: inout JSONWriter) throws(DomainError) {
        json.member("type", ExportData.type)
        json.member("version", 1)
        json.member("exported_at", look.now)
        try writeAccount(&json)
        try writeSecurity(&json)
        json.name("preferences")
        json.beginArray()
        for preference in try look.preferences(of: account.id) {
            json.beginObject()
            json.member("category", preference.category.id)
            json.member("enabled", preference.isEnabled)
            json.endObject()
        }
        json.endArray()
    }

    private func writeAccount(_ json: inout JSONWriter) throws(DomainError) {
        let profile = try vault.profile(of: account)
        json.name("account")
        json.beginObject()
        json.member("id", account.id.text)
        json.member("display_name", profile.displayName)
        json.member("email", profile.email)
        json.member("email_verified_at", account.emailVerifiedAt)
        json.member("pending_email", profile.pendingEmail)
        json.member("time_zone", profile.timeZone)
        json.member("created_at", account.createdAt)
        json.endObject()
    }

    private func writeSecurity(_ json: inout JSONWriter) throws(DomainError) {
        json.name("security")
        json.beginObject()
        json.member("password_set", !account.passwordHash.isEmpty)
        json.member("password_changed_at", account.passwordHash.isEmpty ? nil : account.passwordChangedAt)
        json.member("two_factor_enabled", account.totp?.confirmedAt != nil)
        json.member("two_factor_enabled_at", account.totp?.confirmedAt)
        json.member("recovery_codes_left", Int64(try look.rows.recoveryCodesLeft(of: account.id)))
        try writeTwoFactorReset(&json)
        json.endObject()
    }

    private func writeTwoFactorReset(_ json: inout JSONWriter) throws(DomainError) {
        json.name("two_factor_reset")
        guard let reset = try look.rows.twoFactorReset(of: account.id) else { return json.null() }
        json.beginObject()
        json.member("requested_by", reset.requestedBy)
        json.member("requested_at", reset.requestedAt)
        json.member("takes_effect_at", reset.takesEffectAt)
        json.member("ended_at", reset.ended?.at)
        json.member("ended", reset.ended?.end.words ?? "")
        json.endObject()
    }
}
