import Domain

private enum Endpoints {
    static let columns = "endpoint_id, account_id, content, event_types, created_at, disabled_at, revoked_at"
    static let byID = SQL(
        "SELECT \(columns) FROM webhook_endpoints WHERE account_id = ?1 AND endpoint_id = ?2 AND revoked_at IS NULL")
    static let page = SQL(
        """
        SELECT \(columns) FROM webhook_endpoints WHERE account_id = ?1 AND endpoint_id < ?2 AND revoked_at IS NULL
        ORDER BY endpoint_id DESC LIMIT ?3
        """)
    static let held = SQL(
        """
        SELECT \(columns) FROM webhook_endpoints WHERE account_id = ?1 AND endpoint_id < ?2
        ORDER BY endpoint_id DESC LIMIT ?3
        """)
    static let insert = SQL("INSERT INTO webhook_endpoints (\(columns)) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
    static let update = SQL(
        """
        UPDATE webhook_endpoints SET content = ?3, disabled_at = ?4
        WHERE account_id = ?1 AND endpoint_id = ?2 AND revoked_at IS NULL
        """)
    static let revoke = SQL(
        """
        UPDATE webhook_endpoints SET revoked_at = ?3, content = x''
        WHERE account_id = ?1 AND endpoint_id = ?2 AND revoked_at IS NULL
        """)
    static let revokeAll = SQL(
        """
        UPDATE webhook_endpoints SET revoked_at = ?2, content = x'' WHERE account_id = ?1 AND revoked_at IS NULL
        RETURNING endpoint_id
        """)
}

private enum Deliveries {
    static let columns = """
        delivery_id, account_id, endpoint_id, event_type, content, created_at, state, attempt_count, attempts,
        next_attempt_at, failure
        """
    static let byID = SQL("SELECT \(columns) FROM webhook_deliveries WHERE account_id = ?1 AND delivery_id = ?2")
    static let page = SQL(
        """
        SELECT \(columns) FROM webhook_deliveries WHERE account_id = ?1 AND delivery_id < ?2
        ORDER BY delivery_id DESC LIMIT ?3
        """)
    static let pageOfEndpoint = SQL(
        """
        SELECT \(columns) FROM webhook_deliveries WHERE account_id = ?1 AND endpoint_id = ?4 AND delivery_id < ?2
        ORDER BY delivery_id DESC LIMIT ?3
        """)
    static let insert = SQL(
        "INSERT INTO webhook_deliveries (\(columns)) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)")
    static let update = SQL(
        """
        UPDATE webhook_deliveries
        SET state = ?3, attempt_count = ?4, attempts = ?5, next_attempt_at = ?6, failure = ?7
        WHERE account_id = ?1 AND delivery_id = ?2
        """)
    // The state is written out: SQLite has to see that the partial index fits.
    static let pending = SQL("SELECT delivery_id FROM webhook_deliveries WHERE account_id = ?1 AND state = 1")
    static let pendingOfEndpoint = SQL(
        "SELECT delivery_id FROM webhook_deliveries WHERE account_id = ?1 AND endpoint_id = ?2 AND state = 1")
    static let cancel = SQL(
        """
        UPDATE webhook_deliveries SET state = ?3, next_attempt_at = NULL, failure = ?4
        WHERE account_id = ?1 AND delivery_id = ?2
        """)
    static let removeJob = SQL("DELETE FROM outbox WHERE subject = ?1 AND kind = ?2")
}

extension WebhookEndpointRecord {
    fileprivate init(_ row: Row) throws(DomainError) {
        self.init(
            id: try row.id(0), accountID: try row.id(1), content: row.bytes(2),
            eventTypes: row.text(3).split(separator: " ").map(String.init), createdAt: row.instant(4),
            disabledAt: row.instantIfAny(5), revokedAt: row.instantIfAny(6))
    }
}

extension WebhookDeliveryRecord {
    fileprivate init(_ row: Row) throws(DomainError) {
        self.init(
            id: try row.id(0), accountID: try row.id(1), endpointID: try row.id(2), eventType: row.text(3),
            content: row.bytes(4), createdAt: row.instant(5), state: try row.choice(6), attemptCount: row.int(7),
            attempts: try WebhookAttempt.decode(row.bytes(8)), nextAttemptAt: row.instantIfAny(9), failure: row.text(10)
        )
    }
}

extension SQLiteReadTransaction {
    func webhookEndpoint(_ id: WebhookEndpointID, of account: AccountID) throws(DomainError) -> WebhookEndpointRecord? {
        try connection.first(Endpoints.byID, account, id) { row throws(DomainError) in try WebhookEndpointRecord(row) }
    }

    func webhookEndpoints(of account: AccountID, page: PageRequest) throws(DomainError) -> [WebhookEndpointRecord] {
        try connection.all(Endpoints.page, account, page.before, page.rows) { row throws(DomainError) in
            try WebhookEndpointRecord(row)
        }
    }

    func heldWebhookEndpoints(of account: AccountID, page: PageRequest) throws(DomainError) -> [WebhookEndpointRecord] {
        try connection.all(Endpoints.held, account, page.before, page.rows) { row throws(DomainError) in
            try WebhookEndpointRecord(row)
        }
    }

    func webhookDelivery(_ id: WebhookDeliveryID, of account: AccountID) throws(DomainError) -> WebhookDeliveryRecord? {
        try connection.first(Deliveries.byID, account, id) { row throws(DomainError) in try WebhookDeliveryRecord(row) }
    }

    func webhookDeliveries(
        of account: AccountID, endpoint: WebhookEndpointID?, page: PageRequest
    ) throws(DomainError) -> [WebhookDeliveryRecord] {
        if let endpoint {
            return try connection.all(Deliveries.pageOfEndpoint, account, page.before, page.rows, endpoint) {
                row throws(DomainError) in
                try WebhookDeliveryRecord(row)
            }
        }
        return try connection.all(Deliveries.page, account, page.before, page.rows) { row throws(DomainError) in
            try WebhookDeliveryRecord(row)
        }
    }
}

extension SQLiteTransaction {
    func insert(_ endpoint: WebhookEndpointRecord) throws(DomainError) {
        try connection.run(
            Endpoints.insert, endpoint.id, endpoint.accountID, endpoint.content,
            endpoint.eventTypes.joined(separator: " "), endpoint.createdAt, endpoint.disabledAt, endpoint.revokedAt)
    }

    func update(_ endpoint: WebhookEndpointRecord) throws(DomainError) -> Bool {
        try connection.run(
            Endpoints.update, endpoint.accountID, endpoint.id, endpoint.content, endpoint.disabledAt) == 1
    }

    func revokeWebhookEndpoint(_ id: WebhookEndpointID, of account: AccountID, at: Instant) throws(DomainError) -> Bool
    {
        try connection.run(Endpoints.revoke, account, id, at) == 1
    }

    func revokeWebhookEndpoints(of account: AccountID, at: Instant) throws(DomainError) -> [WebhookEndpointID] {
        let ids: [WebhookEndpointID] = try connection.all(Endpoints.revokeAll, account, at) { row throws(DomainError) in
            try row.id(0)
        }
        return ids.sorted(by: >)
    }

    func insert(_ delivery: WebhookDeliveryRecord) throws(DomainError) {
        try connection.run(
            Deliveries.insert, delivery.id, delivery.accountID, delivery.endpointID, delivery.eventType,
            delivery.content, delivery.createdAt, delivery.state, delivery.attemptCount,
            WebhookAttempt.encode(delivery.attempts), delivery.nextAttemptAt, delivery.failure)
    }

    func update(_ delivery: WebhookDeliveryRecord) throws(DomainError) {
        try connection.run(
            Deliveries.update, delivery.accountID, delivery.id, delivery.state, delivery.attemptCount,
            WebhookAttempt.encode(delivery.attempts), delivery.nextAttemptAt, delivery.failure)
    }

    func cancelWebhookDeliveries(
        of account: AccountID, endpoint: WebhookEndpointID?, failure: String
    ) throws(DomainError) {
        for id in try pendingDeliveries(of: account, endpoint) {
            try connection.run(Deliveries.cancel, account, id, WebhookDeliveryState.cancelled, failure)
            try connection.run(Deliveries.removeJob, id, OutboxKind.webhook)
        }
    }

    private func pendingDeliveries(
        of account: AccountID, _ endpoint: WebhookEndpointID?
    ) throws(DomainError) -> [WebhookDeliveryID] {
        if let endpoint {
            return try connection.all(Deliveries.pendingOfEndpoint, account, endpoint) { row throws(DomainError) in
                try row.id(0)
            }
        }
        return try connection.all(Deliveries.pending, account) { row throws(DomainError) in try row.id(0) }
    }
}
