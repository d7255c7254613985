import Domain
import Testing

/// Values that name a generation of the server's keys, and what moves them to a newer one.
@Suite struct KeyGenerationTests {
    private func sealed(_ generation: UInt8) -> [UInt8] { [1, generation] + Make.wrappedKey().dropFirst(2) }

    private func invoice(of account: AccountID, _ generation: UInt8) -> InvoiceRecord {
        InvoiceRecord(
            id: Make.id(), accountID: account, content: sealed(generation), currency: "EUR", amountMinor: 5,
            issuedAt: Make.now, retainUntil: Make.now + .days(3_000))
    }

    private func answer(_ generation: UInt8, of account: AccountID? = nil) -> AnswerRecord {
        AnswerRecord(
            key: Make.hash(), body: Make.hash(), accountID: account, answer: sealed(generation), createdAt: Make.now)
    }

    private func account(in store: OpenStore, wrapped: [UInt8]) async throws -> AccountID {
        let account = Make.account()
        try await store.change { rows throws(DomainError) in
            try rows.insertDataKey(wrapped, of: account.id)
            try rows.insert(account)
        }
        return account.id
    }

    @Test(arguments: StoreUnderTest.all)
    func whatNamesAGenerationIsCounted(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            let before = try await store.read { rows throws(DomainError) in try rows.keyUse() }
            #expect(before == [])
            let first = try await account(in: store, wrapped: sealed(1))
            _ = try await account(in: store, wrapped: sealed(3))
            let records = [invoice(of: first, 1), invoice(of: first, 1), invoice(of: first, 2)]
            // An account's own answer names its data key, not the server's.
            let answers = [answer(1), answer(2), answer(2), answer(1, of: first)]
            let during = try await store.change { rows throws(DomainError) in
                for record in records { try rows.insert(record) }
                for answer in answers { try rows.insert(answer) }
                try rows.insertDataKey([1, 9, 9], of: AccountID(Make.uuid()))
                return try rows.keyUse()
            }
            #expect(during.last == KeyUse(generation: 9, dataKeys: 1), "what the batch did before counts")
            let uses = try await store.read { rows throws(DomainError) in try rows.keyUse() }
            #expect(
                uses == [
                    KeyUse(generation: 1, dataKeys: 1, invoices: 2, answers: 1),
                    KeyUse(generation: 2, dataKeys: 0, invoices: 1, answers: 2), KeyUse(generation: 3, dataKeys: 1),
                    KeyUse(generation: 9, dataKeys: 1),
                ])
            try await store.change { rows throws(DomainError) in try rows.destroyDataKey(of: first) }
            let after = try await store.read { rows throws(DomainError) in try rows.keyUse() }
            #expect(after.first?.dataKeys == 0)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func whatIsKnownOfGenerationsStays(_ kind: StoreUnderTest) async throws {
        let one = KeyGenerationRecord(generation: 1, sealsSince: Make.now, remaining: 0, aloneSince: Make.now)
        var two = KeyGenerationRecord(generation: 2, sealsSince: Make.now + .hours(1), remaining: 7)
        two.remaining = 5
        try await kind.run { [two] store in
            try await store.change { rows throws(DomainError) in
                try rows.put(KeyGenerationRecord(generation: 2, sealsSince: Make.now, remaining: 7))
                try rows.put(one)
                try rows.put(two)
            }
        } reopened: { [two] store in
            let known = try await store.read { rows throws(DomainError) in try rows.keyGenerations() }
            #expect(known == [one, two])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func everyOlderDataKeyIsFoundOnceAndWrappedAnew(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            var old: [AccountID: [UInt8]] = [:]
            for index in 0..<25 {
                let wrapped = sealed(index % 5 == 0 ? 2 : 1)
                let id = try await account(in: store, wrapped: wrapped)
                if index % 5 != 0 { old[id] = wrapped }
            }
            var found: [AccountID: [UInt8]] = [:]
            var from: Int64? = 0
            while let next = from {
                let page = try await store.change { rows throws(DomainError) in
                    try rows.dataKeys(before: 2, from: next, limit: 4)
                }
                #expect(page.keys.count <= 4)
                for (account, wrapped) in page.keys { #expect(found.updateValue(wrapped, forKey: account) == nil) }
                from = page.next
            }
            #expect(found == old)
            for (id, wrapped) in old {
                let new = sealed(2)
                let isDone = try await store.change { rows throws(DomainError) in
                    guard try rows.rewrapDataKey(of: id, from: wrapped, to: new) else { return false }
                    return try rows.wrappedDataKey(of: id) == new
                }
                let kept = try await store.read { rows throws(DomainError) in try rows.wrappedDataKey(of: id) }
                let isDoneAgain = try await store.change { rows throws(DomainError) in
                    try rows.rewrapDataKey(of: id, from: wrapped, to: new)
                }
                #expect(isDone && kept == new)
                #expect(!isDoneAgain, "it isn't the old one any more")
            }
            let uses = try await store.read { rows throws(DomainError) in try rows.keyUse() }
            #expect(uses == [KeyUse(generation: 2, dataKeys: 25)])
        }
    }

    /// Whichever comes first, in one batch or in two, a destroyed key never comes back.
    @Test(arguments: StoreUnderTest.all)
    func wrappingAnewNeverBringsADestroyedKeyBack(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            for round in 0..<40 {
                let (old, new) = (sealed(1), sealed(2))
                let id = try await account(in: store, wrapped: old)
                let destroy: @Sendable () async throws -> Bool = {
                    try await store.change { rows throws(DomainError) in try rows.destroyDataKey(of: id) }
                    return true
                }
                let rewrap: @Sendable () async throws -> Bool = {
                    try await store.change { rows throws(DomainError) in
                        try rows.rewrapDataKey(of: id, from: old, to: new)
                    }
                }
                try await withThrowingTaskGroup(of: Bool.self) { group in
                    for job in round % 2 == 0 ? [destroy, rewrap] : [rewrap, destroy] { group.addTask(operation: job) }
                    for try await _ in group {}
                }
                let key = try await store.read { rows throws(DomainError) in try rows.wrappedDataKey(of: id) }
                let isDone = try await rewrap()
                let uses = try await store.read { rows throws(DomainError) in try rows.keyUse() }
                #expect(key == nil && !isDone && uses == [])
            }
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func olderInvoicesAreSealedAnewAndChangedInNothingElse(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            let first = try await account(in: store, wrapped: sealed(2))
            let second = try await account(in: store, wrapped: sealed(2))
            let old = (0..<7).map { invoice(of: $0 % 2 == 0 ? first : second, 1) }
            let newer = invoice(of: first, 2)
            try await store.change { rows throws(DomainError) in
                for record in old + [newer] { try rows.insert(record) }
            }
            let find: @Sendable (Int) async throws -> [InvoiceRecord] = { skipping in
                try await store.change { rows throws(DomainError) in
                    try rows.invoices(before: 2, skipping: skipping, limit: 3)
                }
            }
            let pages = [try await find(0), try await find(3), try await find(6), try await find(9)]
            #expect(pages.map(\.count) == [3, 3, 1, 0])
            #expect(Set(pages.joined().map(\.id)) == Set(old.map(\.id)))
            let one = old[3]
            let content = sealed(2)
            let tries: [(InvoiceRecord, [UInt8], Bool)] = [
                (one, content, true), (one, sealed(2), false), (newer, sealed(3), true),
            ]
            for (record, content, isDone) in tries {
                let done = try await store.change { rows throws(DomainError) in try rows.reseal(record, as: content) }
                #expect(done == isDone)
            }
            var expected = one
            expected.content = content
            let listed = try await store.read { rows throws(DomainError) in
                try rows.invoices(of: second, page: PageRequest(limit: 10))
            }
            #expect(listed.first { $0.id == one.id } == expected)
            // Longer, or under the same key or an older one, it would be another invoice.
            for content in [sealed(2) + [0], sealed(1), sealed(0)] {
                let outcome = await store.write { [old] rows throws(DomainError) in
                    .done(try rows.reseal(old[0], as: content))
                }
                guard case .failed(.storage) = outcome else {
                    Issue.record("an invoice was changed: \(outcome)")
                    continue
                }
            }
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func olderAnswersOfNobodyAreSealedAnew(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            let id = try await account(in: store, wrapped: sealed(2))
            let old = (0..<5).map { _ in answer(1) }
            let others = [answer(2), answer(1, of: id)]
            try await store.change { rows throws(DomainError) in
                for answer in old + others { try rows.insert(answer) }
            }
            let page = try await store.change { rows throws(DomainError) in
                try rows.answers(before: 2, skipping: 1, limit: 9)
            }
            #expect(page.count == 4 && page.allSatisfy { old.contains($0) })
            var expected = old[2]
            expected.answer = sealed(2)
            let new = expected
            let isDoneOnce = try await store.change { rows throws(DomainError) in
                let isDone = try rows.reseal(old[2], as: new.answer)
                let isDoneAgain = try rows.reseal(old[2], as: new.answer)
                return isDone && !isDoneAgain
            }
            #expect(isDoneOnce)
            let found = try await store.read { rows throws(DomainError) in
                try rows.answer(key: new.key, since: Make.now - .hours(1))
            }
            #expect(found == new)
            let own = try await store.change { rows throws(DomainError) in
                try rows.reseal(others[1], as: new.answer)
            }
            #expect(!own)
        }
    }
}
