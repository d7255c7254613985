import Domain
import Synchronization
import Testing

@Suite struct TwoFactorResetTests {
    private func reset(of account: AccountID) -> TwoFactorResetRecord {
        TwoFactorResetRecord(
            id: Make.uuid(), accountID: account, requestedBy: "desk", requestedAt: Make.now,
            takesEffectAt: Make.now + .hours(24))
    }

    @Test(arguments: StoreUnderTest.all)
    func anAccountHasOneThatWaitsAndKeepsTheLast(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            let account = try await store.account().id
            let (first, second) = (reset(of: account), reset(of: account))
            #expect(try await store.change { rows throws(DomainError) in try rows.begin(first) })
            #expect(try await !store.change { rows throws(DomainError) in try rows.begin(second) })
            let held = try await store.read { rows throws(DomainError) in try rows.twoFactorReset(of: account) }
            #expect(held == first)
            let at = Make.now + .hours(2)
            #expect(
                try await store.change { rows throws(DomainError) in
                    try rows.endTwoFactorReset(first.id, of: account, as: .cancelledByLink, at: at)
                })
            let ended = try await store.read { rows throws(DomainError) in try rows.twoFactorReset(of: account) }
            #expect(ended?.ended == TwoFactorResetRecord.Ended(.cancelledByLink, at: at))
            #expect(try await store.change { rows throws(DomainError) in try rows.begin(second) })
            let last = try await store.read { rows throws(DomainError) in try rows.twoFactorReset(of: account) }
            #expect(last == second)
            // The ended one's id ends nothing any more.
            #expect(
                try await !store.change { rows throws(DomainError) in
                    try rows.endTwoFactorReset(first.id, of: account, as: .cancelledInSession, at: at)
                })
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func itIsDoneOnlyWhenItsTimeHasCome(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            let account = try await store.account().id
            let reset = reset(of: account)
            try await store.change { rows throws(DomainError) in _ = try rows.begin(reset) }
            for (at, isDone) in [
                (reset.takesEffectAt - TimeSpan(microseconds: 1), false), (reset.takesEffectAt, true),
                (reset.takesEffectAt, false),
            ] {
                let done = try await store.change { rows throws(DomainError) in
                    try rows.endTwoFactorReset(reset.id, of: account, as: .done, at: at)
                }
                #expect(done == isDone)
            }
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func ofCancellingAndTakingEffectExactlyOneWins(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            for _ in 0..<20 {
                let account = try await store.account().id
                let reset = reset(of: account)
                try await store.change { rows throws(DomainError) in _ = try rows.begin(reset) }
                let turn = Turn()
                let won = try await store.winners(of: 16) { rows throws(DomainError) in
                    try rows.endTwoFactorReset(
                        reset.id, of: account, as: turn.next() % 2 == 0 ? .done : .cancelledInSession,
                        at: reset.takesEffectAt)
                }
                #expect(won == 1)
            }
        }
    }

    private final class Turn: Sendable {
        private let count = Atomic<Int>(0)
        func next() -> Int { count.add(1, ordering: .relaxed).oldValue }
    }
}
