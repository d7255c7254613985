import Domain
import Testing

@Suite struct SessionTests {
    @Test(arguments: StoreUnderTest.all)
    func theHotMapFollowsEveryCommitAndSurvivesReopening(_ kind: StoreUnderTest) async throws {
        let account = Make.account()
        let sessions = (0..<6).map { _ in Make.session(of: account.id) }
        let renewed = Make.hash()
        try await kind.run { store in
            try await store.change { rows throws(DomainError) in
                try rows.insertDataKey(Make.wrappedKey(), of: account.id)
                try rows.insert(account)
                for session in sessions[..<5] { try rows.insert(session) }
            }
            _ = await store.write { rows throws(DomainError) -> Verdict<Bool> in
                try rows.insert(sessions[5])
                _ = try rows.revokeSession(sessions[2].id, of: account.id, at: Make.now)
                throw .badCredentials
            }
            #expect(store.hot.session(tokenHash: sessions[2].tokenHash) != nil)
            #expect(
                try await store.change { rows throws(DomainError) in
                    try rows.revokeSession(sessions[0].id, of: account.id, at: Make.now)
                })
            #expect(store.hot.session(tokenHash: sessions[0].tokenHash) == nil)
            try await store.change { rows throws(DomainError) in
                let won = try rows.replaceToken(
                    of: sessions[1].id, old: sessions[1].tokenHash, new: renewed,
                    authenticatedAt: Make.now + .minutes(3),
                    twoFactor: true)
                if !won { throw .overloaded }
            }
            let revoked = try await store.change { rows throws(DomainError) in
                var revoked = try rows.revokeSessions(of: account.id, except: sessions[2].id, at: Make.now)
                revoked.removeAll { $0 == sessions[1].id }
                return revoked
            }
            #expect(revoked == [sessions[4].id, sessions[3].id])
            #expect(store.hot.session(tokenHash: renewed) == nil)
        } reopened: { store in
            let live = sessions.map { store.hot.session(tokenHash: $0.tokenHash) != nil }
            #expect(live == [false, false, true, false, false, false])
            #expect(store.hot.session(tokenHash: renewed) == nil)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func aRenewedTokenReplacesTheOldAtOnce(_ kind: StoreUnderTest) async throws {
        let account = Make.account()
        let session = Make.session(of: account.id)
        let renewed = Make.hash()
        let isRight: @Sendable (OpenStore) -> Bool = { store in
            store.hot.session(tokenHash: session.tokenHash) == nil
                && store.hot.session(tokenHash: renewed)
                    == HotSession(
                        id: session.id.uuid, account: account.id.uuid, authenticatedAt: Make.now + .minutes(3),
                        expiresAt: session.expiresAt, lastSeenAt: Make.now + .minutes(2), twoFactor: true)
        }
        try await kind.run { store in
            try await store.change { rows throws(DomainError) in
                try rows.insertDataKey(Make.wrappedKey(), of: account.id)
                try rows.insert(account)
                try rows.insert(session)
            }
            store.hot.sessionSeen(tokenHash: session.tokenHash, at: Make.now + .minutes(2))
            let won = try await store.winners(of: 16) { rows throws(DomainError) in
                try rows.replaceToken(
                    of: session.id, old: session.tokenHash, new: renewed, authenticatedAt: Make.now + .minutes(3),
                    twoFactor: true)
            }
            #expect(won == 1)
            #expect(isRight(store))
        } reopened: { store in
            #expect(isRight(store))
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func lastSeenNeverGoesBackAndIsKept(_ kind: StoreUnderTest) async throws {
        let account = Make.account()
        let session = Make.session(of: account.id)
        let revoked = Make.session(of: account.id)
        let key = Make.apiKey(of: account.id)
        let later = Make.now + .minutes(9)
        try await kind.run { store in
            try await store.change { rows throws(DomainError) in
                try rows.insertDataKey(Make.wrappedKey(), of: account.id)
                try rows.insert(account)
                try rows.insert(session)
                try rows.insert(revoked)
                try rows.insert(key)
            }
            for at in [later, Make.now + .minutes(1), later - .seconds(1)] {
                store.hot.sessionSeen(tokenHash: session.tokenHash, at: at)
                store.hot.sessionSeen(tokenHash: revoked.tokenHash, at: at)
                store.hot.apiKeySeen(secretHash: key.secretHash, at: at)
            }
            #expect(store.hot.session(tokenHash: session.tokenHash)?.lastSeenAt == later)
            let (row, keyRow) = try await store.read { rows throws(DomainError) in
                (try rows.session(session.id, of: account.id), try rows.apiKey(secretHash: key.secretHash))
            }
            #expect(row?.lastSeenAt == later)
            #expect(keyRow?.lastUsedAt == later)
            try await store.change { rows throws(DomainError) in
                _ = try rows.revokeSession(revoked.id, of: account.id, at: Make.now)
            }
            let gone = try await store.read { rows throws(DomainError) in try rows.session(tokenHash: revoked.tokenHash)
            }
            #expect(gone?.lastSeenAt == later)
            #expect(gone?.revokedAt == Make.now)
            store.flushSeen()
            #expect(store.hot.session(tokenHash: session.tokenHash)?.lastSeenAt == later)
        } reopened: { store in
            #expect(store.hot.session(tokenHash: session.tokenHash)?.lastSeenAt == later)
            let keyRow = try await store.read { rows throws(DomainError) in try rows.apiKey(secretHash: key.secretHash)
            }
            #expect(keyRow?.lastUsedAt == later)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func liveOnesAreListedByWhatMemoryKnows(_ kind: StoreUnderTest) async throws {
        let account = Make.account()
        let sessions = (0..<5).map { _ in Make.session(of: account.id) }
        let expired = Make.session(of: account.id, expiresAt: Make.now)
        try await kind.run { store in
            try await store.change { rows throws(DomainError) in
                try rows.insertDataKey(Make.wrappedKey(), of: account.id)
                try rows.insert(account)
                for session in sessions + [expired] { try rows.insert(session) }
                _ = try rows.revokeSession(sessions[4].id, of: account.id, at: Make.now)
            }
            store.hot.sessionSeen(tokenHash: sessions[1].tokenHash, at: Make.now + .days(8))
            store.hot.sessionSeen(tokenHash: sessions[3].tokenHash, at: Make.now + .days(8))
            let list: @Sendable (Instant, Int, UUIDv7?) async throws -> [SessionID] = { idleSince, limit, after in
                try await store.read { rows throws(DomainError) in
                    try rows.liveSessions(
                        of: account.id, now: Make.now, idleSince: idleSince,
                        page: PageRequest(limit: limit, after: after)
                    ).map(\.id)
                }
            }
            let all = sessions[..<4].reversed().map(\.id)
            #expect(try await list(Make.now - .seconds(1), 10, nil) == all)
            #expect(try await list(Make.now, 10, nil) == [sessions[3].id, sessions[1].id])
            #expect(try await list(Make.now, 1, nil) == [sessions[3].id])
            #expect(try await list(Make.now, 1, sessions[3].id.uuid) == [sessions[1].id])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func ofParallelRevocationsOneWins(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            let account = try await store.account()
            let session = Make.session(of: account.id)
            let other = try await store.account()
            try await store.change { rows throws(DomainError) in try rows.insert(session) }
            let foreign = try await store.winners(of: 1) { rows throws(DomainError) in
                try rows.revokeSession(session.id, of: other.id, at: Make.now)
            }
            #expect(foreign == 0)
            let won = try await store.winners(of: 16) { rows throws(DomainError) in
                try rows.revokeSession(session.id, of: account.id, at: Make.now)
            }
            #expect(won == 1)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func apiKeysAreHotUntilRevoked(_ kind: StoreUnderTest) async throws {
        let account = Make.account()
        let keys = [Make.apiKey(of: account.id), Make.apiKey(of: account.id, scopes: []), Make.apiKey(of: account.id)]
        try await kind.run { store in
            try await store.change { rows throws(DomainError) in
                try rows.insertDataKey(Make.wrappedKey(), of: account.id)
                try rows.insert(account)
                for key in keys { try rows.insert(key) }
            }
            #expect(
                store.hot.apiKey(secretHash: keys[0].secretHash)
                    == HotAPIKey(
                        id: keys[0].id, account: account.id, scopes: keys[0].scopes, expiresAt: keys[0].expiresAt))
            #expect(store.hot.apiKey(secretHash: keys[1].secretHash)?.scopes == [])
            let won = try await store.winners(of: 8) { rows throws(DomainError) in
                try rows.revokeAPIKey(keys[0].id, of: account.id, at: Make.now)
            }
            #expect(won == 1)
            #expect(store.hot.apiKey(secretHash: keys[0].secretHash) == nil)
            let listed = try await store.read { rows throws(DomainError) in
                try rows.apiKeys(of: account.id, page: PageRequest(limit: 10))
            }
            #expect(listed == [keys[2], keys[1]])
        } reopened: { store in
            #expect(store.hot.apiKey(secretHash: keys[0].secretHash) == nil)
            #expect(store.hot.apiKey(secretHash: keys[2].secretHash)?.scopes == keys[2].scopes)
            let revoked = try await store.change { rows throws(DomainError) in
                try rows.revokeAPIKeys(of: account.id, at: Make.now)
            }
            #expect(revoked == [keys[2].id, keys[1].id])
            #expect(store.hot.apiKey(secretHash: keys[2].secretHash) == nil)
        }
    }
}
