import Domain
import Testing

@Suite struct APIKeyRotationTests {
    private func rotate(
        _ key: APIKeyRecord, _ old: KeyedHash, to new: KeyedHash, until oldEndsAt: Instant?, _ store: OpenStore
    ) async throws -> Bool {
        try await store.change { rows throws(DomainError) in
            try rows.rotateAPIKey(
                key.id, of: key.accountID, old: old, new: new, prefix: "ak_new", oldEndsAt: oldEndsAt)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func bothSecretsOpenTheKeyUntilTheOverlapEnds(_ kind: StoreUnderTest) async throws {
        let new = Make.hash()
        let ends = Make.now + .hours(1)
        let key = Make.apiKey(of: Make.id())
        let made = Make.hash()
        nonisolated(unsafe) var account = AccountID(key.id.uuid)
        try await kind.run { store in
            account = try await store.account().id
            var key = key
            key.accountID = account
            let inserted = key
            try await store.change { rows throws(DomainError) in try rows.insert(inserted) }
            #expect(try await rotate(inserted, made, to: new, until: ends, store) == false)
            #expect(try await rotate(inserted, inserted.secretHash, to: new, until: ends, store) == true)
            #expect(try await rotate(inserted, inserted.secretHash, to: made, until: ends, store) == false)
            #expect(store.hot.apiKey(secretHash: new)?.expiresAt == inserted.expiresAt)
            #expect(store.hot.apiKey(secretHash: inserted.secretHash)?.expiresAt == ends)
            #expect(store.hot.apiKey(secretHash: inserted.secretHash)?.id == inserted.id)
            store.hot.apiKeySeen(secretHash: inserted.secretHash, at: Make.now + .minutes(5))
            store.flushSeen()
        } reopened: { store in
            #expect(store.hot.apiKey(secretHash: new)?.id == key.id)
            #expect(store.hot.apiKey(secretHash: key.secretHash)?.expiresAt == ends)
            let listed = try await store.read { [account] rows throws(DomainError) in
                try rows.apiKeys(of: account, page: PageRequest(limit: 9))
            }
            #expect(listed.map(\.secretHash) == [new] && listed[0].prefix == "ak_new")
            #expect(listed[0].lastUsedAt == Make.now + .minutes(5))
            #expect(listed[0].oldSecret == APIKeyRecord.OldSecret(hash: key.secretHash, endsAt: ends))
            // Revoking ends both.
            let revoked = try await store.change { [account] rows throws(DomainError) in
                try rows.revokeAPIKey(key.id, of: account, at: Make.now)
            }
            #expect(revoked)
            #expect(store.hot.apiKey(secretHash: new) == nil)
            #expect(store.hot.apiKey(secretHash: key.secretHash) == nil)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func withoutOverlapTheOldSecretIsDeadAndOfThreeTheFirstAlways(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            let account = try await store.account()
            let key = Make.apiKey(of: account.id)
            try await store.change { rows throws(DomainError) in try rows.insert(key) }
            let (second, third, fourth) = (Make.hash(), Make.hash(), Make.hash())
            #expect(try await rotate(key, key.secretHash, to: second, until: Make.now + .days(7), store) == true)
            // The overlap never outlives the key.
            #expect(store.hot.apiKey(secretHash: key.secretHash)?.expiresAt == key.expiresAt)
            #expect(try await rotate(key, second, to: third, until: Make.now + .hours(1), store) == true)
            #expect(store.hot.apiKey(secretHash: key.secretHash) == nil)
            #expect(store.hot.apiKey(secretHash: second) != nil && store.hot.apiKey(secretHash: third) != nil)
            store.hot.apiKeySeen(secretHash: second, at: Make.now + .minutes(9))
            #expect(try await rotate(key, third, to: fourth, until: nil, store) == true)
            for dead in [key.secretHash, second, third] { #expect(store.hot.apiKey(secretHash: dead) == nil) }
            #expect(store.hot.apiKey(secretHash: fourth)?.id == key.id)
            let listed = try await store.read { rows throws(DomainError) in
                try rows.apiKeys(of: account.id, page: PageRequest(limit: 9))
            }
            #expect(listed[0].lastUsedAt == Make.now + .minutes(9) && listed[0].oldSecret == nil)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func ofParallelRotationsOneWins(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            let account = try await store.account()
            let key = Make.apiKey(of: account.id)
            try await store.change { rows throws(DomainError) in try rows.insert(key) }
            let won = try await store.winners(of: 16) { rows throws(DomainError) in
                try rows.rotateAPIKey(
                    key.id, of: account.id, old: key.secretHash, new: Make.hash(), prefix: "ak", oldEndsAt: nil)
            }
            #expect(won == 1)
        }
    }
}
