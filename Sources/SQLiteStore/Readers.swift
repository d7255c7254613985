import Domain
import Load

/// Threads with a read-only connection each. Whatever one takes at once shares a snapshot, which is begun after it was queued
/// and so holds everything committed before the call.
final class Readers: @unchecked Sendable {
    private enum Statements {
        static let begin = SQL("BEGIN")
        static let end = SQL("COMMIT")
        static let rollback = SQL("ROLLBACK")
    }

    let mailbox: Mailbox<ReadJob>
    private var threads: [StoreThread] = []
    private let count: Int

    init(_ path: String, _ hot: HotMaps, _ ring: KeyRing, _ options: SQLiteStoreOptions) throws(SQLiteStoreError) {
        mailbox = Mailbox(options.readRules, meter: options.meters.reads)
        count = max(1, options.readers)
        do throws(SQLiteStoreError) {
            for _ in 0..<count { threads.append(try start(path, hot, ring)) }
        } catch {
            close()
            throw error
        }
    }

    private func start(_ path: String, _ hot: HotMaps, _ ring: KeyRing) throws(SQLiteStoreError) -> StoreThread {
        let reader: Reader
        do throws(DomainError) {
            let connection = try Connection(path, .read)
            try connection.execute("PRAGMA cache_size=-8192")
            reader = Reader(SQLiteReadTransaction(connection, hot, ring))
        } catch {
            throw SQLiteStoreError(error, doing: path)
        }
        let mailbox = mailbox
        let share = count
        return try StoreThread {
            // A few at once save the cost of a snapshot each; not all, so that the other readers have work too.
            while case .items(let jobs, let turnedAway) = mailbox.take({ waiting in min(16, waiting / share + 1) }) {
                for job in turnedAway { job.fail(.overloaded) }
                if !jobs.isEmpty { reader.run(jobs) }
            }
            reader.transaction.connection.close()
        }
    }

    /// Finishes what is queued.
    func close() {
        mailbox.close()
        for thread in threads { thread.join() }
        threads = []
    }

    /// Used by its own thread only, once that runs.
    private final class Reader: @unchecked Sendable {
        let transaction: SQLiteReadTransaction

        init(_ transaction: SQLiteReadTransaction) { self.transaction = transaction }

        func run(_ jobs: [ReadJob]) {
            let connection = transaction.connection
            do throws(DomainError) {
                try connection.run(Statements.begin)
            } catch {
                for job in jobs { job.fail(error) }
                return
            }
            for job in jobs { job.run(transaction) }
            if (try? connection.run(Statements.end)) == nil, !connection.isIdle {
                _ = try? connection.run(Statements.rollback)
            }
        }
    }
}
