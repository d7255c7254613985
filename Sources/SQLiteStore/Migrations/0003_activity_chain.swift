extension Migration {
    /// Rows that stand already can't be hashed: only an operation opens what they hold. They stay as they are, and each
    /// account's chain begins with its next row.
    static let accounts0003 = Migration(
        version: 3,
        text: """
            ALTER TABLE activities ADD COLUMN sequence INTEGER CHECK (sequence > 0);
            ALTER TABLE activities ADD COLUMN previous_hash BLOB CHECK (length(previous_hash) = 32);
            ALTER TABLE activities ADD COLUMN hash BLOB CHECK (length(hash) = 32);
            ALTER TABLE activities ADD COLUMN tag BLOB CHECK (length(tag) = 32);
            CREATE UNIQUE INDEX activities_chain ON activities (account_id, sequence) WHERE sequence IS NOT NULL;
            CREATE INDEX activities_unchained ON activities (account_id, activity_id) WHERE sequence IS NULL;

            CREATE TRIGGER activities_follow BEFORE INSERT ON activities
            WHEN NEW.sequence IS NOT NULL AND NEW.sequence <> 1 + coalesce(
                (SELECT sequence FROM activities WHERE account_id = NEW.account_id AND sequence IS NOT NULL
                    ORDER BY sequence DESC LIMIT 1), 0)
            BEGIN SELECT RAISE(ABORT, 'a chain grows by one row'); END;

            CREATE TABLE activity_chains (
                account_id BLOB NOT NULL PRIMARY KEY REFERENCES accounts ON DELETE CASCADE,
                unchained INTEGER NOT NULL,
                chain_key BLOB NOT NULL
            ) STRICT, WITHOUT ROWID;
            """)
}
