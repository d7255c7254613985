import Domain
import Testing

@Suite struct ActivityChainTests {
    private func row(_ sequence: Int64, of account: AccountID, id: ActivityID? = nil) -> ActivityRecord {
        var row = Make.activity(of: account, "kind.\(sequence)")
        if let id { row.id = id }
        row.link = ActivityLink(
            sequence: sequence, previousHash: Make.hash().bytes, hash: Make.hash().bytes, tag: Make.hash())
        return row
    }

    private func chain(of account: AccountID) -> ActivityChainRecord {
        ActivityChainRecord(accountID: account, unchained: 0, chainKey: Make.hash().bytes)
    }

    @Test(arguments: StoreUnderTest.all)
    func theChainIsReadOldestFirstFromAnyRowOn(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            let account = try await store.account()
            let other = try await store.account()
            let plain = (0..<3).map { _ in Make.activity(of: account.id, "of.before") }
            let rows = (1...9).map { row($0, of: account.id) }
            try await store.change { transaction throws(DomainError) in
                for row in plain { try transaction.insert(row) }
                for row in rows { try transaction.insert(row) }
                try transaction.insert(row(1, of: other.id))
            }
            let read: @Sendable (ActivityID?, Int) async throws -> [ActivityRecord] = { id, limit in
                try await store.read { transaction throws(DomainError) in
                    try transaction.chainedActivities(of: account.id, after: id, limit: limit)
                }
            }
            #expect(try await read(nil, 100) == rows)
            #expect(try await read(rows[1].id, 2) == Array(rows[2...3]))
            #expect(try await read(rows[7].id, 5) == [rows[8]])
            #expect(try await read(rows[8].id, 5) == [])
            let (one, none, foreign) = try await store.read { transaction throws(DomainError) in
                (
                    try transaction.chainedActivity(rows[4].id, of: account.id),
                    try transaction.chainedActivity(plain[0].id, of: account.id),
                    try transaction.chainedActivity(rows[4].id, of: other.id)
                )
            }
            #expect(one == rows[4] && none == nil && foreign == nil)
            let (unchained, count, all) = try await store.read { transaction throws(DomainError) in
                (
                    try transaction.unchainedActivities(
                        of: account.id, page: PageRequest(limit: 9, after: plain[2].id.uuid)),
                    try transaction.unchainedActivityCount(of: account.id),
                    try transaction.activities(of: account.id, ActivityFilter(), page: PageRequest(limit: 99))
                )
            }
            #expect(unchained == [plain[1], plain[0]] && count == 3)
            #expect(all == Array((plain + rows).reversed()))
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func noTwoRowsHaveOnePlace(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            let account = try await store.account()
            let (first, second) = (row(1, of: account.id), row(1, of: account.id))
            try await store.change { rows throws(DomainError) in try rows.insert(first) }
            await #expect(throws: DomainError.self) {
                try await store.change { rows throws(DomainError) in try rows.insert(second) }
            }
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func aChainGrowsByOneRowAtItsEnd(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            let account = try await store.account()
            let chain = chain(of: account.id)
            let head = { try await store.read { rows throws(DomainError) in try rows.activityHead(of: account.id) } }
            #expect(try await head() == nil)
            try await store.change { rows throws(DomainError) in try rows.insert(chain) }
            #expect(try await head() == nil)
            for sequence in [1, 2] as [Int64] {
                let row = row(sequence, of: account.id)
                try await store.change { rows throws(DomainError) in try rows.insert(row) }
                let link = try #require(row.link)
                let expected = ActivityHeadRecord(
                    chain: chain, id: row.id, count: sequence, hash: link.hash, at: row.at, tag: link.tag)
                #expect(try await head() == expected)
            }
            for sequence in [1, 2, 4] as [Int64] {
                let wrong = row(sequence, of: account.id)
                await #expect(throws: DomainError.self) {
                    try await store.change { rows throws(DomainError) in try rows.insert(wrong) }
                }
            }
            // The right place, but an id from before.
            let early = row(3, of: account.id, id: ActivityID(UUIDv7(high: 1, low: 1)))
            await #expect(throws: DomainError.self) {
                try await store.change { rows throws(DomainError) in try rows.insert(early) }
            }
            await #expect(throws: DomainError.self) {
                try await store.change { rows throws(DomainError) in try rows.insert(chain) }
            }
            #expect(try await head()?.count == 2)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func whatIsHeldIncludesWhatIsOver(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            let account = try await store.account()
            let sessions = (0..<2).map { _ in Make.session(of: account.id) }
            let keys = (0..<2).map { _ in Make.apiKey(of: account.id) }
            let profiles = (0..<2).map { _ in
                BrowserProfileRecord(id: Make.id(), accountID: account.id, name: [1], createdAt: Make.now)
            }
            try await store.change { rows throws(DomainError) in
                for session in sessions { try rows.insert(session) }
                for key in keys { try rows.insert(key) }
                for profile in profiles { try rows.insert(profile) }
                _ = try rows.revokeSession(sessions[0].id, of: account.id, at: Make.now)
                _ = try rows.revokeAPIKey(keys[0].id, of: account.id, at: Make.now)
                _ = try rows.revokeBrowserProfile(profiles[0].id, of: account.id, at: Make.now)
            }
            let (heldSessions, heldKeys, heldProfiles) = try await store.read { rows throws(DomainError) in
                (
                    try rows.heldSessions(of: account.id, page: PageRequest(limit: 9)),
                    try rows.heldAPIKeys(of: account.id, page: PageRequest(limit: 9)),
                    try rows.heldBrowserProfiles(of: account.id, page: PageRequest(limit: 9))
                )
            }
            #expect(heldSessions.map(\.id) == sessions.map(\.id).reversed())
            #expect(heldSessions.map { $0.revokedAt == nil } == [true, false])
            #expect(heldKeys.map(\.id) == keys.map(\.id).reversed() && heldKeys[1].revokedAt == Make.now)
            #expect(heldProfiles.map(\.id) == profiles.map(\.id).reversed() && heldProfiles[1].revokedAt == Make.now)
        }
    }
}
