import Domain
import Foundation
import Synchronization
import Testing

@Suite struct WritingTests {
    @Test(arguments: StoreUnderTest.all)
    func aThrownBodyLeavesNothingAndItsNeighboursStay(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            let accounts = (0..<200).map { _ in Make.account() }
            try await withThrowingTaskGroup(of: (Int, Outcome<Int>).self) { group in
                for (index, account) in accounts.enumerated() {
                    group.addTask {
                        let outcome = await store.write { rows throws(DomainError) -> Verdict<Int> in
                            try rows.insertDataKey(Make.wrappedKey(), of: account.id)
                            try rows.insert(account)
                            try rows.insert(Make.session(of: account.id))
                            if index % 3 == 1 { throw .badCredentials }
                            if index % 3 == 2 { return .refuse(.stepUpRequired) }
                            return .done(index)
                        }
                        return (index, outcome)
                    }
                }
                for try await (index, outcome) in group {
                    switch (index % 3, outcome) {
                    case (0, .committed(index)), (1, .failed(.badCredentials)), (2, .refused(.stepUpRequired)): break
                    default: Issue.record("\(index): \(outcome)")
                    }
                }
            }
            for (index, account) in accounts.enumerated() {
                let (row, key) = try await store.read { rows throws(DomainError) in
                    (try rows.account(account.id), try rows.wrappedDataKey(of: account.id))
                }
                #expect((row != nil) == (index % 3 != 1))
                #expect((key != nil) == (index % 3 != 1))
            }
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func aBodySeesWhatItWroteAndForgetsItWhenThrown(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            let account = Make.account()
            let outcome = await store.write { rows throws(DomainError) -> Verdict<Bool> in
                try rows.insertDataKey([1, 2, 3], of: account.id)
                try rows.insert(account)
                let row = try rows.account(account.id)
                let key = try rows.wrappedDataKey(of: account.id)
                let sees = row == account && key == [1, 2, 3]
                throw sees ? .badCredentials : .overloaded
            }
            guard case .failed(.badCredentials) = outcome else { throw DomainError.storage("\(outcome)") }
            try await store.change { rows throws(DomainError) in
                guard try rows.wrappedDataKey(of: account.id) == nil else { throw .overloaded }
                try rows.insertDataKey([4], of: account.id)
                try rows.insert(account)
            }
            #expect(try await store.read { rows throws(DomainError) in try rows.wrappedDataKey(of: account.id) } == [4])
        }
    }

    /// Given up while it ran: it had not begun to commit, so it doesn't.
    @Test(arguments: StoreUnderTest.all)
    func whatIsGivenUpWhileItRunsLeavesNothing(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            let isGivenUp = GivenUp()
            let account = Make.account()
            let outcome: Outcome<Bool> = await withCheckedContinuation { continuation in
                store.store.write(as: .rest, unless: { isGivenUp.flag.load(ordering: .relaxed) }) {
                    rows throws(DomainError) in
                    isGivenUp.flag.store(true, ordering: .relaxed)
                    try rows.insertDataKey([1, 2, 3], of: account.id)
                    try rows.insert(account)
                    return .done(true)
                } then: {
                    continuation.resume(returning: $0)
                }
            }
            guard case .failed(.overloaded) = outcome else { throw DomainError.storage("\(outcome)") }
            #expect(try await store.read { rows throws(DomainError) in try rows.account(account.id) } == nil)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func anAbandonedCallNeverRuns(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            let outcome: Outcome<Bool> = await withCheckedContinuation { continuation in
                store.store.write(unless: { true }, { _ in .done(true) }, then: { continuation.resume(returning: $0) })
            }
            guard case .failed(.overloaded) = outcome else { throw DomainError.storage("\(outcome)") }
            let result: Result<Bool, DomainError> = await withCheckedContinuation { continuation in
                store.store.read(unless: { true }, { _ in true }, then: { continuation.resume(returning: $0) })
            }
            #expect(result == .failure(.overloaded))
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func aReadSeesWhatWasCommittedBeforeIt(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        for _ in 0..<50 {
                            let account = try await store.account()
                            let read = try await store.read { rows throws(DomainError) in try rows.account(account.id) }
                            #expect(read == account)
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    /// What is kept between commits must not grow with them: the thousandth listener is called as the first was.
    @Test(arguments: StoreUnderTest.all)
    func listenersAreCalledTheSameWayHoweverManyCommitsWereBefore(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            let depths = Mutex<[Int]>([])
            let account = try await store.account()
            let note: @Sendable () -> Void = { depths.withLock { $0.append(Thread.callStackReturnAddresses.count) } }
            store.store.whenPromised(note)
            store.store.whenAdded { _ in note() }
            for _ in 0..<300 {
                try await store.change { rows throws(DomainError) in
                    try rows.insert(Make.job(.mail, of: account.id))
                    try rows.insert(Make.revocation())
                }
            }
            // The wake-up follows its commit; the next commit follows the wake-up.
            _ = try await store.account()
            let all = depths.withLock { $0 }
            #expect(all.count >= 600 && Set(all.dropFirst(2)).count <= 2, "up to \(all.max() ?? 0) frames deep")
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func aPromiseWakesWhoeverKeepsThem(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            let wakes = WakeCounter()
            let account = try await store.account()
            store.store.whenPromised { wakes.add() }
            let outcome = await store.write { rows throws(DomainError) -> Verdict<Bool> in
                try rows.insert(Make.job(.mail, of: account.id))
                throw .badCredentials
            }
            guard case .failed = outcome else { throw DomainError.storage("not rolled back") }
            try await store.change { rows throws(DomainError) in try rows.insert(Make.job(.mail, of: account.id)) }
            // The wake-up follows its commit; the next commit follows the wake-up.
            _ = try await store.account()
            #expect(wakes.count == 1)
        }
    }

    final class WakeCounter: Sendable {
        private let value = Atomic(0)
        var count: Int { value.load(ordering: .sequentiallyConsistent) }
        func add() { value.add(1, ordering: .sequentiallyConsistent) }
    }
}

private final class GivenUp: Sendable {
    let flag = Atomic<Bool>(false)
}
