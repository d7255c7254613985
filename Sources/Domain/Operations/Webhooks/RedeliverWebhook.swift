/// Delivers once more what was delivered, failed or cancelled: the same bytes under the same id, so that a receiver that had
/// it can tell.
package struct RedeliverWebhook: Operation {
    private let deliveryID: String

    package init(deliveryID: String) { self.deliveryID = deliveryID }

    package func perform(_ work: Work, as principal: Principal) throws(DomainError) -> Verdict<WebhookDeliveryView> {
        let account = try work.look.activeAccount(try principal.requireOwner().account)
        guard let id = WebhookDeliveryID(text: deliveryID),
            var delivery = try work.rows.webhookDelivery(id, of: account.id)
        else { throw .notFound("webhook delivery") }
        try check(delivery, work)
        delivery.state = .pending
        delivery.nextAttemptAt = work.now
        delivery.failure = ""
        try work.rows.update(delivery)
        try work.promise(delivery)
        let vault = try work.look.vault(of: account.id)
        try work.record(
            .webhookRedelivered, vault, by: principal.actor, named: principal.actorName,
            [ActivityDetail("delivery_id", delivery.id.text), ActivityDetail("endpoint_id", delivery.endpointID.text)])
        let zone = try vault.profile(of: account).timeZone
        return .done(try work.look.view(delivery, zone: zone, vault))
    }

    private func check(_ delivery: WebhookDeliveryRecord, _ work: Work) throws(DomainError) {
        guard delivery.state != .pending else {
            throw .failedPrecondition(
                reason: "DELIVERY_PENDING", message: "This delivery is still being tried; wait for its next try.")
        }
        guard let endpoint = try work.rows.webhookEndpoint(delivery.endpointID, of: delivery.accountID) else {
            throw .failedPrecondition(
                reason: "ENDPOINT_DELETED", message: "Its endpoint was deleted; events go to the others.")
        }
        guard endpoint.disabledAt == nil else {
            throw .failedPrecondition(
                reason: "ENDPOINT_DISABLED",
                message: "Its endpoint answered that it is gone; delete it and create it anew.")
        }
    }
}
