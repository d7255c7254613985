import CSQLite
import Domain

/// The row that a statement stands on. Columns are counted from 0; one of another shape than asked for is `corrupted`.
struct Row {
    private let statement: OpaquePointer

    init(_ statement: Statement) { self.statement = statement.handle }

    func int(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }

    func bool(_ column: Int32) -> Bool { int(column) != 0 }

    func instant(_ column: Int32) -> Instant { Instant(microseconds: int(column)) }

    func instantIfAny(_ column: Int32) -> Instant? { isNull(column) ? nil : instant(column) }

    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(statement, column) == SQLITE_NULL }

    func text(_ column: Int32) -> String {
        guard let start = sqlite3_column_text(statement, column) else { return "" }
        let count = Int(sqlite3_column_bytes(statement, column))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    func bytes(_ column: Int32) -> [UInt8] {
        guard let start = sqlite3_column_blob(statement, column) else { return [] }
        return [UInt8](UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column))))
    }

    func uuid(_ column: Int32) throws(DomainError) -> UUIDv7 {
        guard let start = sqlite3_column_blob(statement, column), sqlite3_column_bytes(statement, column) == 16 else {
            throw corrupted(column)
        }
        return UUIDv7(high: word(start, 0), low: word(start, 8))
    }

    func id<Kind>(_ column: Int32) throws(DomainError) -> Identifier<Kind> { Identifier(try uuid(column)) }

    func idIfAny<Kind>(_ column: Int32) throws(DomainError) -> Identifier<Kind>? {
        isNull(column) ? nil : try id(column)
    }

    func hash(_ column: Int32) throws(DomainError) -> KeyedHash {
        guard let start = sqlite3_column_blob(statement, column), sqlite3_column_bytes(statement, column) == 32 else {
            throw corrupted(column)
        }
        return KeyedHash(word0: word(start, 0), word1: word(start, 8), word2: word(start, 16), word3: word(start, 24))
    }

    func hashIfAny(_ column: Int32) throws(DomainError) -> KeyedHash? { isNull(column) ? nil : try hash(column) }

    /// A case that is kept as its number.
    func choice<Choice: RawRepresentable<Int64>>(_ column: Int32) throws(DomainError) -> Choice {
        guard let choice = Choice(rawValue: int(column)) else { throw corrupted(column) }
        return choice
    }

    private func word(_ start: UnsafeRawPointer, _ offset: Int) -> UInt64 {
        UInt64(bigEndian: start.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    private func corrupted(_ column: Int32) -> DomainError {
        .corrupted("column " + (sqlite3_column_name(statement, column).map { String(cString: $0) } ?? "\(column)"))
    }
}
