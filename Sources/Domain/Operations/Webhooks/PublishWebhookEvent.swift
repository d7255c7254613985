/// Promises an event to every enabled endpoint of the account that wants its type: one delivery each, in this transaction.
package struct PublishWebhookEvent: Operation {
    package struct Answer: Sendable, Equatable {
        package let account: AccountID
        package let deliveries: [WebhookDeliveryID]
    }

    private let accountID: String
    private let eventType: String
    private let payload: String

    package init(accountID: String, eventType: String, payload: String) {
        self.accountID = accountID
        self.eventType = eventType
        self.payload = payload
    }

    package func perform(_ work: Work, as principal: Principal) throws(DomainError) -> Verdict<Answer> {
        let id = try principal.account(named: accountID)
        let problems = [WebhookRules.eventTypeProblem(eventType, field: "event_type"), payloadProblem].compactMap(
            \.self)
        guard problems.isEmpty else { throw .invalid(problems) }
        let account = try work.look.activeAccount(id)
        let endpoints = try work.rows.webhookEndpoints(of: id, page: PageRequest(limit: WebhookRules.maximumEndpoints))
            .filter { $0.disabledAt == nil && ($0.eventTypes.isEmpty || $0.eventTypes.contains(eventType)) }
        guard !endpoints.isEmpty else { return .done(Answer(account: id, deliveries: [])) }
        let vault = try work.look.vault(of: id)
        let profile = try vault.profile(of: account)
        let body = WebhookRules.body(type: eventType, at: work.now, payload: payload)
        var deliveries: [WebhookDeliveryID] = []
        // In the order in which they were made.
        for endpoint in endpoints.reversed() {
            deliveries.append(try queue(body, for: endpoint, profile, vault, work))
        }
        return .done(Answer(account: id, deliveries: deliveries))
    }

    private var payloadProblem: FieldProblem? {
        guard payload.utf8.count <= WebhookRules.maximumPayloadBytes else {
            return FieldProblem(
                field: "payload", description: "Send at most \(WebhookRules.maximumPayloadBytes) bytes.",
                reason: "PAYLOAD_TOO_LONG")
        }
        guard JSONText.isValid(payload) else {
            return FieldProblem(
                field: "payload",
                description: "Send one JSON value (RFC 8259), at most \(JSONText.maximumDepth) levels deep.",
                reason: "PAYLOAD_NOT_JSON")
        }
        return nil
    }

    private func queue(
        _ body: String, for endpoint: WebhookEndpointRecord, _ profile: Profile, _ vault: Vault, _ work: Work
    ) throws(DomainError) -> WebhookDeliveryID {
        let id: WebhookDeliveryID = work.newID()
        let content = WebhookDeliveryContent(
            url: try vault.content(of: endpoint).url, displayName: profile.displayName, email: profile.email, body: body
        )
        let delivery = WebhookDeliveryRecord(
            id: id, accountID: vault.account, endpointID: endpoint.id, eventType: eventType,
            content: vault.seal(content.encoded, .webhookDelivery, row: id.uuid), createdAt: work.now,
            nextAttemptAt: work.now)
        try work.rows.insert(delivery)
        try work.promise(delivery)
        return id
    }
}

extension Work {
    /// The job that delivers it, due now.
    func promise(_ delivery: WebhookDeliveryRecord) throws(DomainError) {
        try rows.insert(
            OutboxRecord(
                id: environment.uuid(at: now), kind: .webhook, destination: delivery.endpointID.uuid,
                accountID: delivery.accountID,
                subject: delivery.id.uuid, createdAt: now, dueAt: now))
    }
}
