extension Migration {
    /// Rows outlive their accounts, so nothing ties them together. A sequence is never given twice. The first row stands for the
    /// place before all others: so there is always a newest one.
    static let accounts0007 = Migration(
        version: 7,
        text: """
            CREATE TABLE revocations (
                sequence INTEGER PRIMARY KEY AUTOINCREMENT,
                revocation_id BLOB NOT NULL CHECK (length(revocation_id) = 16),
                kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 6),
                subject BLOB NOT NULL CHECK (length(subject) = 16),
                account_id BLOB NOT NULL CHECK (length(account_id) = 16),
                at INTEGER NOT NULL
            ) STRICT;
            INSERT INTO revocations (sequence, revocation_id, kind, subject, account_id, at)
                VALUES (0, zeroblob(16), 0, zeroblob(16), zeroblob(16), 0);
            """)
}
