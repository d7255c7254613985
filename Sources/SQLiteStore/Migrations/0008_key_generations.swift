extension Migration {
    /// A sealed value's second byte names the generation of its key, so the rows that name an old one are found by an index on it.
    /// An invoice may be sealed again under a newer key, and changed in no other way.
    static let accounts0008 = Migration(
        version: 8,
        text: """
            CREATE INDEX invoices_key ON invoices (substr(content, 2, 1));
            CREATE INDEX answers_key ON answers (substr(answer, 2, 1)) WHERE account_id IS NULL;

            DROP TRIGGER invoices_are_final;
            CREATE TRIGGER invoices_are_final BEFORE UPDATE ON invoices
            WHEN NEW.account_id <> OLD.account_id OR NEW.invoice_id <> OLD.invoice_id OR NEW.currency <> OLD.currency
                OR NEW.amount_minor <> OLD.amount_minor OR NEW.issued_at <> OLD.issued_at
                OR NEW.retain_until <> OLD.retain_until OR length(NEW.content) <> length(OLD.content)
                OR substr(NEW.content, 2, 1) <= substr(OLD.content, 2, 1)
            BEGIN SELECT RAISE(ABORT, 'invoices are not changed'); END;

            CREATE TABLE key_generations (
                generation INTEGER NOT NULL PRIMARY KEY CHECK (generation BETWEEN 1 AND 255),
                seals_since INTEGER NOT NULL,
                remaining INTEGER NOT NULL CHECK (remaining >= 0),
                alone_since INTEGER
            ) STRICT;
            """)
}
