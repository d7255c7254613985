import Domain
import Testing

@Suite struct ListTests {
    @Test(arguments: StoreUnderTest.all)
    func pagesStayStableWhileRowsAreAdded(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            let account = try await store.account()
            let first = (0..<25).map { Make.activity(of: account.id, "kind.\($0)") }
            try await store.change { rows throws(DomainError) in for activity in first { try rows.insert(activity) } }
            var seen: [ActivityRecord] = []
            var after: UUIDv7?
            while true {
                let page = try await store.read { [after] rows throws(DomainError) in
                    try rows.activities(of: account.id, ActivityFilter(), page: PageRequest(limit: 7, after: after))
                }
                guard let last = page.last else { break }
                seen += page
                after = last.id.uuid
                try await store.change { rows throws(DomainError) in
                    try rows.insert(Make.activity(of: account.id, "new"))
                }
            }
            #expect(seen == first.reversed())
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func activitiesAreFilteredByKindAndTime(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            let account = try await store.account()
            let other = try await store.account()
            let kinds = ["a.one", "a.one_more", "b.two", "a.one"]
            let rows = kinds.enumerated().map { index, kind in
                Make.activity(of: account.id, kind, at: Make.now + .seconds(Int64(index)))
            }
            try await store.change { transaction throws(DomainError) in
                for row in rows { try transaction.insert(row) }
                try transaction.insert(Make.activity(of: other.id, "a.one"))
            }
            let list: @Sendable (ActivityFilter) async throws -> [ActivityRecord] = { filter in
                try await store.read { transaction throws(DomainError) in
                    try transaction.activities(of: account.id, filter, page: PageRequest(limit: 10))
                }
            }
            #expect(try await list(ActivityFilter()) == rows.reversed())
            #expect(try await list(ActivityFilter(kinds: ["a.one"])) == [rows[3], rows[0]])
            #expect(try await list(ActivityFilter(kinds: ["b.two", "a.one_more"])) == [rows[2], rows[1]])
            #expect(
                try await list(ActivityFilter(since: Make.now + .seconds(1), until: Make.now + .seconds(3)))
                    == [rows[2], rows[1]])
            #expect(try await list(ActivityFilter(kinds: ["one"])) == [])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func emailsTellWhatBecameOfThem(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            let account = try await store.account()
            var emails = (0..<3).map { _ in Make.email(of: account.id) }
            let ids = emails.map(\.id)
            let inserted = emails
            try await store.change { rows throws(DomainError) in
                for email in inserted { try rows.insert(email) }
                try rows.setEmail(ids[1], of: account.id, state: .sent, sentAt: Make.now, failure: "")
                try rows.setEmail(ids[2], of: account.id, state: .failed, sentAt: nil, failure: "REJECTED")
            }
            emails[1].state = .sent
            emails[1].sentAt = Make.now
            emails[2].state = .failed
            emails[2].failure = "REJECTED"
            let listed = try await store.read { rows throws(DomainError) in
                try rows.emails(of: account.id, page: PageRequest(limit: 2))
            }
            #expect(listed == [emails[2], emails[1]])
            #expect(
                try await store.read { rows throws(DomainError) in try rows.email(ids[0], of: account.id) } == emails[0]
            )
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func turnedOffCategoriesAreListed(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            let account = try await store.account()
            try await store.change { rows throws(DomainError) in
                for category in ["tips", "usage_summary", "tips"] {
                    try rows.setCategory(category, enabled: false, of: account.id)
                }
                try rows.setCategory("usage_summary", enabled: true, of: account.id)
                try rows.setCategory("quota_warning", enabled: true, of: account.id)
            }
            #expect(
                try await store.read { rows throws(DomainError) in try rows.disabledCategories(of: account.id) } == [
                    "tips"
                ])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func browserProfilesAndDriverSessionsEndOnce(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            let account = try await store.account()
            let profiles = (0..<3).map { _ in
                BrowserProfileRecord(id: Make.id(), accountID: account.id, name: [1], createdAt: Make.now)
            }
            let drivers = (0..<3).map { index in
                DriverSessionRecord(
                    id: Make.id(), accountID: account.id, browserProfileID: index == 0 ? nil : profiles[0].id,
                    label: [2],
                    startedAt: Make.now)
            }
            try await store.change { rows throws(DomainError) in
                for profile in profiles { try rows.insert(profile) }
                for driver in drivers { try rows.insert(driver) }
            }
            let removed = try await store.winners(of: 8) { rows throws(DomainError) in
                try rows.revokeBrowserProfile(profiles[0].id, of: account.id, at: Make.now)
            }
            let ended = try await store.winners(of: 8) { rows throws(DomainError) in
                try rows.endDriverSession(drivers[0].id, of: account.id, at: Make.now)
            }
            #expect([removed, ended] == [1, 1])
            let (gone, left) = try await store.read { rows throws(DomainError) in
                (
                    try rows.browserProfile(profiles[0].id, of: account.id),
                    try rows.browserProfiles(of: account.id, page: PageRequest(limit: 9))
                )
            }
            #expect(gone == nil)
            #expect(left == [profiles[2], profiles[1]])
            let revoked = try await store.change { rows throws(DomainError) in
                (
                    try rows.revokeBrowserProfiles(of: account.id, at: Make.now),
                    try rows.revokeDriverSessions(of: account.id, at: Make.now)
                )
            }
            #expect(revoked.0 == [profiles[2].id, profiles[1].id])
            #expect(revoked.1 == [drivers[2].id, drivers[1].id])
            let all = try await store.read { rows throws(DomainError) in
                try rows.driverSessions(of: account.id, page: PageRequest(limit: 9))
            }
            #expect(all.map(\.endedAt) == [nil, nil, Make.now])
            #expect(all.map(\.revokedAt) == [Make.now, Make.now, nil])
        }
    }
}
