import Domain
import Glibc

extension SQLiteStore {
    /// Problems in the files of a folder, one line each; none: all is well. Only reads, and works beside a running server.
    package static func check(folder: String) throws(SQLiteStoreError) -> [String] {
        let files = StoreFiles(folder)
        var problems: [String] = []
        for path in [files.accounts, files.keys] {
            guard StoreFiles.exists(path) else { throw SQLiteStoreError(errno: ENOENT, path) }
            var status = stat()
            if stat(path, &status) == 0, status.st_mode & 0o077 != 0 {
                problems.append("\(path): others than its owner may read it")
            }
        }
        do throws(DomainError) {
            let accounts = try Connection(files.accounts, .read)
            let keys = try Connection(files.keys, .look)
            problems += try accounts.problems("accounts.sqlite", Migration.accounts)
            problems += try keys.problems("keys.sqlite", Migration.keys)
            // What reads wrong anyway isn't compared.
            if problems.isEmpty { problems += try keyProblems(accounts, keys) }
        } catch {
            throw SQLiteStoreError(error, doing: folder)
        }
        return problems
    }

    private enum Statements {
        static let liveAccounts = SQL("SELECT account_id FROM accounts WHERE state <> 3")
        static let isLive = SQL("SELECT 1 FROM accounts WHERE account_id = ?1 AND state <> 3")
        static let keptKeys = SQL("SELECT account_id FROM keys WHERE account_id <> zeroblob(16)")
        static let destroyed = SQL("SELECT account_id FROM deletions WHERE data_key_destroyed_at IS NOT NULL")
        static let deletedWithoutRecord = SQL(
            "SELECT account_id FROM accounts WHERE state = 3 AND account_id NOT IN (SELECT account_id FROM deletions)")
    }

    /// The two files are read one after the other, so whatever looks wrong is looked at again: a server may be at work.
    private static func keyProblems(_ accounts: Connection, _ keys: Connection) throws(DomainError) -> [String] {
        let destroyed: [AccountID] = try accounts.all(Statements.destroyed) { row throws(DomainError) in try row.id(0) }
        let live: [AccountID] = try accounts.all(Statements.liveAccounts) { row throws(DomainError) in try row.id(0) }
        let kept = Set(try keys.all(Statements.keptKeys) { row throws(DomainError) in try row.id(0) as AccountID })
        var problems = destroyed.filter(kept.contains).map { "\($0.text): its data key should be destroyed" }
        for account in live where !kept.contains(account) {
            if try accounts.first(Statements.isLive, account, row: { _ in true }) ?? false {
                problems.append("\(account.text): no data key")
            }
        }
        let unrecorded: [AccountID] = try accounts.all(Statements.deletedWithoutRecord) { row throws(DomainError) in
            try row.id(0)
        }
        return problems + unrecorded.map { "\($0.text): deleted without a record of the deletion" }
    }
}

extension Connection {
    private enum Statements {
        static let integrity = SQL("PRAGMA integrity_check")
        static let foreignKeys = SQL("PRAGMA foreign_key_check")
    }

    fileprivate func problems(_ file: String, _ migrations: [Migration]) throws(DomainError) -> [String] {
        let version = try schemaVersion()
        guard version == Migration.current(migrations) else {
            return ["\(file): schema version \(version), and this program works with \(Migration.current(migrations))"]
        }
        let broken = try all(Statements.integrity) { $0.text(0) == "ok" ? nil : $0.text(0) }
        let loose = try all(Statements.foreignKeys) {
            "a row of \($0.text(0)) names a row of \($0.text(2)) that is absent"
        }
        return (broken + loose).map { "\(file): \($0)" }
    }
}
