extension Migration {
    /// The outbox gets lanes and destinations. Lane -1 holds the dead letters; `ready_at` is when they died.
    static let accounts0002 = Migration(
        version: 2,
        text: """
            DROP INDEX outbox_ready;
            ALTER TABLE outbox RENAME COLUMN urgency TO lane;
            ALTER TABLE outbox ADD COLUMN destination BLOB NOT NULL DEFAULT (zeroblob(16)) CHECK (length(destination) = 16);
            UPDATE outbox SET lane = CASE kind WHEN 1 THEN 0 WHEN 2 THEN 0 WHEN 3 THEN 2 ELSE 3 END;
            CREATE INDEX outbox_queue ON outbox (lane, destination, ready_at, job_id);
            CREATE INDEX outbox_due ON outbox (lane, ready_at);
            CREATE INDEX outbox_leased ON outbox (job_id) WHERE ready_at > due_at;
            """)
}
