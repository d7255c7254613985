/// Makes a new signing secret. The old one signs beside it for a day, so that a receiver that knows either is content.
package struct RotateWebhookSecret: Operation {
    package typealias Answer = CreateWebhookEndpoint.Answer

    private let endpointID: String

    package init(endpointID: String) { self.endpointID = endpointID }

    package func perform(_ work: Work, as principal: Principal) throws(DomainError) -> Verdict<Answer> {
        let account = try work.look.activeAccount(try principal.requireOwner().account)
        var endpoint = try work.look.webhookEndpoint(named: endpointID, of: account.id)
        let vault = try work.look.vault(of: account.id)
        let secret = WebhookSecret.make(work.environment.random)
        var content = try vault.content(of: endpoint)
        content.secrets = try rotated(content, to: secret, work)
        endpoint.content = vault.seal(content.encoded, .webhookEndpoint, row: endpoint.id.uuid)
        guard try work.rows.update(endpoint) else { throw .storage("webhook endpoint changed meanwhile") }
        try work.record(
            .webhookSecretRotated, vault, by: principal.actor, named: principal.actorName,
            [ActivityDetail("endpoint_id", endpoint.id.text)])
        let zone = try vault.profile(of: account).timeZone
        return .done(
            Answer(
                endpoint: try work.look.view(endpoint, zone: zone, vault), secret: WebhookSecret.text(secret)))
    }

    private func rotated(
        _ content: WebhookEndpointContent, to secret: [UInt8], _ work: Work
    ) throws(DomainError) -> [WebhookEndpointContent.Secret] {
        let until = work.now + work.environment.policy.webhookSecretOverlap
        let old = content.secrets(at: work.now)
        guard old.count < WebhookRules.maximumSecrets else {
            throw .failedPrecondition(
                reason: "TOO_MANY_ROTATIONS",
                message: "\(old.count) secrets of this endpoint still sign; rotate again when one of them has ended.")
        }
        return [.init(bytes: secret)]
            + old.map { WebhookEndpointContent.Secret(bytes: $0.bytes, signsUntil: $0.signsUntil ?? until) }
    }
}

extension Look {
    /// The account's own endpoint that is not deleted; somebody else's is as absent as none.
    func webhookEndpoint(named id: String, of account: AccountID) throws(DomainError) -> WebhookEndpointRecord {
        guard let id = WebhookEndpointID(text: id), let endpoint = try rows.webhookEndpoint(id, of: account) else {
            throw .notFound("webhook endpoint")
        }
        return endpoint
    }
}
