import Foundation
import TestSupport
import Testing

@testable import SQLiteStore

/// What is written through the gathered log is what SQLite's own files hold.
@Suite struct GatheredLogTests {
    private static let create = """
        PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=12; PRAGMA wal_autocheckpoint=300;
        CREATE TABLE rows (id INTEGER PRIMARY KEY, body TEXT, changed INTEGER NOT NULL DEFAULT 0);
        CREATE INDEX rows_changed ON rows (changed);
        """

    /// Random transactions, most of them larger than the cache: pages go into the log before the commit, and are changed again
    /// there. Some are rolled back, whole or to a savepoint.
    @Test(arguments: 0..<12)
    func aFileWrittenThroughItIsTheSameAsAnOrdinaryOne(_ seed: UInt64) async throws {
        var random = SplitMix(state: seed &* 0x9E37_79B9_7F4A_7C15 &+ 1)
        try await TemporaryFolder.with { folder in
            for name in ["gathered", "plain"] {
                #expect(FileManager.default.createFile(atPath: "\(folder)/\(name).sqlite", contents: nil))
            }
            let gathered = try Connection("\(folder)/gathered.sqlite", .write)
            let plain = try Connection("\(folder)/plain.sqlite", .look)
            defer {
                gathered.close()
                plain.close()
            }
            try plain.execute("PRAGMA query_only=OFF")
            func both(_ text: String) throws {
                try gathered.execute(text)
                try plain.execute(text)
            }
            try both(Self.create)
            for round in 0..<25 {
                try both("BEGIN IMMEDIATE")
                for _ in 0...random.below(40) { try both(change(&random)) }
                if random.below(3) == 0 {
                    try both("SAVEPOINT inner")
                    for _ in 0...random.below(40) { try both(change(&random)) }
                    try both(random.below(2) == 0 ? "ROLLBACK TO inner; RELEASE inner" : "RELEASE inner")
                    for _ in 0...random.below(10) { try both(change(&random)) }
                }
                try both(random.below(4) == 0 ? "ROLLBACK" : "COMMIT")
                guard round % 5 == 4 else { continue }
                // As another process sees it, and as it would be found after a crash right now.
                try copy("gathered.sqlite", "gathered.sqlite-wal", in: folder)
                let expected = try dump("\(folder)/plain.sqlite")
                #expect(try dump("\(folder)/gathered.sqlite") == expected, "seed \(seed), round \(round)")
                #expect(try dump("\(folder)/copy-gathered.sqlite") == expected, "seed \(seed), round \(round)")
            }
        }
    }

    private func change(_ random: inout SplitMix) -> String {
        switch random.below(5) {
        case 0:
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(1 + random.below(60))) "
                + "INSERT INTO rows (body) SELECT \(body(&random, "i")) FROM n"
        case 1: "UPDATE rows SET changed = changed + 1 WHERE id % \(2 + random.below(20)) = 0"
        case 2: "DELETE FROM rows WHERE id % 97 = \(random.below(97))"
        default: "UPDATE rows SET body = \(body(&random, "id")) WHERE id = \(1 + random.below(500))"
        }
    }

    /// A letter many times.
    private func body(_ random: inout SplitMix, _ column: String) -> String {
        "printf('%.*c', \(1 + random.below(3_000)), char(65 + (\(column) + \(random.below(26))) % 26))"
    }

    /// By another process: this one closing the file once more would let go of SQLite's locks on it.
    private func copy(_ files: String..., in folder: String) throws {
        for file in files {
            let copied = try runProgram(
                URL(fileURLWithPath: "/bin/cp"), ["\(folder)/\(file)", "\(folder)/copy-\(file)"])
            try #require(copied.status == 0, "\(copied.output)")
        }
    }

    private func dump(_ path: String) throws -> String {
        try sqlite(
            path,
            "PRAGMA integrity_check; SELECT id, length(body), substr(body, 1, 1), substr(body, -1), changed FROM rows ORDER BY id"
        )
    }
}

private struct SplitMix {
    var state: UInt64

    mutating func below(_ bound: UInt64) -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return (mixed ^ (mixed >> 31)) % bound
    }
}
