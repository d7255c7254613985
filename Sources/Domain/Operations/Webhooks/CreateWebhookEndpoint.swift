/// Names an https address that is told of events, and shows its signing secret this once.
package struct CreateWebhookEndpoint: Operation {
    package struct Answer: Sendable, Equatable {
        package let endpoint: WebhookEndpointView
        package let secret: String
    }

    private let url: String
    private let description: String
    private let eventTypes: [String]

    package init(url: String, description: String, eventTypes: [String]) {
        self.url = url
        self.description = description
        self.eventTypes = eventTypes
    }

    package func perform(_ work: Work, as principal: Principal) throws(DomainError) -> Verdict<Answer> {
        let account = try work.look.activeAccount(try principal.requireOwner().account)
        let problems = problems(work.environment.policy)
        guard problems.isEmpty else { throw .invalid(problems) }
        let held = try work.rows.webhookEndpoints(
            of: account.id, page: PageRequest(limit: WebhookRules.maximumEndpoints))
        guard held.count < WebhookRules.maximumEndpoints else {
            throw .failedPrecondition(
                reason: "TOO_MANY_WEBHOOK_ENDPOINTS",
                message: "An account has at most \(WebhookRules.maximumEndpoints) webhook endpoints; delete one first.")
        }
        let vault = try work.look.vault(of: account.id)
        let secret = WebhookSecret.make(work.environment.random)
        let endpoint = try make(secret, for: account.id, vault, work)
        try work.rows.insert(endpoint)
        try work.record(
            .webhookEndpointCreated, vault, by: principal.actor, named: principal.actorName,
            [ActivityDetail("endpoint_id", endpoint.id.text), ActivityDetail("host", WebhookURL.host(ofAccepted: url))])
        let zone = try vault.profile(of: account).timeZone
        return .done(
            Answer(
                endpoint: try work.look.view(endpoint, zone: zone, vault), secret: WebhookSecret.text(secret)))
    }

    private func make(
        _ secret: [UInt8], for account: AccountID, _ vault: Vault, _ work: Work
    ) throws(DomainError) -> WebhookEndpointRecord {
        let id: WebhookEndpointID = work.newID()
        let description = try Names.check(
            description, field: "description", maximumCodePoints: WebhookRules.maximumDescriptionCodePoints,
            required: false)
        let content = WebhookEndpointContent(
            url: WebhookURL.normalized(url), description: description, secrets: [.init(bytes: secret)])
        return WebhookEndpointRecord(
            id: id, accountID: account, content: vault.seal(content.encoded, .webhookEndpoint, row: id.uuid),
            eventTypes: eventTypes, createdAt: work.now)
    }

    private func problems(_ policy: Policy) -> [FieldProblem] {
        let url = WebhookURL.problem(url, field: "url", allow: policy.webhookAllow)
        let description = Names.problem(
            description, field: "description", maximumCodePoints: WebhookRules.maximumDescriptionCodePoints,
            required: false)
        return [url, description].compactMap(\.self) + eventTypeProblems
    }

    private var eventTypeProblems: [FieldProblem] {
        guard eventTypes.count <= WebhookRules.maximumEventTypes else {
            return [
                FieldProblem(
                    field: "event_types",
                    description: "Name at most \(WebhookRules.maximumEventTypes) types, or none to get all.",
                    reason: "TOO_MANY_EVENT_TYPES")
            ]
        }
        var seen: Set<String> = []
        return eventTypes.enumerated().compactMap { index, type in
            let field = "event_types[\(index)]"
            if let problem = WebhookRules.eventTypeProblem(type, field: field) { return problem }
            guard !seen.insert(type).inserted else { return nil }
            return FieldProblem(field: field, description: "Name each type once.", reason: "EVENT_TYPE_REPEATED")
        }
    }
}
