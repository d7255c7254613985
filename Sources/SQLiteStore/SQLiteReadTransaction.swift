import Domain

/// One consistent view, on a reader's connection or on the writer's. Its methods are in Rows, by area.
class SQLiteReadTransaction: ReadTransaction {
    let connection: Connection
    let hot: HotMaps
    let ring: KeyRing

    init(_ connection: Connection, _ hot: HotMaps, _ ring: KeyRing) {
        self.connection = connection
        self.hot = hot
        self.ring = ring
    }

    func wrappedDataKey(of account: AccountID) throws(DomainError) -> [UInt8]? { ring.wrapped(account.uuid) }

    /// Wrapped data keys by the generation that they name.
    var dataKeyCounts: [Int] { ring.counts }
}
