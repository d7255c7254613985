import Domain

/// Both files, opened for writing, up to date and locked.
struct OpenedFiles {
    let lock: LockFile
    let accounts: Connection
    let keys: KeyFile
    let migrated: (from: Int, to: Int)

    init(_ files: StoreFiles) throws(SQLiteStoreError) {
        try files.makeFolder()
        lock = try LockFile(files.lock)
        try StoreFiles.makePrivate(files.accounts)
        try StoreFiles.makePrivate(files.keys)
        try StoreFiles.sync(files.folder)
        do throws(DomainError) {
            accounts = try Connection(files.accounts, .write)
            // The version is looked at before anything is changed.
            try accounts.refuseNewer(Migration.accounts)
            try accounts.execute(
                """
                PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;
                PRAGMA cache_size=-32768; PRAGMA wal_autocheckpoint=8000; PRAGMA journal_size_limit=67108864
                """)
            migrated = try accounts.migrate(Migration.accounts)
        } catch {
            throw SQLiteStoreError(error, doing: files.accounts)
        }
        do throws(DomainError) {
            keys = try KeyFile(files.keys)
        } catch {
            throw SQLiteStoreError(error, doing: files.keys)
        }
    }

    private enum Statements {
        static let anyLive = SQL("SELECT 1 FROM accounts WHERE state <> 3 LIMIT 1")
        /// A deletion that says its key is gone speaks the truth, also when a crash came between the two files.
        static let needsKey = SQL(
            """
            SELECT 1 FROM accounts LEFT JOIN deletions USING (account_id)
            WHERE account_id = ?1 AND data_key_destroyed_at IS NULL
            """)
    }

    /// A key file that was never written to, beside accounts: it was lost, and every account would seem to be deleted.
    func refuseLostKeys() throws(DomainError) {
        guard keys.isFresh, try accounts.first(Statements.anyLive, row: { _ in true }) ?? false else { return }
        throw .storage("keys.sqlite is new, and accounts need their keys: put its newest copy there")
    }

    /// Keys that a crash left without a row, or whose destruction it cut off.
    func removeOrphanKeys() throws(DomainError) {
        var orphans: [UUIDv7] = []
        for account in keys.ring.accounts {
            let isNeeded = try accounts.first(Statements.needsKey, account) { _ in true } ?? false
            if !isNeeded { orphans.append(account) }
        }
        try keys.destroy(orphans)
    }
}
