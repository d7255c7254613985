import Domain
import Testing

@Suite struct AccountTests {
    @Test(arguments: StoreUnderTest.all)
    func anAccountComesBackAsItWent(_ kind: StoreUnderTest) async throws {
        let totp = TOTPRecord(secret: [9, 9], confirmedAt: Make.now, lastStep: 77)
        try await kind.run { store in
            var account = try await store.account(totp: totp)
            let id = account.id
            #expect(try await store.read { rows throws(DomainError) in try rows.account(id) } == account)
            account.state = .deleted
            account.addressHash = nil
            account.pendingAddressHash = nil
            account.emailVerifiedAt = nil
            account.totp = nil
            account.profile = []
            account.deletedAt = Make.now
            let changed = account
            #expect(try await store.change { rows throws(DomainError) in try rows.update(changed) })
            #expect(try await store.change { rows throws(DomainError) in try rows.update(changed) } == false)
            account.version = 2
            #expect(try await store.read { rows throws(DomainError) in try rows.account(id) } == account)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func anAddressIsTakenOnceWhilePendingOrActive(_ kind: StoreUnderTest) async throws {
        let address = Make.hash()
        try await kind.run { store in
            let first = try await store.account(state: .pending, address: address)
            let taken = DomainError.alreadyExists(
                reason: "ADDRESS_TAKEN", message: "This address has an account already.")
            await #expect(throws: taken) { try await store.account(address: address) }
            let other = try await store.account()
            await #expect(throws: taken) {
                try await store.change { rows throws(DomainError) in
                    var moved = other
                    moved.addressHash = address
                    _ = try rows.update(moved)
                }
            }
            #expect(
                try await store.read { rows throws(DomainError) in try rows.account(addressHash: address) } == first)
            try await store.change { rows throws(DomainError) in
                var deleted = first
                deleted.state = .deleted
                _ = try rows.update(deleted)
            }
            let second = try await store.account(address: address)
            #expect(
                try await store.read { rows throws(DomainError) in try rows.account(addressHash: address) } == second)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func ofParallelUpdatesOfOneVersionOneWins(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            let account = try await store.account()
            #expect(try await store.winners(of: 32) { rows throws(DomainError) in try rows.update(account) } == 1)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func anAcceptedStepOnlyRises(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            var account = try await store.account(totp: TOTPRecord(secret: [1], confirmedAt: Make.now, lastStep: 10))
            let id = account.id
            let step: @Sendable (Int64) async throws -> Int = { step in
                try await store.winners(of: 16) { rows throws(DomainError) in try rows.advanceTOTPStep(of: id, to: step)
                }
            }
            #expect(try await step(11) == 1)
            #expect(try await step(11) == 0)
            #expect(try await step(10) == 0)
            // A writer that read the account before the step was accepted can't take it back.
            account.profile = [6]
            let stale = account
            #expect(try await store.change { rows throws(DomainError) in try rows.update(stale) })
            let row = try await store.read { rows throws(DomainError) in try rows.account(id) }
            #expect(row?.totp?.lastStep == 11)
            #expect(row?.profile == [6])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func anUnverifiedSignUpGoesWithAllThatHangsOnIt(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            let account = try await store.account(state: .pending)
            let link = Make.link(of: account.id, .signUp)
            let session = Make.session(of: account.id)
            let answer = AnswerRecord(
                key: Make.hash(), body: Make.hash(), accountID: account.id, answer: [1], createdAt: Make.now)
            try await store.change { rows throws(DomainError) in
                try rows.insert(link)
                try rows.insert(session)
                try rows.insert(answer)
                try rows.insert(Make.activity(of: account.id, "account.signed_up"))
                try rows.insert(Make.email(of: account.id))
                try rows.insert(Make.job(.mail, of: account.id))
                try rows.setCategory("tips", enabled: false, of: account.id)
                try rows.replaceRecoveryCodes(of: account.id, with: [Make.hash()])
            }
            #expect(store.hot.session(tokenHash: session.tokenHash) != nil)
            #expect(try await store.change { rows throws(DomainError) in try rows.removePendingAccount(account.id) })
            #expect(store.hot.session(tokenHash: session.tokenHash) == nil)
            try await store.change { rows throws(DomainError) in
                let page = PageRequest(limit: 9)
                let left = [
                    try rows.account(account.id) != nil, try rows.wrappedDataKey(of: account.id) != nil,
                    try rows.link(tokenHash: link.tokenHash, purpose: .signUp, now: Make.now) != nil,
                    try rows.answer(key: answer.key, since: Make.now - .hours(1)) != nil,
                    try !rows.activities(of: account.id, ActivityFilter(), page: page).isEmpty,
                    try !rows.emails(of: account.id, page: page).isEmpty,
                    try !rows.outboxDepths().isEmpty,
                    try rows.recoveryCodesLeft(of: account.id) != 0,
                    try !rows.disabledCategories(of: account.id).isEmpty,
                ]
                guard !left.contains(true) else { throw .storage("something is left") }
            }
            #expect(
                try await store.change { rows throws(DomainError) in try rows.removePendingAccount(account.id) }
                    == false)
            let active = try await store.account()
            #expect(
                try await store.change { rows throws(DomainError) in try rows.removePendingAccount(active.id) } == false
            )
        }
    }
}
