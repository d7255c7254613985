extension Migration {
    static let accounts0005 = Migration(
        version: 5,
        text: """
            CREATE TABLE webhook_endpoints (
                account_id BLOB NOT NULL REFERENCES accounts ON DELETE CASCADE,
                endpoint_id BLOB NOT NULL CHECK (length(endpoint_id) = 16),
                content BLOB NOT NULL,
                event_types TEXT NOT NULL,
                created_at INTEGER NOT NULL,
                disabled_at INTEGER,
                revoked_at INTEGER,
                PRIMARY KEY (account_id, endpoint_id)
            ) STRICT, WITHOUT ROWID;

            -- With row ids: a body has up to 20 kB, which an index should not carry about.
            CREATE TABLE webhook_deliveries (
                account_id BLOB NOT NULL REFERENCES accounts ON DELETE CASCADE,
                delivery_id BLOB NOT NULL CHECK (length(delivery_id) = 16),
                endpoint_id BLOB NOT NULL CHECK (length(endpoint_id) = 16),
                event_type TEXT NOT NULL,
                created_at INTEGER NOT NULL,
                state INTEGER NOT NULL CHECK (state IN (1, 2, 3, 4)),
                attempt_count INTEGER NOT NULL,
                attempts BLOB NOT NULL,
                next_attempt_at INTEGER,
                failure TEXT NOT NULL,
                content BLOB NOT NULL,
                PRIMARY KEY (account_id, delivery_id)
            ) STRICT;
            CREATE INDEX webhook_deliveries_endpoint ON webhook_deliveries (account_id, endpoint_id, delivery_id);
            CREATE INDEX webhook_deliveries_pending ON webhook_deliveries (account_id, endpoint_id) WHERE state = 1;
            CREATE INDEX outbox_subject ON outbox (subject);

            ALTER TABLE deletions ADD COLUMN revoked_webhook_endpoints INTEGER NOT NULL DEFAULT 0;
            """)
}
