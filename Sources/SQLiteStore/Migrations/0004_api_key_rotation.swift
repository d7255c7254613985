extension Migration {
    /// The secret from before a rotation, and the first moment at which it is no longer good.
    static let accounts0004 = Migration(
        version: 4,
        text: """
            ALTER TABLE api_keys ADD COLUMN old_hash BLOB CHECK (length(old_hash) = 32);
            ALTER TABLE api_keys ADD COLUMN old_ends_at INTEGER;
            """)
}
