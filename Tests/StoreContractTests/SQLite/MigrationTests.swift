import Domain
import Testing

@testable import SQLiteStore

/// Files of older programs.
@Suite struct MigrationTests {
    private static let account = "x'0190000000007000800000000000aa01'"

    /// An account's row of the log, as SQL.
    private static func row(_ id: Int, sequence: String, _ columns: String) -> String {
        """
        INSERT INTO activities (\(columns)) VALUES
            (\(account), x'019000000000700080000000000000\(id)', 'profile.updated', \(id), 1, '', x'07',
            \(sequence), zeroblob(32), zeroblob(32), zeroblob(32));
        """
    }

    private static let columns =
        "account_id, activity_id, kind, at, actor, actor_name, details, sequence, previous_hash, hash, tag"
    private static let all = "SELECT hex(activity_id), kind, at, sequence, hex(details) FROM activities"

    @Test func theLogIsTheSameInItsNewPlaceAndHoldsTheSameRules() async throws {
        try await TemporaryFolder.with { folder in
            let files = StoreFiles(folder)
            try sqlite(files.accounts, "VACUUM")
            let old = try Connection(files.accounts, .write)
            try old.migrate(Array(Migration.accounts.prefix { $0.version <= 9 }))
            old.close()
            try sqlite(
                files.accounts,
                """
                INSERT INTO accounts (account_id, state, profile, password_hash, password_changed_at, created_at, version)
                    VALUES (\(Self.account), 1, x'', x'', 0, 0, 1);
                \(Self.row(12, sequence: "1", Self.columns))
                \(Self.row(15, sequence: "2", Self.columns))
                """)
            let before = try sqlite(files.accounts, Self.all)
            #expect(before.split(separator: "\n").count == 2)

            let new = try Connection(files.accounts, .write)
            #expect(try new.migrate(Migration.accounts) == (9, Migration.current(Migration.accounts)))
            new.close()
            #expect(try sqlite(files.accounts, Self.all) == before)
            // A gap, an id that isn't the newest, the same again: none is taken. Nor is anything changed or removed.
            for (id, sequence) in [(20, "4"), (13, "3"), (15, "3")] {
                try sqlite(files.accounts, Self.row(id, sequence: sequence, Self.columns))
            }
            try sqlite(files.accounts, "UPDATE activities SET at = 0")
            try sqlite(files.accounts, "DELETE FROM activities")
            #expect(try sqlite(files.accounts, Self.all) == before)
            try sqlite(files.accounts, Self.row(20, sequence: "3", Self.columns))
            #expect(try sqlite(files.accounts, "SELECT max(sequence) FROM activities") == "3\n")
            try sqlite(files.accounts, "PRAGMA foreign_keys=ON; DELETE FROM accounts")
            #expect(try sqlite(files.accounts, "SELECT count(*) FROM activities") == "0\n")
        }
    }
}
