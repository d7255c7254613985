import Domain
import Synchronization
import Testing

@Suite struct RevocationTests {
    /// What a store told so far.
    private final class Told: Sendable {
        private let additions = Mutex<[LogAdditions]>([])
        var all: [LogAdditions] { additions.withLock { $0 } }
        var revocations: [RevocationRecord] { all.flatMap(\.revocations) }
        func add(_ added: LogAdditions) { additions.withLock { $0.append(added) } }
    }

    private func rows(of store: OpenStore, after sequence: Int64 = 0) async throws -> [RevocationRecord] {
        try await store.read { rows throws(DomainError) in try rows.revocations(after: sequence, limit: 100_000) }
    }

    @Test(arguments: StoreUnderTest.all)
    func anEmptyLogHasAPlaceToBeginAt(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            let start = try await store.read { rows throws(DomainError) in try rows.newestRevocation() }
            let isKept = try await store.read { rows throws(DomainError) in try rows.hasRevocation(at: start) }
            #expect(isKept)
            #expect(try await rows(of: store, after: start.sequence).isEmpty)
            let record = Make.revocation()
            try await store.change { rows throws(DomainError) in try rows.insert(record) }
            #expect(try await rows(of: store, after: start.sequence).map(\.id) == [record.id])
            let newest = try await store.read { rows throws(DomainError) in try rows.newestRevocation() }
            #expect(newest.id == record.id && newest.sequence > start.sequence)
            let others = [
                LogPosition(sequence: newest.sequence, id: start.id), LogPosition(sequence: 999, id: record.id),
            ]
            for other in others {
                #expect(try await store.read { rows throws(DomainError) in try !rows.hasRevocation(at: other) })
            }
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func everyCommitIsToldOnceInOrderAndBeforeItsAnswer(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            let told = Told()
            store.store.whenAdded { told.add($0) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for index in 0..<400 {
                    group.addTask {
                        let records = (0..<index % 3 + 1).map { _ in Make.revocation() }
                        let outcome = await store.write { rows throws(DomainError) -> Verdict<Bool> in
                            for record in records { try rows.insert(record) }
                            if index % 5 == 1 { throw .badCredentials }
                            if index % 5 == 2 { return .refuse(.stepUpRequired) }
                            return .done(true)
                        }
                        let ids = Set(told.revocations.map(\.id))
                        let isTold = records.map { ids.contains($0.id) }
                        if case .failed = outcome {
                            #expect(isTold.allSatisfy { !$0 })
                        } else {
                            #expect(isTold.allSatisfy { $0 })
                        }
                    }
                }
                try await group.waitForAll()
            }
            let kept = try await rows(of: store)
            #expect(told.revocations == kept && kept.count > 400)
            #expect(kept.map(\.sequence) == kept.map(\.sequence).sorted())
            #expect(Set(kept.map(\.sequence)).count == kept.count)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func activitiesAreToldByAccount(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            let account = try await store.account()
            let other = try await store.account()
            let told = Told()
            store.store.whenAdded { told.add($0) }
            try await store.change { rows throws(DomainError) in
                try rows.insert(Make.activity(of: account.id, "profile.updated"))
                try rows.insert(Make.activity(of: account.id, "profile.updated"))
            }
            let outcome = await store.write { rows throws(DomainError) -> Verdict<Bool> in
                try rows.insert(Make.activity(of: other.id, "profile.updated"))
                throw .badCredentials
            }
            guard case .failed = outcome else { throw DomainError.storage("not rolled back") }
            _ = try await store.account()
            #expect(told.all.map(\.activities) == [[account.id]])
            #expect(told.revocations.isEmpty)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func aSequenceIsNeverGivenTwice(_ kind: StoreUnderTest) async throws {
        let last = Mutex<Int64>(0)
        try await kind.run { store in
            try await store.change { rows throws(DomainError) in
                for _ in 0..<5 { try rows.insert(Make.revocation(at: Make.now)) }
            }
            let newest = try await store.read { rows throws(DomainError) in try rows.newestRevocation().sequence }
            last.withLock { $0 = newest }
        } reopened: { store in
            try await store.change { rows throws(DomainError) in
                try rows.sweep(now: Make.now + .days(3_650), limit: 100)
                try rows.insert(Make.revocation(at: Make.now + .days(3_650)))
            }
            let newest = try await store.read { rows throws(DomainError) in try rows.newestRevocation().sequence }
            #expect(newest > last.withLock { $0 })
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func rowsGoAfterThirtyDaysOldestFirst(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            // The clock went back twice: what came after it stays as long as what came before. Of those that are due the last stays:
            // it is the place before all others.
            let days: [Int64] = [0, 1, 20, 2, 21, 50, 51]
            let records = days.map { Make.revocation(at: Make.now + .days($0)) }
            try await store.change { rows throws(DomainError) in for record in records { try rows.insert(record) } }
            func left(_ day: Int64, limit: Int = 100) async throws -> [UUIDv7] {
                try await store.change { rows throws(DomainError) in
                    try rows.sweep(now: Make.now + .days(day), limit: limit)
                }
                return try await rows(of: store).map(\.id)
            }
            let ids = records.map(\.id)
            #expect(try await left(29) == ids)
            #expect(try await left(40, limit: 1).count == 7)
            #expect(try await left(40) == Array(ids[1...]))
            #expect(try await left(50) == Array(ids[3...]))
            #expect(try await left(81) == Array(ids[6...]))
            #expect(try await left(9_999) == Array(ids[6...]))
        }
    }
}
