extension Migration {
    /// A chain's rows have ids in the order of their sequences, so the table's own key is all that is needed to find the newest: an index
    /// less, and a page less to write for each change. Rows whose ids don't follow each other are not taken over.
    static let accounts0009 = Migration(
        version: 9,
        text: """
            CREATE TABLE activity_order (
                misplaced INTEGER NOT NULL, CONSTRAINT activity_ids_follow_their_chain CHECK (misplaced = 0)
            ) STRICT;
            INSERT INTO activity_order SELECT count(*) FROM (
                SELECT activity_id, lag(activity_id) OVER (PARTITION BY account_id ORDER BY sequence) AS previous
                FROM activities WHERE sequence IS NOT NULL
            ) WHERE activity_id <= previous;
            DROP TABLE activity_order;

            DROP TRIGGER activities_follow;
            DROP INDEX activities_chain;
            CREATE TRIGGER activities_follow BEFORE INSERT ON activities
            WHEN NEW.sequence IS NOT NULL AND NOT coalesce(
                (SELECT NEW.sequence = sequence + 1 AND NEW.activity_id > activity_id FROM activities
                    WHERE account_id = NEW.account_id AND sequence IS NOT NULL ORDER BY activity_id DESC LIMIT 1),
                NEW.sequence = 1)
            BEGIN SELECT RAISE(ABORT, 'a chain grows by one row'); END;
            """)
}
