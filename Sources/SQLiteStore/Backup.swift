import Domain
import Glibc

extension SQLiteStore {
    /// Brings the files of a folder up to date. Refused while a server works there.
    package static func migrate(folder: String) throws(SQLiteStoreError) -> (from: Int, to: Int) {
        let opened = try OpenedFiles(StoreFiles(folder))
        defer {
            opened.accounts.close()
            opened.keys.close()
            opened.lock.release()
        }
        return opened.migrated
    }

    private enum Statements {
        static let copy = SQL("VACUUM INTO ?1")
    }

    /// A consistent copy of accounts.sqlite, made beside a running server, for its owner only. The data keys aren't in it, and
    /// removed rows aren't either. A file that stands already is left alone; this one appears whole or not at all.
    package static func backup(folder: String, to file: String) throws(SQLiteStoreError) {
        let files = StoreFiles(folder)
        guard StoreFiles.exists(files.accounts) else { throw SQLiteStoreError(errno: ENOENT, files.accounts) }
        guard !StoreFiles.exists(file) else { throw SQLiteStoreError(errno: EEXIST, file) }
        let part = "\(file).part-\(getpid())"
        unlink(part)
        try StoreFiles.makePrivate(part)
        defer { unlink(part) }
        do throws(DomainError) {
            // VACUUM writes a file of its own, which a connection that may only query is not allowed to.
            let connection = try Connection(files.accounts, .read)
            try connection.execute("PRAGMA query_only=OFF")
            try connection.run(Statements.copy, part)
        } catch {
            throw SQLiteStoreError(error, doing: file)
        }
        try StoreFiles.sync(part)
        // Unlike a rename, a link never takes the place of a file that came up meanwhile.
        guard link(part, file) == 0 else { throw SQLiteStoreError(errno: errno, file) }
        try StoreFiles.sync(StoreFiles.parent(of: file))
    }
}
