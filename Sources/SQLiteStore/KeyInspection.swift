package import Domain

/// What the files say of the server's keys.
package struct KeyInspection: Sendable {
    /// Ascending by generation.
    package let uses: [KeyUse]
    /// Ascending by generation; empty before the first start.
    package let generations: [KeyGenerationRecord]
}

extension SQLiteStore {
    private enum Statements {
        static let counts = SQL(
            """
            SELECT substr(wrapped, 2, 1), count(*) FROM keys
            WHERE slot > ?1 AND slot <= ?2 AND account_id <> zeroblob(16) GROUP BY 1
            """)
        static let last = SQL("SELECT max(slot) FROM keys")
    }

    /// Slots that are read at a time: a lock on keys.sqlite makes sign-ups wait.
    private static let slotsAtATime: Int64 = 4_096

    /// Only reads, and works beside a running server.
    package static func inspectKeys(folder: String) throws(SQLiteStoreError) -> KeyInspection {
        let files = StoreFiles(folder)
        for path in [files.accounts, files.keys] where !StoreFiles.exists(path) {
            throw SQLiteStoreError(message: "\(path) is not there; the first start makes it")
        }
        do throws(DomainError) {
            let accounts = try Connection(files.accounts, .read)
            guard try accounts.schemaVersion() == Migration.current(Migration.accounts) else {
                throw .storage("another version wrote its files; start the server or accountd migrate first")
            }
            let keys = try Connection(files.keys, .look)
            return KeyInspection(
                uses: try accounts.sealedUse(adding: try dataKeyCounts(keys)),
                generations: try accounts.keyGenerations())
        } catch {
            throw SQLiteStoreError(error, doing: folder)
        }
    }

    /// How far a rotation is, as the server wrote it down: reads accounts.sqlite only, which makes nobody wait.
    package static func keyGenerations(folder: String) throws(SQLiteStoreError) -> [KeyGenerationRecord] {
        do throws(DomainError) {
            return try Connection(StoreFiles(folder).accounts, .read).keyGenerations()
        } catch {
            throw SQLiteStoreError(error, doing: folder)
        }
    }

    private static func dataKeyCounts(_ keys: Connection) throws(DomainError) -> [Int] {
        var counts = Array(repeating: 0, count: 256)
        let last = try keys.first(Statements.last) { $0.int(0) } ?? 0
        var from: Int64 = 0
        while from < last {
            let rows = try keys.all(Statements.counts, from, from + slotsAtATime) {
                (generation: Int($0.bytes(0).first ?? 0), count: Int($0.int(1)))
            }
            for row in rows { counts[row.generation] += row.count }
            from += slotsAtATime
        }
        return counts
    }
}
