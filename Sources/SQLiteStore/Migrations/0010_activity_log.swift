extension Migration {
    /// Rows lie in the order in which they came, and an index of ids finds an account's. As long rows in the order of their accounts each
    /// second or third one split a page, and its neighbours were written again: more than half of what a change wrote.
    static let accounts0010 = Migration(
        version: 10,
        text: """
            CREATE TABLE activity_log (
                row INTEGER NOT NULL PRIMARY KEY,
                account_id BLOB NOT NULL REFERENCES accounts ON DELETE CASCADE,
                activity_id BLOB NOT NULL CHECK (length(activity_id) = 16),
                kind TEXT NOT NULL,
                at INTEGER NOT NULL,
                actor INTEGER NOT NULL,
                actor_name TEXT NOT NULL,
                details BLOB NOT NULL,
                sequence INTEGER CHECK (sequence > 0),
                previous_hash BLOB CHECK (length(previous_hash) = 32),
                hash BLOB CHECK (length(hash) = 32),
                tag BLOB CHECK (length(tag) = 32)
            ) STRICT;
            INSERT INTO activity_log (
                account_id, activity_id, kind, at, actor, actor_name, details, sequence, previous_hash, hash, tag)
            SELECT account_id, activity_id, kind, at, actor, actor_name, details, sequence, previous_hash, hash, tag
            FROM activities ORDER BY account_id, activity_id;

            DROP TRIGGER activities_are_kept;
            DROP TRIGGER activities_are_final;
            DROP TRIGGER activities_follow;
            DROP TABLE activities;
            ALTER TABLE activity_log RENAME TO activities;

            CREATE UNIQUE INDEX activities_id ON activities (account_id, activity_id);
            CREATE INDEX activities_unchained ON activities (account_id, activity_id) WHERE sequence IS NULL;
            CREATE TRIGGER activities_are_kept BEFORE DELETE ON activities
            WHEN EXISTS (SELECT 1 FROM accounts WHERE account_id = OLD.account_id)
            BEGIN SELECT RAISE(ABORT, 'activities are only added'); END;
            CREATE TRIGGER activities_are_final BEFORE UPDATE ON activities
            BEGIN SELECT RAISE(ABORT, 'activities are only added'); END;
            CREATE TRIGGER activities_follow BEFORE INSERT ON activities
            WHEN NEW.sequence IS NOT NULL AND NOT coalesce(
                (SELECT NEW.sequence = sequence + 1 AND NEW.activity_id > activity_id FROM activities
                    WHERE account_id = NEW.account_id AND sequence IS NOT NULL ORDER BY activity_id DESC LIMIT 1),
                NEW.sequence = 1)
            BEGIN SELECT RAISE(ABORT, 'a chain grows by one row'); END;
            """)
}
