extension Migration {
    /// One row an account: the last reset. `ended` is null while it waits.
    static let accounts0006 = Migration(
        version: 6,
        text: """
            CREATE TABLE two_factor_resets (
                account_id BLOB NOT NULL PRIMARY KEY REFERENCES accounts ON DELETE CASCADE,
                reset_id BLOB NOT NULL CHECK (length(reset_id) = 16),
                requested_by TEXT NOT NULL,
                requested_at INTEGER NOT NULL,
                takes_effect_at INTEGER NOT NULL,
                ended INTEGER,
                ended_at INTEGER,
                CHECK ((ended IS NULL) = (ended_at IS NULL))
            ) STRICT, WITHOUT ROWID;
            """)
}
