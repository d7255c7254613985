import CSQLite
import Domain

/// keys.sqlite: the wrapped data keys, apart from the data, so that no backup of the data opens what was deleted since.
/// Its journal is truncated, durably, with every commit, and a destroyed key's bytes are overwritten where they lie.
final class KeyFile {
    enum Change {
        case insert(UUIDv7, [UInt8])
        case rewrap(UUIDv7, from: [UInt8], to: [UInt8])
        case destroy(UUIDv7)

        var account: UUIDv7 {
            switch self {
            case .insert(let account, _), .rewrap(let account, _, _), .destroy(let account): account
            }
        }
    }

    private enum Statements {
        static let all = SQL("SELECT slot, account_id, wrapped FROM keys")
        static let last = SQL("SELECT max(slot) FROM keys")
        static let append = SQL("INSERT INTO keys (slot, account_id, wrapped) VALUES (?1, ?2, ?3)")
        static let reuse = SQL("UPDATE keys SET account_id = ?2, wrapped = ?3 WHERE slot = ?1")
        /// In place, so that what was there is overwritten; only where it still is what was re-wrapped.
        static let rewrap = SQL(
            "UPDATE keys SET wrapped = ?4 WHERE slot = ?1 AND account_id = ?2 AND wrapped = ?3 AND length(?3) = length(?4)"
        )
        static let older = SQL(
            """
            SELECT account_id, wrapped FROM keys
            WHERE slot > ?1 AND slot <= ?2 AND account_id <> zeroblob(16) AND substr(wrapped, 2, 1) < ?3
            ORDER BY slot
            """)
        static let begin = SQL("BEGIN IMMEDIATE")
        static let commit = SQL("COMMIT")
        static let rollback = SQL("ROLLBACK")
    }

    let ring = KeyRing()
    private let connection: Connection
    private var lastSlot: Int64
    /// Slots of zeros, by the length of what fits.
    private var freeSlots: [Int: [Int64]] = [:]

    init(_ path: String) throws(DomainError) {
        connection = try Connection(path, .write)
        try connection.execute(
            "PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA cache_size=-4096")
        try connection.migrate(Migration.keys)
        lastSlot = try connection.first(Statements.last) { $0.int(0) } ?? 0
        let rows = try connection.all(Statements.all) { row throws(DomainError) in
            (slot: row.int(0), account: try row.uuid(1), wrapped: row.bytes(2))
        }
        for row in rows {
            if row.account == KeyFile.nobody {
                freeSlots[row.wrapped.count, default: []].append(row.slot)
            } else {
                ring.set(row.account, KeyRing.Entry(slot: row.slot, wrapped: row.wrapped))
            }
        }
    }

    func close() { connection.close() }

    /// Whether there was never a key in it: a destroyed one leaves its slot.
    var isFresh: Bool { lastSlot == 0 }

    /// New keys, and others wrapped anew: durable, and what was replaced gone from every file, when it returns.
    func write(
        _ keys: [(account: UUIDv7, wrapped: [UInt8])], rewrapped: [(account: UUIDv7, old: [UInt8], new: [UInt8])]
    ) throws(DomainError) {
        guard !keys.isEmpty || !rewrapped.isEmpty else { return }
        let previous = (lastSlot, freeSlots)
        var placed: [(UUIDv7, KeyRing.Entry)] = []
        do throws(DomainError) {
            try transaction { () throws(DomainError) in
                for key in keys { placed.append((key.account, try place(key.account, key.wrapped))) }
                for key in rewrapped { placed.append((key.account, try rewrap(key.account, key.old, key.new))) }
            }
        } catch {
            (lastSlot, freeSlots) = previous
            throw error
        }
        for (account, entry) in placed { ring.set(account, entry) }
    }

    /// The bytes are gone from every file when it returns. One that is gone already is passed over.
    func destroy(_ accounts: [UUIDv7]) throws(DomainError) {
        let doomed = accounts.compactMap { account in ring.entry(account).map { (account, $0) } }
        guard !doomed.isEmpty else { return }
        try transaction { () throws(DomainError) in
            for (_, entry) in doomed {
                let zeros = [UInt8](repeating: 0, count: entry.wrapped.count)
                try connection.run(Statements.reuse, entry.slot, KeyFile.nobody, zeros)
            }
        }
        for (account, entry) in doomed {
            guard ring.entry(account) != nil else { continue }
            ring.set(account, nil)
            freeSlots[entry.wrapped.count, default: []].append(entry.slot)
        }
    }

    /// An account has one key at most: the transaction sees to that.
    private func place(_ account: UUIDv7, _ wrapped: [UInt8]) throws(DomainError) -> KeyRing.Entry {
        if let slot = freeSlots[wrapped.count]?.popLast() {
            try connection.run(Statements.reuse, slot, account, wrapped)
            return KeyRing.Entry(slot: slot, wrapped: wrapped)
        }
        lastSlot += 1
        try connection.run(Statements.append, lastSlot, account, wrapped)
        return KeyRing.Entry(slot: lastSlot, wrapped: wrapped)
    }

    private func rewrap(_ account: UUIDv7, _ old: [UInt8], _ new: [UInt8]) throws(DomainError) -> KeyRing.Entry {
        guard let slot = ring.entry(account)?.slot,
            try connection.run(Statements.rewrap, slot, account, old, new) == 1
        else { throw .storage("keys.sqlite: a data key to wrap anew is not there") }
        return KeyRing.Entry(slot: slot, wrapped: new)
    }

    /// Those in the slots after `slot`, of so many slots, that name an older generation.
    func older(than generation: UInt8, after slot: Int64, slots: Int) throws(DomainError) -> WrappedDataKeys {
        let (end, overflow) = slot.addingReportingOverflow(Int64(max(1, slots)))
        guard slot < lastSlot, !overflow else { return WrappedDataKeys(keys: [], next: nil) }
        let keys = try connection.all(Statements.older, slot, end, [generation]) { row throws(DomainError) in
            (account: try row.id(0) as AccountID, wrapped: row.bytes(1))
        }
        return WrappedDataKeys(keys: keys, next: end < lastSlot ? end : nil)
    }

    private func transaction(_ body: () throws(DomainError) -> Void) throws(DomainError) {
        try connection.run(Statements.begin)
        do throws(DomainError) {
            try body()
            try connection.run(Statements.commit)
        } catch {
            if !connection.isIdle { _ = try? connection.run(Statements.rollback) }
            throw error
        }
    }

    /// Whose a free slot is.
    static let nobody = UUIDv7(high: 0, low: 0)
}
