import CSQLite
import Domain

/// The text of a statement. Each is one object for the life of the process, so that the cache finds it by identity.
final class SQL: Sendable {
    let text: String

    init(_ text: String) { self.text = text }
}

/// A prepared statement of one connection.
final class Statement {
    let handle: OpaquePointer
    /// Kept alive, so that its identity stays its own.
    private let sql: SQL
    private let connection: OpaquePointer
    /// Ids and hashes are bound without a copy by SQLite: each parameter has 32 bytes here that outlive every step.
    private let slots: UnsafeMutableRawPointer
    private var bindResult = SQLITE_OK

    init(_ sql: SQL, on connection: OpaquePointer) throws(DomainError) {
        var handle: OpaquePointer?
        let result = sqlite3_prepare_v3(connection, sql.text, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
        guard result == SQLITE_OK, let handle else { throw .sqlite(connection) }
        self.handle = handle
        self.sql = sql
        self.connection = connection
        let count = max(1, Int(sqlite3_bind_parameter_count(handle)))
        slots = .allocate(byteCount: 32 * count, alignment: 8)
    }

    func finalize() {
        sqlite3_finalize(handle)
        slots.deallocate()
    }

    /// True: a row stands ready.
    func step() throws(DomainError) -> Bool {
        guard bindResult == SQLITE_OK else {
            bindResult = SQLITE_OK
            throw .storage("sqlite: bind failed")
        }
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw .sqlite(connection)
        }
    }

    func reset() { sqlite3_reset(handle) }

    func bindNull(at index: Int32) { note(sqlite3_bind_null(handle, index)) }

    func bind(_ value: Int64, at index: Int32) { note(sqlite3_bind_int64(handle, index, value)) }

    func bind(_ first: UInt64, _ second: UInt64, at index: Int32) {
        let slot = slots + 32 * Int(index - 1)
        slot.storeBytes(of: first.bigEndian, as: UInt64.self)
        slot.storeBytes(of: second.bigEndian, toByteOffset: 8, as: UInt64.self)
        note(sqlite3_bind_blob64(handle, index, slot, 16, nil))
    }

    func bind(_ hash: KeyedHash, at index: Int32) {
        let slot = slots + 32 * Int(index - 1)
        slot.storeBytes(of: hash.word0.bigEndian, as: UInt64.self)
        slot.storeBytes(of: hash.word1.bigEndian, toByteOffset: 8, as: UInt64.self)
        slot.storeBytes(of: hash.word2.bigEndian, toByteOffset: 16, as: UInt64.self)
        slot.storeBytes(of: hash.word3.bigEndian, toByteOffset: 24, as: UInt64.self)
        note(sqlite3_bind_blob64(handle, index, slot, 32, nil))
    }

    /// SQLite copies: the array may be gone before the step.
    func bind(_ bytes: [UInt8], at index: Int32) {
        bytes.withUnsafeBytes { buffer in
            // A nil pointer would bind NULL instead of an empty blob.
            if let start = buffer.baseAddress, !buffer.isEmpty {
                note(sqlite3_bind_blob64(handle, index, start, UInt64(buffer.count), transient))
            } else {
                note(sqlite3_bind_zeroblob(handle, index, 0))
            }
        }
    }

    func bind(_ text: String, at index: Int32) {
        var text = text
        text.withUTF8 { buffer in
            buffer.withMemoryRebound(to: CChar.self) { characters in
                if let start = characters.baseAddress {
                    let count = UInt64(characters.count)
                    note(sqlite3_bind_text64(handle, index, start, count, transient, UInt8(SQLITE_UTF8)))
                } else {
                    note(sqlite3_bind_text64(handle, index, "", 0, nil, UInt8(SQLITE_UTF8)))
                }
            }
        }
    }

    private func note(_ result: Int32) {
        if result != SQLITE_OK { bindResult = result }
    }
}

/// SQLITE_TRANSIENT, a macro that Swift doesn't see.
private var transient: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

extension DomainError {
    /// What a connection failed with last. SQLite's messages name tables and columns, never values.
    static func sqlite(_ connection: OpaquePointer?) -> DomainError {
        guard let connection else { return .storage("sqlite: out of memory") }
        let code = sqlite3_extended_errcode(connection)
        let message = sqlite3_errmsg(connection).map { String(cString: $0) } ?? ""
        return .storage("sqlite \(code): \(message)")
    }
}
