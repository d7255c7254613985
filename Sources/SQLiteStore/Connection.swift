import CGatheredLog
import CSQLite
import Domain

/// One SQLite connection, used by one thread at a time.
final class Connection {
    enum Access {
        /// The only one in all processes that writes and checkpoints this file.
        case write
        /// Never writes, never checkpoints: SQLite before 3.51.3 can corrupt a log that two connections reset.
        case read
        /// Doesn't write either, but may roll an interrupted transaction back. For files without a write-ahead log.
        case look
    }

    let handle: OpaquePointer
    private var cache: StatementCache
    private var isOpen = true

    /// Once for the process. Refused where another library has used SQLite before: then it is slower, and as right.
    private static let configured: Int32 = accountd_sqlite_configure()

    /// Once for the process, after it was configured.
    private static let gathers = configured == SQLITE_OK && accountd_register_gathered_log() == SQLITE_OK

    init(_ path: String, _ access: Access) throws(DomainError) {
        _ = Self.configured
        var handle: OpaquePointer?
        let mode = access == .read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE
        let result = sqlite3_open_v2(
            path, &handle, mode | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW,
            access == .write && Self.gathers ? ACCOUNTD_GATHERED_LOG : nil)
        guard result == SQLITE_OK, let handle else {
            let error = DomainError.sqlite(handle)
            sqlite3_close_v2(handle)
            throw error
        }
        self.handle = handle
        cache = StatementCache(connection: handle)
        sqlite3_extended_result_codes(handle, 1)
        sqlite3_busy_timeout(handle, 10_000)
        switch access {
        case .write: break
        // SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE is out of reach (variadic C), and not needed: without write access to the file a
        // connection can't take the lock that a checkpoint on close wants. A test holds that.
        case .read: try execute("PRAGMA wal_autocheckpoint=0; PRAGMA query_only=ON")
        case .look: try execute("PRAGMA query_only=ON")
        }
        try execute("PRAGMA temp_store=MEMORY; PRAGMA trusted_schema=OFF")
    }

    /// Runs statements that answer nothing.
    func execute(_ text: String) throws(DomainError) {
        guard sqlite3_exec(handle, text, nil, nil, nil) == SQLITE_OK else { throw .sqlite(handle) }
    }

    func statement(_ sql: SQL) throws(DomainError) -> Statement { try cache.statement(sql) }

    /// No transaction is open: none was begun, or an error made SQLite roll it back.
    var isIdle: Bool { sqlite3_get_autocommit(handle) != 0 }

    /// Rows changed since it was opened, by triggers and foreign keys too.
    var totalChanges: Int64 { sqlite3_total_changes64(handle) }

    var lastError: Int32 { sqlite3_extended_errcode(handle) }

    func close() {
        guard isOpen else { return }
        isOpen = false
        cache.finalize()
        sqlite3_close_v2(handle)
    }

    deinit { close() }
}

extension Connection {
    /// Runs a statement to its end; answers how many rows it changed.
    @discardableResult
    func run<each Value: Bindable>(_ sql: SQL, _ values: repeat each Value) throws(DomainError) -> Int {
        let statement = try statement(sql)
        defer { statement.reset() }
        var index: Int32 = 0
        for value in repeat each values {
            index += 1
            value.bind(to: statement, at: index)
        }
        while try statement.step() {}
        return Int(sqlite3_changes64(handle))
    }

    /// The first row, or nil.
    func first<Result, each Value: Bindable>(
        _ sql: SQL, _ values: repeat each Value, row: (Row) throws(DomainError) -> Result
    ) throws(DomainError) -> Result? {
        let statement = try statement(sql)
        defer { statement.reset() }
        var index: Int32 = 0
        for value in repeat each values {
            index += 1
            value.bind(to: statement, at: index)
        }
        // What follows a first row is of no use, also where it was written: RETURNING comes after all changes.
        return try statement.step() ? try row(Row(statement)) : nil
    }

    /// Every row that `row` doesn't answer nil for, up to `limit` of them.
    func all<Result, each Value: Bindable>(
        _ sql: SQL, _ values: repeat each Value, limit: Int = .max, row: (Row) throws(DomainError) -> Result?
    ) throws(DomainError) -> [Result] {
        let statement = try statement(sql)
        defer { statement.reset() }
        var index: Int32 = 0
        for value in repeat each values {
            index += 1
            value.bind(to: statement, at: index)
        }
        var results: [Result] = []
        while results.count < limit, try statement.step() {
            if let result = try row(Row(statement)) { results.append(result) }
        }
        return results
    }
}
