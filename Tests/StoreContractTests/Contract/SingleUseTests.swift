import Domain
import Testing

@Suite struct SingleUseTests {
    @Test(arguments: StoreUnderTest.all)
    func aLinkIsRedeemedOnce(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            let account = try await store.account()
            let link = Make.link(of: account.id, .passwordReset)
            let expired = Make.link(of: account.id, .passwordReset, expiresAt: Make.now)
            try await store.change { rows throws(DomainError) in
                try rows.insert(link)
                try rows.insert(expired)
            }
            let found = try await store.read { rows throws(DomainError) in
                [
                    try rows.link(tokenHash: link.tokenHash, purpose: .passwordReset, now: Make.now),
                    try rows.link(tokenHash: link.tokenHash, purpose: .signUp, now: Make.now),
                    try rows.link(tokenHash: expired.tokenHash, purpose: .passwordReset, now: Make.now),
                ]
            }
            #expect(found == [link, nil, nil])
            let tries: @Sendable (KeyedHash, LinkPurpose) async throws -> Int = { token, purpose in
                try await store.winners(of: 32) { rows throws(DomainError) in
                    try rows.redeemLink(tokenHash: token, purpose: purpose, at: Make.now)?.accountID == account.id
                }
            }
            #expect(try await tries(link.tokenHash, .emailChange) == 0)
            #expect(try await tries(link.tokenHash, .passwordReset) == 1)
            #expect(try await tries(expired.tokenHash, .passwordReset) == 0)
            let used = try await store.read { rows throws(DomainError) in
                try rows.link(tokenHash: link.tokenHash, purpose: .passwordReset, now: Make.now)
            }
            #expect(used == nil)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func killedLinksAreDeadAndOthersLive(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            let account = try await store.account()
            let links = LinkPurpose.allCases.map { Make.link(of: account.id, $0) }
            try await store.change { rows throws(DomainError) in
                for link in links { try rows.insert(link) }
                try rows.killLinks(of: account.id, purposes: [.signUp, .passwordReset])
            }
            let left = try await store.read { rows throws(DomainError) in
                var left: [LinkRecord] = []
                for link in links {
                    left +=
                        try rows.link(tokenHash: link.tokenHash, purpose: link.purpose, now: Make.now).map { [$0] }
                        ?? []
                }
                return left
            }
            #expect(left.map(\.purpose) == [.emailChange, .twoFactorReset])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func aChallengeTakesItsAttemptsAndNoMore(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            let account = try await store.account()
            let challenge = Make.challenge(of: account.id)
            let other = Make.challenge(of: account.id)
            try await store.change { rows throws(DomainError) in
                try rows.insert(challenge)
                try rows.insert(other)
            }
            #expect(
                try await store.read { rows throws(DomainError) in
                    try rows.challenge(tokenHash: challenge.tokenHash, now: Make.now)
                } == challenge)
            let spent = try await store.winners(of: 32) { rows throws(DomainError) in
                try rows.spendChallengeAttempt(tokenHash: challenge.tokenHash, at: Make.now)
            }
            #expect(spent == 5)
            let redeemed = try await store.winners(of: 32) { rows throws(DomainError) in
                try rows.redeemChallenge(tokenHash: other.tokenHash, at: Make.now)
            }
            #expect(redeemed == 1)
            let late = try await store.change { rows throws(DomainError) in
                try rows.spendChallengeAttempt(tokenHash: other.tokenHash, at: Make.now)
            }
            #expect(!late)
            let left = try await store.read { rows throws(DomainError) in
                [
                    try rows.challenge(tokenHash: challenge.tokenHash, now: Make.now),
                    try rows.challenge(tokenHash: other.tokenHash, now: Make.now),
                ]
            }
            #expect(left == [nil, nil])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func aRecoveryCodeIsUsedOnceAndReplacedWithTheOthers(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            let account = try await store.account()
            let codes = (0..<10).map { _ in Make.hash() }
            try await store.change { rows throws(DomainError) in
                try rows.replaceRecoveryCodes(of: account.id, with: codes)
            }
            let won = try await store.winners(of: 32) { rows throws(DomainError) in
                try rows.redeemRecoveryCode(of: account.id, hash: codes[3], at: Make.now)
            }
            #expect(won == 1)
            #expect(
                try await store.read { rows throws(DomainError) in try rows.recoveryCodesLeft(of: account.id) } == 9)
            try await store.change { rows throws(DomainError) in
                try rows.replaceRecoveryCodes(of: account.id, with: [Make.hash()])
                guard try !rows.redeemRecoveryCode(of: account.id, hash: codes[4], at: Make.now) else {
                    throw .storage("an old code works")
                }
            }
            #expect(
                try await store.read { rows throws(DomainError) in try rows.recoveryCodesLeft(of: account.id) } == 1)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func throttlesAreKeptPerSubjectAndPurpose(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            let subject = Make.hash()
            let purposes = ThrottlePurpose.allCases
            try await store.change { rows throws(DomainError) in
                for (index, purpose) in purposes.enumerated() {
                    for failures in [1, Int64(index)] {
                        try rows.put(
                            ThrottleRecord(
                                subject: subject, purpose: purpose, failures: failures, lastAt: Make.now,
                                notBefore: Make.now + .seconds(failures)))
                    }
                }
                try rows.clearThrottle(subject, purposes[0])
            }
            let failures = try await store.read { rows throws(DomainError) in
                var failures: [Int64?] = []
                for purpose in purposes { failures.append(try rows.throttle(subject, purpose)?.failures) }
                return failures
            }
            #expect(failures == [nil] + purposes.indices.dropFirst().map { Int64($0) })
        }
    }
}
