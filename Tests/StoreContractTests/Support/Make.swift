import Domain
import Synchronization

/// Records with ids and hashes that never repeat within a run.
enum Make {
    private static let counter = Atomic<UInt64>(1)

    static let now = Instant(seconds: 1_775_000_000)

    static func number() -> UInt64 { counter.add(1, ordering: .relaxed).newValue }

    static func uuid(at instant: Instant = now) -> UUIDv7 {
        let number = number()
        return UUIDv7(
            at: instant + TimeSpan(microseconds: Int64(number) * 1_000), randomHigh: number, randomLow: number)
    }

    static func id<Kind>() -> Identifier<Kind> { Identifier(uuid()) }

    static func hash() -> KeyedHash {
        let number = number()
        let mixed = number &* 0x9E37_79B9_7F4A_7C15
        return KeyedHash(word0: mixed, word1: mixed &* 0xBF58_476D_1CE4_E5B9, word2: number, word3: ~mixed)
    }

    static func account(
        state: AccountState = .active, address: KeyedHash? = hash(), totp: TOTPRecord? = nil
    ) -> AccountRecord {
        AccountRecord(
            id: id(), state: state, addressHash: address, pendingAddressHash: hash(), profile: [1, 2, 3],
            emailVerifiedAt: now, passwordHash: [4, 5], passwordChangedAt: now, totp: totp, createdAt: now)
    }

    static func session(
        of account: AccountID, at instant: Instant = now, expiresAt: Instant = now + .days(30)
    ) -> SessionRecord {
        SessionRecord(
            id: id(), accountID: account, tokenHash: hash(), deviceLabel: [7], createdAt: instant,
            authenticatedAt: instant, expiresAt: expiresAt, lastSeenAt: instant, twoFactor: false)
    }

    static func link(of account: AccountID, _ purpose: LinkPurpose, expiresAt: Instant = now + .hours(1)) -> LinkRecord
    {
        LinkRecord(
            tokenHash: hash(), accountID: account, purpose: purpose, addressHash: hash(), createdAt: now,
            expiresAt: expiresAt)
    }

    static func challenge(of account: AccountID, attempts: Int64 = 5) -> ChallengeRecord {
        ChallengeRecord(
            tokenHash: hash(), accountID: account, deviceLabel: [8, 9], createdAt: now, expiresAt: now + .minutes(5),
            attemptsLeft: attempts)
    }

    static func apiKey(of account: AccountID, scopes: [String] = ["browsers.read", "browsers.write"]) -> APIKeyRecord {
        APIKeyRecord(
            id: id(), accountID: account, secretHash: hash(), prefix: "ak_live_ab", name: [1], scopes: scopes,
            createdAt: now, expiresAt: now + .days(1))
    }

    static func email(of account: AccountID) -> EmailRecord {
        EmailRecord(
            id: id(), accountID: account, category: "tips", template: "tip", envelope: [3], createdAt: now,
            state: .queued)
    }

    static func job(
        _ kind: OutboxKind, of account: AccountID, dueAt: Instant = now, subject: UUIDv7? = nil
    ) -> OutboxRecord {
        let id = uuid()
        return OutboxRecord(
            id: id, kind: kind, accountID: account, subject: subject ?? id, payload: kind == .mail ? [1, 2] : [],
            createdAt: now, dueAt: dueAt)
    }

    static func activity(of account: AccountID, _ kind: String, at instant: Instant = now) -> ActivityRecord {
        ActivityRecord(
            id: id(), accountID: account, kind: kind, at: instant, actor: .service, actorName: "billing", details: [5])
    }

    static func revocation(at instant: Instant = now) -> RevocationRecord {
        RevocationRecord(id: uuid(), kind: .apiKey, subject: uuid(), accountID: id(), at: instant)
    }

    static func recording(of account: AccountID, key: String) -> RecordingRecord {
        RecordingRecord(
            id: id(), accountID: account, objectKey: "\(account.text)/\(key)", sizeBytes: 12, recordedAt: now)
    }

    static func deletion(of account: AccountID) -> DeletionRecord {
        DeletionRecord(
            accountID: account, receiptHash: hash(), requestedAt: now, revokedSessions: 1, revokedAPIKeys: 2,
            revokedBrowserProfiles: 3, revokedDriverSessions: 4, purgeDueAt: now + .days(14))
    }

    /// Random-looking bytes that a scan of files can look for.
    static func wrappedKey() -> [UInt8] { (0..<3).flatMap { _ in hash().bytes } }
}

extension OpenStore {
    /// An account with a data key.
    func account(
        state: AccountState = .active, address: KeyedHash? = Make.hash(), totp: TOTPRecord? = nil
    ) async throws -> AccountRecord {
        let account = Make.account(state: state, address: address, totp: totp)
        try await change { rows throws(DomainError) in
            try rows.insertDataKey(Make.wrappedKey(), of: account.id)
            try rows.insert(account)
        }
        return account
    }
}
