extension Migration {
    /// Rows that stand already can't be hashed: only an operation opens what they hold. They stay as they are, and each
    /// account's chain begins with its next row.
    static let accounts0003 = Migration(
        version: 3,
        text: """
            ALTER TABLE activities ADD COLUMN sequence INTEGER CHECK (sequence > 0);
            ALTER TABLE activities ADD COLUMN previous_hash BLOB CHECK (length(previous_hash) = 32);
            ALTER TABLE activities ADD COLUMN hash BLOB CHECK (length(hash) = 32);
            CREATE UNIQUE INDEX activities_chain ON activities (account_id, sequence) WHERE sequence IS NOT NULL;
            CREATE INDEX activities_unchained ON activities (account_id, activity_id) WHERE sequence IS NULL;

            CREATE TABLE activity_heads (
                account_id BLOB NOT NULL PRIMARY KEY REFERENCES accounts ON DELETE CASCADE,
                count INTEGER NOT NULL CHECK (count > 0),
                hash BLOB NOT NULL CHECK (length(hash) = 32),
                at INTEGER NOT NULL,
                unchained INTEGER NOT NULL,
                chain_key BLOB NOT NULL,
                tag BLOB NOT NULL CHECK (length(tag) = 32)
            ) STRICT, WITHOUT ROWID;
            CREATE TRIGGER activity_heads_rise BEFORE UPDATE ON activity_heads WHEN NEW.count <> OLD.count + 1
            BEGIN SELECT RAISE(ABORT, 'a head moves by one row'); END;
            """)
}
