extension Migration {
    /// Ids are 16 bytes, keyed hashes 32, times microseconds since 1970 in UTC. An account's rows lie together, by their ids.
    static let accounts0001 = Migration(
        version: 1,
        text: """
            CREATE TABLE accounts (
                account_id BLOB NOT NULL PRIMARY KEY CHECK (length(account_id) = 16),
                state INTEGER NOT NULL CHECK (state IN (1, 2, 3)),
                address_hash BLOB CHECK (length(address_hash) = 32),
                pending_address_hash BLOB CHECK (length(pending_address_hash) = 32),
                profile BLOB NOT NULL,
                email_verified_at INTEGER,
                password_hash BLOB NOT NULL,
                password_changed_at INTEGER NOT NULL,
                totp_secret BLOB,
                totp_confirmed_at INTEGER,
                totp_last_step INTEGER NOT NULL DEFAULT 0,
                created_at INTEGER NOT NULL,
                deleted_at INTEGER,
                version INTEGER NOT NULL
            ) STRICT;
            CREATE UNIQUE INDEX accounts_address ON accounts (address_hash) WHERE state IN (1, 2);

            CREATE TABLE sessions (
                account_id BLOB NOT NULL REFERENCES accounts ON DELETE CASCADE,
                session_id BLOB NOT NULL CHECK (length(session_id) = 16),
                token_hash BLOB NOT NULL UNIQUE CHECK (length(token_hash) = 32),
                device_label BLOB NOT NULL,
                created_at INTEGER NOT NULL,
                authenticated_at INTEGER NOT NULL,
                expires_at INTEGER NOT NULL,
                last_seen_at INTEGER NOT NULL,
                two_factor INTEGER NOT NULL CHECK (two_factor IN (0, 1)),
                revoked_at INTEGER,
                PRIMARY KEY (account_id, session_id)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX sessions_expiry ON sessions (expires_at);
            CREATE INDEX sessions_revoked ON sessions (revoked_at) WHERE revoked_at IS NOT NULL;

            CREATE TABLE links (
                account_id BLOB NOT NULL REFERENCES accounts ON DELETE CASCADE,
                token_hash BLOB NOT NULL UNIQUE CHECK (length(token_hash) = 32),
                purpose INTEGER NOT NULL,
                address_hash BLOB NOT NULL CHECK (length(address_hash) = 32),
                created_at INTEGER NOT NULL,
                expires_at INTEGER NOT NULL,
                used_at INTEGER,
                PRIMARY KEY (account_id, token_hash)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX links_expiry ON links (expires_at);

            CREATE TABLE challenges (
                account_id BLOB NOT NULL REFERENCES accounts ON DELETE CASCADE,
                token_hash BLOB NOT NULL UNIQUE CHECK (length(token_hash) = 32),
                device_label BLOB NOT NULL,
                created_at INTEGER NOT NULL,
                expires_at INTEGER NOT NULL,
                attempts_left INTEGER NOT NULL,
                used_at INTEGER,
                PRIMARY KEY (account_id, token_hash)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX challenges_expiry ON challenges (expires_at);

            CREATE TABLE recovery_codes (
                account_id BLOB NOT NULL REFERENCES accounts ON DELETE CASCADE,
                code_hash BLOB NOT NULL CHECK (length(code_hash) = 32),
                used_at INTEGER,
                PRIMARY KEY (account_id, code_hash)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE throttles (
                subject BLOB NOT NULL CHECK (length(subject) = 32),
                purpose INTEGER NOT NULL,
                failures INTEGER NOT NULL,
                last_at INTEGER NOT NULL,
                not_before INTEGER NOT NULL,
                PRIMARY KEY (subject, purpose)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX throttles_age ON throttles (last_at);

            CREATE TABLE api_keys (
                account_id BLOB NOT NULL REFERENCES accounts ON DELETE CASCADE,
                key_id BLOB NOT NULL CHECK (length(key_id) = 16),
                secret_hash BLOB NOT NULL UNIQUE CHECK (length(secret_hash) = 32),
                prefix TEXT NOT NULL,
                name BLOB NOT NULL,
                scopes TEXT NOT NULL,
                created_at INTEGER NOT NULL,
                expires_at INTEGER,
                last_used_at INTEGER,
                revoked_at INTEGER,
                PRIMARY KEY (account_id, key_id)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE disabled_categories (
                account_id BLOB NOT NULL REFERENCES accounts ON DELETE CASCADE,
                category TEXT NOT NULL,
                PRIMARY KEY (account_id, category)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE activities (
                account_id BLOB NOT NULL REFERENCES accounts ON DELETE CASCADE,
                activity_id BLOB NOT NULL CHECK (length(activity_id) = 16),
                kind TEXT NOT NULL,
                at INTEGER NOT NULL,
                actor INTEGER NOT NULL,
                actor_name TEXT NOT NULL,
                details BLOB NOT NULL,
                PRIMARY KEY (account_id, activity_id)
            ) STRICT, WITHOUT ROWID;
            CREATE TRIGGER activities_are_kept BEFORE DELETE ON activities
            WHEN EXISTS (SELECT 1 FROM accounts WHERE account_id = OLD.account_id)
            BEGIN SELECT RAISE(ABORT, 'activities are only added'); END;
            CREATE TRIGGER activities_are_final BEFORE UPDATE ON activities
            BEGIN SELECT RAISE(ABORT, 'activities are only added'); END;

            CREATE TABLE emails (
                account_id BLOB NOT NULL REFERENCES accounts ON DELETE CASCADE,
                email_id BLOB NOT NULL CHECK (length(email_id) = 16),
                category TEXT NOT NULL,
                template TEXT NOT NULL,
                envelope BLOB NOT NULL,
                created_at INTEGER NOT NULL,
                sent_at INTEGER,
                state INTEGER NOT NULL,
                failure TEXT NOT NULL,
                PRIMARY KEY (account_id, email_id)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE browser_profiles (
                account_id BLOB NOT NULL REFERENCES accounts ON DELETE CASCADE,
                profile_id BLOB NOT NULL CHECK (length(profile_id) = 16),
                name BLOB NOT NULL,
                created_at INTEGER NOT NULL,
                revoked_at INTEGER,
                PRIMARY KEY (account_id, profile_id)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE driver_sessions (
                account_id BLOB NOT NULL REFERENCES accounts ON DELETE CASCADE,
                driver_session_id BLOB NOT NULL CHECK (length(driver_session_id) = 16),
                profile_id BLOB,
                label BLOB NOT NULL,
                started_at INTEGER NOT NULL,
                ended_at INTEGER,
                revoked_at INTEGER,
                PRIMARY KEY (account_id, driver_session_id)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE recordings (
                account_id BLOB NOT NULL REFERENCES accounts ON DELETE CASCADE,
                recording_id BLOB NOT NULL CHECK (length(recording_id) = 16),
                object_key TEXT NOT NULL,
                size_bytes INTEGER NOT NULL,
                recorded_at INTEGER NOT NULL,
                driver_session_id BLOB CHECK (length(driver_session_id) = 16),
                purge_due_at INTEGER,
                purged_at INTEGER,
                PRIMARY KEY (account_id, recording_id),
                UNIQUE (account_id, object_key)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE invoices (
                account_id BLOB NOT NULL REFERENCES accounts,
                invoice_id BLOB NOT NULL CHECK (length(invoice_id) = 16),
                content BLOB NOT NULL,
                currency TEXT NOT NULL,
                amount_minor INTEGER NOT NULL,
                issued_at INTEGER NOT NULL,
                retain_until INTEGER NOT NULL,
                PRIMARY KEY (account_id, invoice_id)
            ) STRICT, WITHOUT ROWID;
            CREATE TRIGGER invoices_are_retained BEFORE DELETE ON invoices
            WHEN OLD.retain_until > unixepoch() * 1000000
            BEGIN SELECT RAISE(ABORT, 'the invoice is still retained'); END;
            CREATE TRIGGER invoices_are_final BEFORE UPDATE ON invoices
            BEGIN SELECT RAISE(ABORT, 'invoices are not changed'); END;

            CREATE TABLE deletions (
                account_id BLOB NOT NULL PRIMARY KEY REFERENCES accounts,
                receipt_hash BLOB NOT NULL UNIQUE CHECK (length(receipt_hash) = 32),
                requested_at INTEGER NOT NULL,
                revoked_sessions INTEGER NOT NULL,
                revoked_api_keys INTEGER NOT NULL,
                revoked_browser_profiles INTEGER NOT NULL,
                revoked_driver_sessions INTEGER NOT NULL,
                purge_due_at INTEGER NOT NULL,
                data_key_destroyed_at INTEGER,
                mails_removed_at INTEGER
            ) STRICT, WITHOUT ROWID;

            -- ready_at: when a worker may take it; moved ahead by a lease, which so ends by itself.
            CREATE TABLE outbox (
                job_id BLOB NOT NULL PRIMARY KEY CHECK (length(job_id) = 16),
                kind INTEGER NOT NULL,
                urgency INTEGER NOT NULL,
                account_id BLOB NOT NULL REFERENCES accounts ON DELETE CASCADE,
                subject BLOB NOT NULL CHECK (length(subject) = 16),
                payload BLOB NOT NULL,
                created_at INTEGER NOT NULL,
                due_at INTEGER NOT NULL,
                ready_at INTEGER NOT NULL,
                attempts INTEGER NOT NULL,
                last_error TEXT NOT NULL
            ) STRICT;
            CREATE INDEX outbox_ready ON outbox (urgency, ready_at, job_id);
            CREATE INDEX outbox_account ON outbox (account_id, kind);

            CREATE TABLE answers (
                answer_key BLOB NOT NULL PRIMARY KEY CHECK (length(answer_key) = 32),
                body BLOB NOT NULL CHECK (length(body) = 32),
                account_id BLOB REFERENCES accounts ON DELETE CASCADE,
                answer BLOB NOT NULL,
                created_at INTEGER NOT NULL
            ) STRICT;
            CREATE INDEX answers_account ON answers (account_id) WHERE account_id IS NOT NULL;
            CREATE INDEX answers_age ON answers (created_at);
            """)

    /// Rows are overwritten in place and never moved to another page or removed: SQLite zeroes what it frees, but not the
    /// copies that balancing a tree may leave behind. A row of zeros is free for another account.
    static let keys0001 = Migration(
        version: 1,
        text: """
            CREATE TABLE keys (
                slot INTEGER PRIMARY KEY,
                account_id BLOB NOT NULL CHECK (length(account_id) = 16),
                wrapped BLOB NOT NULL
            ) STRICT;
            """)
}
