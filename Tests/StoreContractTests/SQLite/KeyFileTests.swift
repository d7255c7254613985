import Domain
import Foundation
import SQLiteStore
import Testing

@Suite struct KeyFileTests {
    private let kind = StoreUnderTest.all[0]

    private func filesHolding(_ bytes: [UInt8], in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).filter { name in
            try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")).range(of: Data(bytes)) != nil
        }
    }

    /// Enough keys for many pages, destroyed in an order that would merge them if rows could move.
    @Test func aDestroyedKeyIsInNoFileWhenItsCallIsAnswered() async throws {
        try await TemporaryFolder.with { folder in
            let store = try kind.open(folder)
            defer { store.close() }
            let accounts = (0..<600).map { _ in Make.account() }
            let keys = accounts.map { _ in Make.wrappedKey() }
            for start in stride(from: 0, to: 600, by: 60) {
                try await store.change { rows throws(DomainError) in
                    for index in start..<start + 60 {
                        try rows.insertDataKey(keys[index], of: accounts[index].id)
                        try rows.insert(accounts[index])
                    }
                }
            }
            #expect(try filesHolding(keys[7], in: folder) == ["keys.sqlite"])
            var doomed = Array(0..<600)
            doomed.sort { ($0 &* 7_919) % 601 < ($1 &* 7_919) % 601 }
            for index in doomed[..<400] {
                try await store.change { rows throws(DomainError) in
                    try rows.destroyDataKey(of: accounts[index].id)
                    try rows.destroyDataKey(of: accounts[index].id)
                }
                if index % 5 == 0 { #expect(try filesHolding(keys[index], in: folder) == []) }
            }
            for index in doomed[..<400] { #expect(try filesHolding(keys[index], in: folder) == []) }
            for index in doomed[400...] {
                let key = try await store.read { rows throws(DomainError) in
                    try rows.wrappedDataKey(of: accounts[index].id)
                }
                #expect(key == keys[index])
            }
            // What is free is used again, and nothing of the old key shows through.
            _ = try await store.account()
            for index in doomed[..<400] { #expect(try filesHolding(keys[index].suffix(32), in: folder) == []) }
        }
    }

    @Test func aRolledBackDestructionDestroysNothing() async throws {
        try await TemporaryFolder.with { folder in
            let store = try kind.open(folder)
            defer { store.close() }
            let account = Make.account()
            let key = Make.wrappedKey()
            try await store.change { rows throws(DomainError) in
                try rows.insertDataKey(key, of: account.id)
                try rows.insert(account)
            }
            let outcome = await store.write { rows throws(DomainError) -> Verdict<Bool> in
                try rows.destroyDataKey(of: account.id)
                guard try rows.wrappedDataKey(of: account.id) == nil else { throw .overloaded }
                throw .badCredentials
            }
            guard case .failed(.badCredentials) = outcome else { throw DomainError.storage("\(outcome)") }
            #expect(try await store.read { rows throws(DomainError) in try rows.wrappedDataKey(of: account.id) } == key)
        }
    }

    @Test func aRemovedSignUpLeavesNoKey() async throws {
        try await TemporaryFolder.with { folder in
            let store = try kind.open(folder)
            defer { store.close() }
            let account = Make.account(state: .pending)
            let key = Make.wrappedKey()
            try await store.change { rows throws(DomainError) in
                try rows.insertDataKey(key, of: account.id)
                try rows.insert(account)
            }
            #expect(try await store.change { rows throws(DomainError) in try rows.removePendingAccount(account.id) })
            #expect(try filesHolding(key, in: folder) == [])
        }
    }

    /// A crash between the two files: a key without a row, and one whose deletion says that it is gone.
    @Test func whatACrashLeftIsPutRightAtTheNextOpen() async throws {
        try await TemporaryFolder.with { folder in
            let orphan = Make.account()
            let deleted = Make.account(state: .deleted, address: nil)
            let kept = Make.account(state: .deleted, address: nil)
            let store = try kind.open(folder)
            let orphanKey = Make.wrappedKey()
            try await store.change { rows throws(DomainError) in
                try rows.insertDataKey(orphanKey, of: orphan.id)
                for account in [deleted, kept] {
                    try rows.insertDataKey(Make.wrappedKey(), of: account.id)
                    try rows.insert(account)
                    try rows.insert(Make.deletion(of: account.id))
                }
                try rows.setDataKeyDestroyed(of: deleted.id, at: Make.now)
            }
            let found = try SQLiteStore.check(folder: folder)
            #expect(found == ["\(deleted.id.text): its data key should be destroyed"])
            store.close()
            let reopened = try kind.open(folder)
            defer { reopened.close() }
            let keys = try await reopened.read { rows throws(DomainError) in
                [
                    try rows.wrappedDataKey(of: orphan.id) != nil, try rows.wrappedDataKey(of: deleted.id) != nil,
                    try rows.wrappedDataKey(of: kept.id) != nil,
                ]
            }
            #expect(keys == [false, false, true])
            #expect(try filesHolding(orphanKey, in: folder) == [])
            #expect(try SQLiteStore.check(folder: folder) == [])
        }
    }

    /// A destruction that follows in the same batch finds the key where it was, and a wrapped key that was replaced is in no file:
    /// neither its log nor a page that moved.
    @Test func whatWasWrappedAnewIsInNoFileAsItWas() async throws {
        try await TemporaryFolder.with { folder in
            let store = try kind.open(folder)
            defer { store.close() }
            let accounts = (0..<300).map { _ in Make.account() }
            let (old, new) = (accounts.map { _ in Make.wrappedKey() }, accounts.map { _ in Make.wrappedKey() })
            try await store.change { rows throws(DomainError) in
                for (account, key) in zip(accounts, old) {
                    try rows.insertDataKey(key, of: account.id)
                    try rows.insert(account)
                }
            }
            for key in old { #expect(try filesHolding(key, in: folder) == ["keys.sqlite"]) }
            try await store.change { rows throws(DomainError) in
                for index in accounts.indices {
                    guard try rows.rewrapDataKey(of: accounts[index].id, from: old[index], to: new[index]) else {
                        throw .storage("it was there")
                    }
                    if index % 3 == 0 { try rows.destroyDataKey(of: accounts[index].id) }
                }
            }
            for index in accounts.indices {
                #expect(try filesHolding(old[index], in: folder) == [])
                #expect(try filesHolding(new[index], in: folder) == (index % 3 == 0 ? [] : ["keys.sqlite"]))
            }
            store.close()
            let reopened = try kind.open(folder)
            defer { reopened.close() }
            for index in accounts.indices {
                let key = try await reopened.read { rows throws(DomainError) in
                    try rows.wrappedDataKey(of: accounts[index].id)
                }
                #expect(key == (index % 3 == 0 ? nil : new[index]))
            }
        }
    }

    /// One batch, made to be one: the writer waits until all is queued.
    @Test(arguments: [true, false])
    func inOneBatchADestroyedKeyStaysDestroyed(destroyedFirst: Bool) async throws {
        try await TemporaryFolder.with { folder in
            let store = try kind.open(folder)
            defer { store.close() }
            let account = Make.account()
            let (old, new) = (Make.wrappedKey(), Make.wrappedKey())
            try await store.change { rows throws(DomainError) in
                try rows.insertDataKey(old, of: account.id)
                try rows.insert(account)
            }
            let gate = DispatchSemaphore(value: 0)
            let answers = DispatchSemaphore(value: 0)
            store.store.write(unless: { false }) { _ throws(DomainError) in
                gate.wait()
                return .done(())
            } then: { _ in
                answers.signal()
            }
            let destroy = {
                store.store.write(unless: { false }) { rows throws(DomainError) in
                    .done(try rows.destroyDataKey(of: account.id))
                } then: { _ in
                    answers.signal()
                }
            }
            let rewrap = {
                store.store.write(unless: { false }) { rows throws(DomainError) in
                    .done(try rows.rewrapDataKey(of: account.id, from: old, to: new))
                } then: { _ in
                    answers.signal()
                }
            }
            for queue in destroyedFirst ? [destroy, rewrap] : [rewrap, destroy] { queue() }
            gate.signal()
            await Self.wait(for: answers, times: 3)
            #expect(try await store.read { rows throws(DomainError) in try rows.wrappedDataKey(of: account.id) } == nil)
            #expect(try filesHolding(old, in: folder) == [])
            #expect(try filesHolding(new, in: folder) == [])
        }
    }

    private static func wait(for semaphore: DispatchSemaphore, times: Int) async {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                for _ in 0..<times { semaphore.wait() }
                continuation.resume()
            }
        }
    }
}
