// Everything that stops being valid does so through these: the log has its row in the same transaction. A test holds that
// operations go no other way.
extension Work {
    /// Only if it was live.
    func revokeSession(_ id: SessionID, of account: AccountID) throws(DomainError) -> Bool {
        guard try rows.revokeSession(id, of: account, at: now) else { return false }
        try log(.session, [id], of: account)
        return true
    }

    /// The ids of those that were not revoked yet.
    func revokeSessions(of account: AccountID, except: SessionID? = nil) throws(DomainError) -> [SessionID] {
        let ids = try rows.revokeSessions(of: account, except: except, at: now)
        try log(.session, ids, of: account)
        return ids
    }

    func revokeAPIKey(_ id: APIKeyID, of account: AccountID) throws(DomainError) -> Bool {
        guard try rows.revokeAPIKey(id, of: account, at: now) else { return false }
        try log(.apiKey, [id], of: account)
        return true
    }

    func revokeAPIKeys(of account: AccountID) throws(DomainError) -> [APIKeyID] {
        let ids = try rows.revokeAPIKeys(of: account, at: now)
        try log(.apiKey, ids, of: account)
        return ids
    }

    func revokeBrowserProfile(_ id: BrowserProfileID, of account: AccountID) throws(DomainError) -> Bool {
        guard try rows.revokeBrowserProfile(id, of: account, at: now) else { return false }
        try log(.browserProfile, [id], of: account)
        return true
    }

    func revokeBrowserProfiles(of account: AccountID) throws(DomainError) -> [BrowserProfileID] {
        let ids = try rows.revokeBrowserProfiles(of: account, at: now)
        try log(.browserProfile, ids, of: account)
        return ids
    }

    func endDriverSession(_ id: DriverSessionID, of account: AccountID) throws(DomainError) -> Bool {
        guard try rows.endDriverSession(id, of: account, at: now) else { return false }
        try log(.driverSession, [id], of: account)
        return true
    }

    func revokeDriverSessions(of account: AccountID) throws(DomainError) -> [DriverSessionID] {
        let ids = try rows.revokeDriverSessions(of: account, at: now)
        try log(.driverSession, ids, of: account)
        return ids
    }

    /// One that was disabled is in the log already.
    func revokeWebhookEndpoint(_ endpoint: WebhookEndpointRecord) throws(DomainError) -> Bool {
        guard try rows.revokeWebhookEndpoint(endpoint.id, of: endpoint.accountID, at: now) else { return false }
        if endpoint.disabledAt == nil { try log(.webhookEndpoint, [endpoint.id], of: endpoint.accountID) }
        return true
    }

    func revokeWebhookEndpoints(of account: AccountID) throws(DomainError) -> [WebhookEndpointID] {
        let page = PageRequest(limit: WebhookRules.maximumEndpoints)
        let disabled = try rows.webhookEndpoints(of: account, page: page).filter { $0.disabledAt != nil }.map(\.id)
        let ids = try rows.revokeWebhookEndpoints(of: account, at: now)
        try log(.webhookEndpoint, ids.filter { !disabled.contains($0) }, of: account)
        return ids
    }

    func disable(_ endpoint: WebhookEndpointRecord) throws(DomainError) {
        var endpoint = endpoint
        endpoint.disabledAt = now
        guard try rows.update(endpoint) else { throw .storage("webhook endpoint changed meanwhile") }
        try log(.webhookEndpoint, [endpoint.id], of: endpoint.accountID)
    }

    /// After all that belonged to it.
    func logDeletion(of account: AccountID) throws(DomainError) { try log(.account, [account], of: account) }

    private func log<Kind>(
        _ kind: RevocationKind, _ ids: [Identifier<Kind>], of account: AccountID
    ) throws(DomainError) {
        for id in ids {
            try rows.insert(
                RevocationRecord(
                    id: environment.uuid(at: now), kind: kind, subject: id.uuid, accountID: account, at: now))
        }
    }
}

extension RevocationRecord {
    /// What was revoked, as everybody names it.
    package var subjectText: String {
        switch kind {
        case .session: SessionID(subject).text
        case .apiKey: APIKeyID(subject).text
        case .webhookEndpoint: WebhookEndpointID(subject).text
        case .browserProfile: BrowserProfileID(subject).text
        case .driverSession: DriverSessionID(subject).text
        case .account: AccountID(subject).text
        }
    }
}
