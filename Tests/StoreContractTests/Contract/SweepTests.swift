import Domain
import Testing

@Suite struct SweepTests {
    @Test(arguments: StoreUnderTest.all)
    func answersAreFoundForTheirTime(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            let answer = AnswerRecord(
                key: Make.hash(), body: Make.hash(), accountID: nil, answer: [1], createdAt: Make.now)
            let later = AnswerRecord(
                key: answer.key, body: Make.hash(), accountID: nil, answer: [2], createdAt: Make.now + .hours(25))
            try await store.change { rows throws(DomainError) in try rows.insert(answer) }
            let find: @Sendable (Instant) async throws -> AnswerRecord? = { since in
                try await store.read { rows throws(DomainError) in try rows.answer(key: answer.key, since: since) }
            }
            #expect(try await find(Make.now - .seconds(1)) == answer)
            #expect(try await find(Make.now) == nil)
            try await store.change { rows throws(DomainError) in try rows.insert(later) }
            #expect(try await find(Make.now) == later)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func whatNoRuleCanNeedGoes(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            let account = try await store.account()
            let old = Make.session(of: account.id, expiresAt: Make.now)
            let live = Make.session(of: account.id)
            let revoked = Make.session(of: account.id)
            let link = Make.link(of: account.id, .signUp, expiresAt: Make.now + .days(9))
            let answer = AnswerRecord(
                key: Make.hash(), body: Make.hash(), accountID: account.id, answer: [], createdAt: Make.now)
            let subject = Make.hash()
            try await store.change { rows throws(DomainError) in
                for session in [old, live, revoked] { try rows.insert(session) }
                _ = try rows.revokeSession(revoked.id, of: account.id, at: Make.now)
                try rows.insert(link)
                try rows.insert(Make.link(of: account.id, .signUp))
                try rows.insert(Make.challenge(of: account.id))
                try rows.insert(answer)
                try rows.put(
                    ThrottleRecord(subject: subject, purpose: .mail, failures: 1, lastAt: Make.now, notBefore: Make.now)
                )
            }
            let left: @Sendable () async throws -> [Bool] = {
                try await store.read { rows throws(DomainError) in
                    [
                        try rows.session(old.id, of: account.id) != nil,
                        try rows.session(live.id, of: account.id) != nil,
                        try rows.session(revoked.id, of: account.id) != nil,
                        try rows.link(tokenHash: link.tokenHash, purpose: .signUp, now: Make.now) != nil,
                        try rows.answer(key: answer.key, since: Make.now - .days(1)) != nil,
                        try rows.throttle(subject, .mail) != nil,
                    ]
                }
            }
            try await store.change { rows throws(DomainError) in try rows.sweep(now: Make.now + .hours(23), limit: 100)
            }
            #expect(try await left() == [true, true, true, true, true, true])
            try await store.change { rows throws(DomainError) in try rows.sweep(now: Make.now + .hours(25), limit: 0) }
            #expect(try await left() == [true, true, true, true, true, true])
            try await store.change { rows throws(DomainError) in try rows.sweep(now: Make.now + .hours(25), limit: 100)
            }
            #expect(try await left() == [false, true, false, true, false, false])
            #expect(store.hot.session(tokenHash: old.tokenHash) == nil)
            #expect(store.hot.session(tokenHash: live.tokenHash) != nil)
        }
    }
}
