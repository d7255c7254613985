import Crypto
import Dispatch
import Domain
import Glibc
import Platform
import SQLiteStore

/// Fills a data folder with accounts and live sessions, for benchmarks: every row as the operations would have written it,
/// in big transactions. All accounts have one password, hashed once.
@main
struct Seed {
    private static let password = "correct horse battery staple"
    private static let accountsATransaction = 200
    private static let rowsATransaction = 5_000

    static func main() throws {
        let arguments = CommandLine.arguments
        guard (6...8).contains(arguments.count), let accounts = Int(arguments[2]), let sessions = Int(arguments[3]),
            accounts > 0
        else {
            fail(
                "usage: accountd-seed DATA ACCOUNTS SESSIONS TOKENS-FILE ACCOUNTS-FILE [ACTIVITIES-OF-THE-FIRST [MAILS-IN-THE-OUTBOX]]"
            )
        }
        umask(0o077)
        mkdir(arguments[1], 0o700)
        let store = try SQLiteStore.open(folder: arguments[1], options: SQLiteStoreOptions())
        let seeding = try Seeding(folder: arguments[1], password: password)
        var tokens: [String] = []
        var emails: [String] = []
        for start in stride(from: 0, to: accounts, by: accountsATransaction) {
            let range = start..<min(accounts, start + accountsATransaction)
            let plans = range.map { index in
                seeding.plan(index, sessions: sessions / accounts + (index < sessions % accounts ? 1 : 0))
            }
            tokens += plans.flatMap(\.tokens)
            emails += plans.map(\.email)
            commit(store) { rows throws(DomainError) in for plan in plans { try seeding.insert(plan, rows) } }
        }
        if arguments.count > 6, let rows = Int(arguments[6]), let email = emails.first {
            for start in stride(from: 0, to: rows, by: rowsATransaction) {
                commit(store) { transaction throws(DomainError) in
                    try seeding.record(min(rows - start, rowsATransaction), of: email, transaction)
                }
            }
        }
        if arguments.count > 7, let mails = Int(arguments[7]) {
            for start in stride(from: 0, to: mails, by: rowsATransaction) {
                commit(store) { [emails] transaction throws(DomainError) in
                    try seeding.promise(start..<min(mails, start + rowsATransaction), to: emails, transaction)
                }
            }
        }
        store.close()
        write(tokens, to: arguments[4])
        write(emails.map { "\($0) \(password)" }, to: arguments[5])
    }

    private static func commit(
        _ store: SQLiteStore, _ body: @escaping @Sendable (any Transaction) throws(DomainError) -> Void
    ) {
        let done = DispatchSemaphore(value: 0)
        store.write(unless: { false }) { rows throws(DomainError) -> Verdict<Void> in
            try body(rows)
            return .done(())
        } then: { outcome in
            if case .failed(let error) = outcome { fail("\(error)") }
            done.signal()
        }
        done.wait()
    }

    private static func write(_ lines: [String], to file: String) {
        guard let stream = fopen(file, "w") else { fail("\(file) can't be written") }
        for line in lines { fputs(line + "\n", stream) }
        fclose(stream)
    }

    private static func fail(_ message: String) -> Never {
        let line = Array("accountd-seed: \(message)\n".utf8)
        _ = Glibc.write(STDERR_FILENO, line, line.count)
        exit(1)
    }
}
