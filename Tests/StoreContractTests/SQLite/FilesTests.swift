import Dispatch
import Domain
import Foundation
import TestSupport
import Testing

@testable import SQLiteStore

/// What is SQLite's own: files, locks, backups, keys.
@Suite struct FilesTests {
    private let kind = StoreUnderTest.all[0]
    private let current = Migration.current(Migration.accounts)

    private func withStore(_ body: (String, OpenStore) async throws -> Void) async throws {
        try await TemporaryFolder.with { folder in
            let store = try kind.open(folder)
            defer { store.close() }
            try await body(folder, store)
        }
    }

    @Test func aSecondStoreIsKeptOut() async throws {
        try await withStore { folder, store in
            #expect(throws: SQLiteStoreError.self) { try SQLiteStore.open(folder: folder) }
            #expect(throws: SQLiteStoreError.self) { try SQLiteStore.migrate(folder: folder) }
            store.close()
            store.close()
            try kind.open(folder).close()
        }
    }

    @Test func everyFileIsItsOwnersOnly() async throws {
        try await withStore { folder, store in
            _ = try await store.account()
            for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
                let mode =
                    try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")[.posixPermissions] as? Int
                #expect(mode == 0o600, "\(name)")
            }
        }
    }

    @Test func aNewerSchemaIsRefusedAndLeftAlone() async throws {
        try await TemporaryFolder.with { folder in
            #expect(try SQLiteStore.migrate(folder: folder) == (0, current))
            #expect(try SQLiteStore.migrate(folder: folder) == (current, current))
            try sqlite("\(folder)/accounts.sqlite", "PRAGMA user_version=99")
            let before = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/accounts.sqlite"))
            #expect(throws: SQLiteStoreError.self) { try SQLiteStore.open(folder: folder) }
            #expect(throws: SQLiteStoreError.self) { try SQLiteStore.migrate(folder: folder) }
            #expect(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/accounts.sqlite")) == before)
            #expect(try !SQLiteStore.check(folder: folder).isEmpty)
        }
    }

    @Test func checkIsCleanBesideAServerAndWithout() async throws {
        try await withStore { folder, store in
            for state in [AccountState.active, .pending] { _ = try await store.account(state: state) }
            #expect(try SQLiteStore.check(folder: folder) == [])
            store.close()
            #expect(try SQLiteStore.check(folder: folder) == [])
            let reopened = try kind.open(folder)
            defer { reopened.close() }
            let keyless = Make.account()
            try await reopened.change { rows throws(DomainError) in try rows.insert(keyless) }
            #expect(try SQLiteStore.check(folder: folder) == ["\(keyless.id.text): no data key"])
        }
    }

    @Test func aBackupOpensAndHoldsNoKey() async throws {
        try await withStore { folder, store in
            let account = Make.account()
            let key = Make.wrappedKey()
            try await store.change { rows throws(DomainError) in
                try rows.insertDataKey(key, of: account.id)
                try rows.insert(account)
            }
            let address = Make.hash()
            let gone = try await store.account(address: address)
            let backup = "\(folder)/copy.sqlite"
            async let writes: Void = {
                for _ in 0..<200 { _ = try await store.account() }
            }()
            try SQLiteStore.backup(folder: folder, to: backup)
            try await writes
            #expect(throws: SQLiteStoreError.self) { try SQLiteStore.backup(folder: folder, to: backup) }
            let bytes = try Data(contentsOf: URL(fileURLWithPath: backup))
            #expect(bytes.range(of: Data(key)) == nil)
            #expect(bytes.range(of: Data(account.id.uuid.bytes)) != nil)
            // Read and write format versions of a file without a write-ahead log.
            #expect(bytes[18] == 1 && bytes[19] == 1)
            #expect(try sqlite(backup, "PRAGMA integrity_check; PRAGMA user_version") == "ok\n\(current)\n")
            let mode = try FileManager.default.attributesOfItem(atPath: backup)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).allSatisfy { !$0.contains("part") })
            try await TemporaryFolder.with { other in
                try FileManager.default.copyItem(atPath: backup, toPath: "\(other)/accounts.sqlite")
                // Without a key file all of them would seem to be deleted.
                #expect(throws: SQLiteStoreError.self) { try kind.open(other) }
                try FileManager.default.removeItem(atPath: "\(other)/keys.sqlite")
                try await store.change { rows throws(DomainError) in try rows.destroyDataKey(of: gone.id) }
                try FileManager.default.copyItem(atPath: "\(folder)/keys.sqlite", toPath: "\(other)/keys.sqlite")
                let restored = try kind.open(other)
                defer { restored.close() }
                let row = try await restored.read { rows throws(DomainError) in try rows.account(account.id) }
                #expect(row == account)
                // One that was deleted since is so, and its address is another's to take.
                let left = try await restored.read { rows throws(DomainError) in
                    (try rows.account(gone.id), try rows.account(addressHash: address))
                }
                #expect(left.0?.state == .deleted && left.0?.profile == [] && left.1 == nil)
                let next = try await restored.account(address: address)
                let found = try await restored.read { rows throws(DomainError) in try rows.account(addressHash: address)
                }
                #expect(found?.id == next.id)
            }
        }
    }

    /// SQLite before 3.51.3 may corrupt a log that two connections check-point, so only the writer does.
    @Test func readersNeverCheckpoint() async throws {
        try await withStore { folder, store in
            var accounts: [AccountRecord] = []
            for _ in 0..<20 { accounts.append(try await store.account()) }
            let copy = "\(folder)/crashed"
            try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: false)
            for name in ["accounts.sqlite", "accounts.sqlite-wal", "keys.sqlite"] {
                try FileManager.default.copyItem(atPath: "\(folder)/\(name)", toPath: "\(copy)/\(name)")
            }
            let log = URL(fileURLWithPath: "\(copy)/accounts.sqlite-wal")
            let before = try Data(contentsOf: log)
            #expect(before.count > 0)
            #expect(try SQLiteStore.check(folder: copy) == [])
            try SQLiteStore.backup(folder: copy, to: "\(folder)/from-crashed.sqlite")
            #expect(try Data(contentsOf: log) == before)
            // The copy is what a crash would have left: every answered write is in it.
            let recovered = try kind.open(copy)
            for account in accounts {
                let row = try await recovered.read { rows throws(DomainError) in try rows.account(account.id) }
                #expect(row == account)
            }
            recovered.close()
            #expect(try SQLiteStore.check(folder: copy) == [])
        }
    }

    @Test func invoicesAndActivitiesCanNotBeRemovedByHandEither() async throws {
        try await withStore { folder, store in
            let account = try await store.account()
            try await store.change { rows throws(DomainError) in
                for retainUntil in [Make.now, Instant(seconds: 4_000_000_000)] {
                    try rows.insert(
                        InvoiceRecord(
                            id: Make.id(), accountID: account.id, content: [1], currency: "EUR", amountMinor: 1,
                            issuedAt: Make.now, retainUntil: retainUntil))
                }
                try rows.insert(Make.activity(of: account.id, "account.signed_up"))
            }
            store.close()
            for text in [
                "DELETE FROM invoices", "UPDATE invoices SET retain_until = 0", "DELETE FROM activities",
                "UPDATE activities SET kind = ''",
            ] { try sqlite("\(folder)/accounts.sqlite", text) }
            let left = try sqlite(
                "\(folder)/accounts.sqlite",
                "SELECT count(*), max(retain_until) FROM invoices; SELECT count(*), max(kind) FROM activities")
            #expect(left == "2|4000000000000000\n1|account.signed_up\n")
        }
    }

    @Test func aFullQueueAnswersAtOnce() async throws {
        try await TemporaryFolder.with { folder in
            var options = SQLiteStoreOptions()
            options.queueLimit = 1
            let store = try SQLiteStore.open(folder: folder, options: options)
            defer { store.close() }
            let gate = AsyncStream.makeStream(of: Void.self)
            let turnedAway = AsyncStream.makeStream(of: Void.self)
            let held = DispatchSemaphore(value: 0)
            store.write(
                unless: { false },
                { _ throws(DomainError) -> Verdict<Bool> in
                    gate.continuation.yield()
                    held.wait()
                    return .done(true)
                }, then: { _ in })
            // The writer has taken it and is busy.
            for await _ in gate.stream { break }
            for _ in 0..<3 {
                store.write(unless: { false }, { _ in Verdict.done(true) }) { outcome in
                    if case .failed(.overloaded) = outcome { turnedAway.continuation.yield() }
                }
            }
            // One waits, two were turned away.
            #expect(store.waitingWrites == 1)
            held.signal()
            var count = 0
            for await _ in turnedAway.stream {
                count += 1
                if count == 2 { break }
            }
        }
    }
}

@discardableResult
func sqlite(_ file: String, _ text: String) throws -> String {
    let result = try captureProgram(URL(fileURLWithPath: "/usr/bin/sqlite3"), [file, text])
    return String(decoding: result.output, as: UTF8.self)
}
