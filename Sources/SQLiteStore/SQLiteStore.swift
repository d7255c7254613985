package import Domain
import Load
import Synchronization

package struct SQLiteStoreOptions: Sendable {
    /// Threads that read, each with a connection of its own.
    package var readers = 2
    /// Writes that may wait; one more is answered `overloaded`.
    package var queueLimit = 65_536
    /// Writes in one commit.
    package var batchLimit = 512
    /// Reads that may wait.
    package var readQueueLimit = 65_536
    /// How long work may wait while there is more of it than time, and for how long longer waits are forgiven.
    package var queueTargetMs = 50
    package var queueIntervalMs = 100
    package var meters = StoreMeters()
    /// How long stored answers can be asked for; older ones are swept.
    package var answersKept = TimeSpan.hours(24)

    package init() {}
}

/// Domain's store on two SQLite files in one folder: accounts.sqlite, and keys.sqlite with the wrapped data keys. One process
/// at a time works in a folder.
package final class SQLiteStore: Store {
    private let lock: LockFile
    private let writer: Writer
    private let writerThread: StoreThread
    private let readers: Readers
    private let hotMaps: HotMaps
    private let ring: KeyRing
    private let meters: StoreMeters
    private let isClosed = Mutex(false)

    /// How many values named each generation of the server's keys when it was opened.
    package let keyUse: [KeyUse]

    package var hot: any HotReads { hotMaps }

    /// Makes the files, or brings their schema up to date, and loads the hot maps.
    package static func open(
        folder: String, options: SQLiteStoreOptions = SQLiteStoreOptions()
    ) throws(SQLiteStoreError) -> SQLiteStore {
        let files = StoreFiles(folder)
        let opened = try OpenedFiles(files)
        let hot = HotMaps()
        let keyUse: [KeyUse]
        do throws(DomainError) {
            try opened.refuseLostKeys()
            try opened.removeOrphanKeys()
            try hot.loadSessions(from: opened.accounts, opened.keys.ring)
            try hot.loadAPIKeys(from: opened.accounts, opened.keys.ring)
            keyUse = try opened.accounts.sealedUse(adding: opened.keys.ring.counts)
        } catch {
            throw SQLiteStoreError(error, doing: folder)
        }
        let readers = try Readers(files.accounts, hot, opened.keys.ring, options)
        let writer = Writer(opened.accounts, hot, opened.keys, options)
        let thread: StoreThread
        do throws(SQLiteStoreError) {
            thread = try StoreThread { writer.loop() }
        } catch {
            readers.close()
            throw error
        }
        return SQLiteStore(lock: opened.lock, writer, thread, readers, hot, opened.keys.ring, keyUse, options.meters)
    }

    private init(
        lock: LockFile, _ writer: Writer, _ thread: StoreThread, _ readers: Readers, _ hot: HotMaps, _ ring: KeyRing,
        _ keyUse: [KeyUse], _ meters: StoreMeters
    ) {
        self.meters = meters
        self.lock = lock
        self.writer = writer
        writerThread = thread
        self.readers = readers
        hotMaps = hot
        self.ring = ring
        self.keyUse = keyUse
    }

    /// A few wrapped data keys, to try the server's keys on.
    package func someDataKeys(_ limit: Int) -> [(account: AccountID, wrapped: [UInt8])] {
        ring.some(limit).map { (AccountID($0.account), $0.wrapped) }
    }

    package func write<Value: Sendable>(
        as priority: Priority, unless isAbandoned: @escaping @Sendable () -> Bool,
        _ body: @escaping @Sendable (any Transaction) throws(DomainError) -> Verdict<Value>,
        then: @escaping @Sendable (Outcome<Value>) -> Void
    ) {
        let job = CallerWrite(isAbandoned, body, then)
        if !writer.mailbox.put(job, as: priority) { then(.failed(.overloaded)) }
    }

    package func read<Value: Sendable>(
        as priority: Priority, unless isAbandoned: @escaping @Sendable () -> Bool,
        _ body: @escaping @Sendable (any ReadTransaction) throws(DomainError) -> Value,
        then: @escaping @Sendable (Result<Value, DomainError>) -> Void
    ) {
        let job = CallerRead(isAbandoned, body, then)
        if !readers.mailbox.put(job, as: priority) { then(.failure(.overloaded)) }
    }

    package func refuses(_ work: StoreWork, as priority: Priority) -> Bool {
        let queue = work == .read ? meters.reads : meters.writes
        return queue.refuses(priority.rawValue)
    }

    package func whenPromised(_ wake: @escaping @Sendable () -> Void) { writer.whenPromised(wake) }

    package func whenAdded(_ tell: @escaping @Sendable (LogAdditions) -> Void) { writer.whenAdded(tell) }

    /// Writes that wait now.
    package var waitingWrites: Int { writer.mailbox.count }

    /// Reads that wait now.
    package var waitingReads: Int { readers.mailbox.count }

    /// Writes what was seen since the last flush into its rows, and waits for it. Not from a thread of the store's.
    package func flushSeen() {
        let done = Mailbox<Bool>(.bounded(1), meter: StoreMeters.queue("flush"))
        let job = SeenFlushJob(hotMaps, parts: SeenFlushJob.allParts) { _ = done.put(true) }
        if writer.mailbox.put(job) { _ = done.take { $0 } }
    }

    /// Finishes what is queued, flushes last-seen and closes; later calls are answered `overloaded`. Not from a thread of the
    /// store's. Once is enough, twice does no harm.
    package func close() {
        let first = isClosed.withLock { isClosed in
            defer { isClosed = true }
            return !isClosed
        }
        guard first else { return }
        // The writer closes last: it checkpoints and removes the log.
        readers.close()
        writer.mailbox.close()
        writerThread.join()
        lock.release()
    }
}
