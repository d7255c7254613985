import Domain

/// The prepared statements of one connection, kept until it closes. There are as many as the code has texts.
struct StatementCache {
    private let connection: OpaquePointer
    private var statements: [ObjectIdentifier: Statement] = [:]

    init(connection: OpaquePointer) { self.connection = connection }

    mutating func statement(_ sql: SQL) throws(DomainError) -> Statement {
        if let statement = statements[ObjectIdentifier(sql)] { return statement }
        let statement = try Statement(sql, on: connection)
        statements[ObjectIdentifier(sql)] = statement
        return statement
    }

    mutating func finalize() {
        for statement in statements.values { statement.finalize() }
        statements = [:]
    }
}
