import Domain

/// The writer's view. What has to follow a commit outside the data's file is collected here, and dropped with a rollback.
final class SQLiteTransaction: SQLiteReadTransaction, Transaction {
    /// How long stored answers can be asked for.
    let answersKept: TimeSpan
    let keyFile: KeyFile
    private(set) var hotChanges: [HotChange] = []
    private(set) var keyChanges: [KeyFile.Change] = []
    /// Jobs put into the outbox.
    private(set) var promises = 0
    /// Rows put into the logs that are watched.
    private(set) var addedRevocations: [RevocationRecord] = []
    private(set) var addedActivities: [AccountID] = []

    init(_ connection: Connection, _ hot: HotMaps, _ keyFile: KeyFile, answersKept: TimeSpan) {
        self.keyFile = keyFile
        self.answersKept = answersKept
        super.init(connection, hot, keyFile.ring)
    }

    /// Where a savepoint stands in what was collected.
    struct Mark {
        fileprivate let hotChanges: Int
        fileprivate let keyChanges: Int
        fileprivate let promises: Int
        fileprivate let addedRevocations: Int
        fileprivate let addedActivities: Int
    }

    var mark: Mark {
        Mark(
            hotChanges: hotChanges.count, keyChanges: keyChanges.count, promises: promises,
            addedRevocations: addedRevocations.count, addedActivities: addedActivities.count)
    }

    func keyChanges(since mark: Mark) -> ArraySlice<KeyFile.Change> { keyChanges[mark.keyChanges...] }

    func rollBack(to mark: Mark) {
        hotChanges.removeLast(hotChanges.count - mark.hotChanges)
        keyChanges.removeLast(keyChanges.count - mark.keyChanges)
        promises = mark.promises
        addedRevocations.removeLast(addedRevocations.count - mark.addedRevocations)
        addedActivities.removeLast(addedActivities.count - mark.addedActivities)
    }

    func reset() {
        hotChanges.removeAll(keepingCapacity: true)
        keyChanges.removeAll(keepingCapacity: true)
        promises = 0
        addedRevocations.removeAll(keepingCapacity: true)
        addedActivities.removeAll(keepingCapacity: true)
    }

    func notePromise() { promises += 1 }

    func note(_ revocation: RevocationRecord) { addedRevocations.append(revocation) }

    func noteActivity(of account: AccountID) { addedActivities.append(account) }

    func afterCommit(_ change: HotChange) { hotChanges.append(change) }

    override func wrappedDataKey(of account: AccountID) throws(DomainError) -> [UInt8]? {
        switch keyChanges.last(where: { $0.account == account.uuid }) {
        case .insert(_, let wrapped), .rewrap(_, _, let wrapped): wrapped
        case .destroy: nil
        case nil: ring.wrapped(account.uuid)
        }
    }

    /// What this batch did to keys before counts too: it is committed together.
    override var dataKeyCounts: [Int] {
        var counts = ring.counts
        for change in keyChanges {
            switch change {
            case .insert(_, let wrapped): counts[KeyRing.index(wrapped)] += 1
            case .rewrap(_, let old, let new):
                counts[KeyRing.index(old)] -= 1
                counts[KeyRing.index(new)] += 1
            case .destroy: break  // Counted until it is gone.
            }
        }
        return counts
    }

    func insertDataKey(_ wrapped: [UInt8], of account: AccountID) throws(DomainError) {
        // One change at most precedes the key's end, so a batch can make all new keys durable first and destroy last.
        guard !wrapped.isEmpty, !keyChanges.contains(where: { $0.account == account.uuid }),
            ring.wrapped(account.uuid) == nil
        else { throw .storage("the account has a data key already") }
        keyChanges.append(.insert(account.uuid, wrapped))
    }

    /// Only where nothing else happens to the key in this batch: then it is what the key file has.
    func rewrapDataKey(of account: AccountID, from old: [UInt8], to new: [UInt8]) throws(DomainError) -> Bool {
        guard new.count == old.count, !keyChanges.contains(where: { $0.account == account.uuid }),
            ring.wrapped(account.uuid) == old
        else { return false }
        keyChanges.append(.rewrap(account.uuid, from: old, to: new))
        return true
    }

    func destroyDataKey(of account: AccountID) throws(DomainError) {
        keyChanges.append(.destroy(account.uuid))
    }
}
