import CSQLite
import Domain

/// One numbered step of a file's schema. Steps are never changed once released; a new one is added.
struct Migration {
    let version: Int
    let text: String

    static let accounts = [
        accounts0001, accounts0002, accounts0003, accounts0004, accounts0005, accounts0006, accounts0007, accounts0008,
        accounts0009, accounts0010,
    ]
    static let keys = [keys0001]

    /// What this binary knows.
    static func current(_ migrations: [Migration]) -> Int { migrations.last?.version ?? 0 }
}

extension Connection {
    private enum Statements {
        static let version = SQL("PRAGMA user_version")
    }

    func schemaVersion() throws(DomainError) -> Int {
        try first(Statements.version) { Int($0.int(0)) } ?? 0
    }

    /// A file that a newer program wrote is left as it is.
    func refuseNewer(_ migrations: [Migration]) throws(DomainError) {
        let version = try schemaVersion()
        let current = Migration.current(migrations)
        guard version <= current else {
            throw .storage("schema version \(version) is newer than this program's \(current); run the newer program")
        }
    }

    /// Brings the file up to date in one transaction.
    @discardableResult
    func migrate(_ migrations: [Migration]) throws(DomainError) -> (from: Int, to: Int) {
        try refuseNewer(migrations)
        let from = try schemaVersion()
        let current = Migration.current(migrations)
        guard from < current else { return (from, current) }
        try execute("BEGIN IMMEDIATE")
        do throws(DomainError) {
            for migration in migrations where migration.version > from { try execute(migration.text) }
            try execute("PRAGMA user_version=\(current)")
            try execute("COMMIT")
        } catch {
            if !isIdle { sqlite3_exec(handle, "ROLLBACK", nil, nil, nil) }
            throw error
        }
        return (from, current)
    }
}
