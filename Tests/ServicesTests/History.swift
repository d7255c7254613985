import Crypto
import Domain
import Foundation
import Platform
import SQLiteStore
import Synchronization
import TestSupport

/// A clock that a test sets.
final class SetClock: Clock {
    private let microseconds: Atomic<Int64>

    init(_ instant: Instant) { microseconds = Atomic(instant.microseconds) }

    func now() -> Instant { Instant(microseconds: microseconds.load(ordering: .relaxed)) }
    func set(_ instant: Instant) { microseconds.store(instant.microseconds, ordering: .relaxed) }
}

/// A real store under real keys, in a folder of its own; operations are run on it as the lanes do.
final class World: Sendable {
    static let start = Instant(seconds: 1_775_000_000)

    let folder: String
    let clock = SetClock(World.start)
    let environment: Environment
    let store: SQLiteStore
    let meters = StoreMeters()

    /// `clock`: instead of the one that a test sets.
    init(clock: (any Clock)? = nil) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("world-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        environment = Environment(
            clock: clock ?? self.clock, random: SystemRandom(),
            cryptography: try ServerCryptography(keys: try ServerKeys.loadOrCreate(folder: folder + "/keys")),
            passwords: try Argon2idHasher(memoryKiB: 7_168, passes: 5), timeZones: TZifTimeZones(),
            qrCodes: LibQREncode(), policy: Policy())
        var options = SQLiteStoreOptions()
        options.meters = meters
        store = try SQLiteStore.open(folder: folder, options: options)
    }

    func discard() {
        store.close()
        try? FileManager.default.removeItem(atPath: folder)
    }

    @discardableResult
    func change<Value: Sendable>(
        in environment: Environment? = nil, _ body: @escaping @Sendable (Work) throws(DomainError) -> Value
    ) async throws -> Value {
        let environment = environment ?? self.environment
        let outcome: Outcome<Value> = await withCheckedContinuation { continuation in
            store.write(unless: { false }) { rows throws(DomainError) in
                .done(try body(Work(rows, environment)))
            } then: {
                continuation.resume(returning: $0)
            }
        }
        switch outcome {
        case .committed(let value): return value
        case .refused(let error), .failed(let error): throw error
        }
    }

    func look<Value: Sendable>(_ body: @escaping @Sendable (Look) throws(DomainError) -> Value) async throws -> Value {
        try await withCheckedContinuation { continuation in
            store.read(unless: { false }) { [environment] rows throws(DomainError) in
                try body(Look(rows, environment))
            } then: {
                continuation.resume(returning: $0)
            }
        }.get()
    }

    /// An active account that nothing was recorded of.
    func account(_ name: String = "Robin Vale") async throws -> AccountID {
        try await change { work throws(DomainError) in
            let id: AccountID = work.newID()
            let (key, wrapped) = work.environment.cryptography.makeDataKey(for: id)
            let vault = Vault(account: id, key: key, cryptography: work.environment.cryptography)
            let email = "c-\(id.uuid.text)@example.com"
            let profile = Profile(displayName: name, email: email, timeZone: "UTC")
            try work.rows.insertDataKey(wrapped, of: id)
            try work.rows.insert(
                AccountRecord(
                    id: id, state: .active,
                    addressHash: try EmailAddress(parsing: email).hash(work.environment.cryptography),
                    profile: vault.seal(profile.encoded, .profile), emailVerifiedAt: work.now,
                    passwordHash: vault.seal([1], .passwordHash), passwordChangedAt: work.now, createdAt: work.now))
            return id
        }
    }

    func principal(_ account: AccountID) -> Principal {
        let session = SessionRecord(
            id: SessionID(environment.uuid(at: clock.now())), accountID: account,
            tokenHash: KeyedHash(word0: 1, word1: 2, word2: 3, word3: 4), deviceLabel: [], createdAt: clock.now(),
            authenticatedAt: clock.now(), expiresAt: clock.now() + .days(30), lastSeenAt: clock.now(),
            twoFactor: false)
        return .owner(Owner(account: account, session: session))
    }

    /// The export's pieces. `between` is called after each.
    func export(_ account: AccountID, between: (Int) async throws -> Void = { _ in }) async throws -> [[UInt8]] {
        let principal = principal(account)
        var next: ExportData.Place? = try await look { look throws(DomainError) in
            try ExportData().begin(look, as: principal)
        }
        var pieces: [[UInt8]] = []
        while let place = next {
            let told = try await look { look throws(DomainError) in try ExportData().piece(look, at: place) }
            pieces.append(told.piece)
            next = told.next
            try await between(pieces.count)
        }
        return pieces
    }
}

/// Rows as no person would make them.
struct RandomHistory {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 2_654_435_761 &+ 1 }

    mutating func next() -> UInt64 {
        // SplitMix64.
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
        return word ^ word >> 31
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }

    private static let scalars: [Unicode.Scalar] = [
        "a", "Z", "0", " ", "\"", "\\", "/", "\u{7F}", "\u{1}", "\n", "\t", "é", "ı", "名", "\u{2028}", "\u{FEFF}",
        "e\u{301}",
        "👩", "\u{200D}", "\u{10FFFF}", "\u{0}", "<", "&",
    ].flatMap { String($0).unicodeScalars }

    mutating func text(upTo count: Int) -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<below(count + 1) { text.append(Self.scalars[below(Self.scalars.count)]) }
        return String(text)
    }

    struct Row: Sendable {
        let kind: ActivityKind
        let actor: Domain.Actor
        let actorName: String
        let details: [ActivityDetail]
        /// The clock goes back at times.
        let step: TimeSpan
    }

    mutating func row() -> Row {
        let actors: [Domain.Actor] = [.customer, .service, .support, .system]
        var details: [ActivityDetail] = []
        for _ in 0..<below(4) { details.append(ActivityDetail(text(upTo: 8), text(upTo: 20))) }
        return Row(
            kind: ActivityKind.allCases[below(ActivityKind.allCases.count)], actor: actors[below(4)],
            actorName: below(2) == 0 ? "" : text(upTo: 12), details: details,
            step: TimeSpan(microseconds: Int64(below(200_000_000)) - 20_000_000))
    }
}
