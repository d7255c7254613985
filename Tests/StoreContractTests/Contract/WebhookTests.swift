import Domain
import Testing

@Suite struct WebhookTests {
    @Test(arguments: StoreUnderTest.all)
    func endpointsAreListedUntilTheyAreRevoked(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            let account = try await store.account()
            let other = try await store.account()
            let endpoints = (0..<3).map { _ in Make.endpoint(of: account.id) }
            let foreign = Make.endpoint(of: other.id)
            try await store.change { rows throws(DomainError) in
                for endpoint in endpoints + [foreign] { try rows.insert(endpoint) }
            }
            var changed = endpoints[0]
            changed.content = [9, 9]
            changed.disabledAt = Make.now + .hours(1)
            let update = changed
            let updated = try await store.change { rows throws(DomainError) in
                var stranger = update
                stranger.accountID = other.id
                return [
                    try rows.update(update), try rows.update(stranger),
                    try rows.revokeWebhookEndpoint(endpoints[1].id, of: other.id, at: Make.now),
                    try rows.revokeWebhookEndpoint(endpoints[1].id, of: account.id, at: Make.now),
                    try rows.revokeWebhookEndpoint(endpoints[1].id, of: account.id, at: Make.now),
                    try rows.update(endpoints[1]),
                ]
            }
            #expect(updated == [true, false, false, true, false, false])
            let first = PageRequest(limit: 1)
            let second = PageRequest(limit: 9, after: endpoints[2].id.uuid)
            let found = try await store.read { rows throws(DomainError) in
                (
                    try rows.webhookEndpoints(of: account.id, page: first),
                    try rows.webhookEndpoints(of: account.id, page: second),
                    try rows.webhookEndpoint(endpoints[1].id, of: account.id),
                    try rows.webhookEndpoint(endpoints[2].id, of: other.id)
                )
            }
            #expect(found.0 == [endpoints[2]])
            #expect(found.1 == [changed])
            #expect(found.2 == nil && found.3 == nil)
            let revoked = try await store.change { rows throws(DomainError) in
                try rows.revokeWebhookEndpoints(of: account.id, at: Make.now)
            }
            #expect(revoked == [endpoints[2].id, endpoints[0].id])
            let left = try await store.read { rows throws(DomainError) in
                try rows.webhookEndpoints(of: account.id, page: first)
                    + rows.webhookEndpoints(of: other.id, page: first)
            }
            #expect(left == [foreign])
            let held = try await store.read { rows throws(DomainError) in
                try rows.heldWebhookEndpoints(of: account.id, page: PageRequest(limit: 9))
            }
            #expect(held.map(\.id) == endpoints.reversed().map(\.id))
            #expect(held.allSatisfy { $0.revokedAt == Make.now && $0.content.isEmpty })
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func deliveriesAreListedByAccountAndEndpointAndKeepTheirAttempts(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            let account = try await store.account()
            let endpoint = Make.endpoint(of: account.id)
            let second = Make.endpoint(of: account.id)
            var deliveries = [endpoint, second, endpoint].map { Make.delivery(to: $0) }
            let made = deliveries
            try await store.change { rows throws(DomainError) in
                for delivery in made { try rows.insert(delivery) }
            }
            deliveries[0].state = .failed
            deliveries[0].attemptCount = 3
            deliveries[0].attempts = [
                WebhookAttempt(at: Make.now, status: 503, duration: .seconds(2), failure: "It answered 503."),
                WebhookAttempt(at: Make.now, status: 0, duration: .seconds(15), failure: "No answer."),
            ]
            deliveries[0].nextAttemptAt = nil
            deliveries[0].failure = "It answered 503."
            let changed = deliveries[0]
            try await store.change { rows throws(DomainError) in try rows.update(changed) }
            let page = PageRequest(limit: 9)
            let found = try await store.read { rows throws(DomainError) in
                (
                    try rows.webhookDeliveries(of: account.id, endpoint: nil, page: page),
                    try rows.webhookDeliveries(of: account.id, endpoint: endpoint.id, page: page),
                    try rows.webhookDeliveries(
                        of: account.id, endpoint: endpoint.id, page: PageRequest(limit: 1, after: made[2].id.uuid)),
                    try rows.webhookDelivery(made[1].id, of: account.id),
                    try rows.webhookDelivery(made[1].id, of: Make.id())
                )
            }
            #expect(found.0 == [deliveries[2], deliveries[1], deliveries[0]])
            #expect(found.1 == [deliveries[2], deliveries[0]])
            #expect(found.2 == [deliveries[0]])
            #expect(found.3 == deliveries[1])
            #expect(found.4 == nil)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func cancellingTakesPendingDeliveriesAndTheirJobsAndNoOthers(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            let account = try await store.account()
            let endpoints = (0..<2).map { _ in Make.endpoint(of: account.id) }
            let deliveries = [endpoints[0], endpoints[0], endpoints[1]].map { Make.delivery(to: $0) }
            let foreign = Make.delivery(to: Make.endpoint(of: try await store.account().id))
            let mail = Make.job(.mail, of: account.id, subject: deliveries[0].id.uuid)
            try await store.change { rows throws(DomainError) in
                for delivery in deliveries + [foreign] {
                    try rows.insert(delivery)
                    try rows.insert(Make.job(.webhook, of: delivery.accountID, subject: delivery.id.uuid))
                }
                var over = deliveries[1]
                over.state = .succeeded
                try rows.update(over)
                try rows.insert(mail)
                try rows.cancelWebhookDeliveries(of: account.id, endpoint: endpoints[0].id, failure: "Gone.")
            }
            let states: @Sendable () async throws -> [WebhookDeliveryState?] = {
                try await store.read { rows throws(DomainError) in
                    var states: [WebhookDeliveryState?] = []
                    for delivery in deliveries + [foreign] {
                        states.append(try rows.webhookDelivery(delivery.id, of: delivery.accountID)?.state)
                    }
                    return states
                }
            }
            #expect(try await states() == [.cancelled, .succeeded, .pending, .pending])
            let cancelled = try await store.read { rows throws(DomainError) in
                try rows.webhookDelivery(deliveries[0].id, of: account.id)
            }
            #expect(cancelled?.failure == "Gone." && cancelled?.nextAttemptAt == nil)
            try await store.change { rows throws(DomainError) in
                try rows.cancelWebhookDeliveries(of: account.id, endpoint: nil, failure: "Gone.")
            }
            #expect(try await states() == [.cancelled, .succeeded, .cancelled, .pending])
        }
    }
}

extension Make {
    static func endpoint(of account: AccountID) -> WebhookEndpointRecord {
        WebhookEndpointRecord(
            id: id(), accountID: account, content: [1, 2], eventTypes: ["a.b", "c"], createdAt: now)
    }

    static func delivery(to endpoint: WebhookEndpointRecord) -> WebhookDeliveryRecord {
        WebhookDeliveryRecord(
            id: id(), accountID: endpoint.accountID, endpointID: endpoint.id, eventType: "a.b", content: [3],
            createdAt: now, nextAttemptAt: now)
    }
}
