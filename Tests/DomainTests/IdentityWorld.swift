import Domain

/// A server without a server: rows in memory, a clock that the test moves, and the customer who reads the mails.
final class IdentityWorld {
    let rows = IdentityRows()
    let clock = HandClock()
    private let random = CountingRandom()
    private let service = Principal.anonymous(ServiceIdentity(name: "dashboard", scopes: [], isSupport: false))
    private var readJobs: Set<UUIDv7> = []

    var environment: Environment {
        Environment(
            clock: clock, random: random, cryptography: PlainCryptography(), passwords: PlainHasher(),
            timeZones: OneZone(), qrCodes: NoQRCodes(), policy: Policy())
    }

    var work: Work { Work(rows, environment) }

    func run<Change: Operation>(_ change: Change, as owner: AccountID? = nil) throws(DomainError) -> Change.Answer {
        let principal = owner.map(principal(of:)) ?? service
        return try transact { () throws(DomainError) in try change.perform(work, as: principal) }
    }

    func run<Change: HashedOperation>(_ change: Change) throws(DomainError) -> Change.Answer {
        try finish(change, try prepare(change))
    }

    /// Up to the hash; several calls may stand here at once.
    func prepare<Change: HashedOperation>(_ change: Change) throws(DomainError) -> Change.Hashed {
        let prepared = try transact { () throws(DomainError) in try change.prepare(work, as: service) }
        return try change.hash(prepared, in: environment)
    }

    func finish<Change: HashedOperation>(_ change: Change, _ hashed: Change.Hashed) throws(DomainError) -> Change.Answer
    {
        try transact { () throws(DomainError) in try change.finish(work, hashed, as: service) }
    }

    /// Thrown: rolled back. Refused: the writes stay.
    private func transact<Answer>(
        _ body: () throws(DomainError) -> Verdict<Answer>
    ) throws(DomainError) -> Answer {
        let before = rows.state
        let verdict: Verdict<Answer>
        do {
            verdict = try body()
        } catch {
            rows.state = before
            throw error
        }
        switch verdict {
        case .done(let answer): return answer
        case .refuse(let error): throw error
        }
    }

    /// As an operator's tool.
    func runAsSupport<Change: Operation>(_ change: Change) throws(DomainError) -> Change.Answer {
        let support = Principal.support(ServiceIdentity(name: "desk", scopes: [], isSupport: true))
        return try transact { () throws(DomainError) in try change.perform(work, as: support) }
    }

    private func principal(of account: AccountID) -> Principal {
        let session = SessionRecord(
            id: SessionID(account.uuid), accountID: account, tokenHash: hash("session"), deviceLabel: [],
            createdAt: clock.now(), authenticatedAt: clock.now(), expiresAt: clock.now() + .days(30),
            lastSeenAt: clock.now(), twoFactor: false)
        return .owner(Owner(account: account, session: session))
    }

    func hash(_ text: String) -> KeyedHash { environment.cryptography.keyedHash(.sessionToken, Array(text.utf8)) }

    func addressHash(_ email: String) throws(DomainError) -> KeyedHash {
        try EmailAddress(parsing: email).hash(environment.cryptography)
    }

    /// The mails that came since this was last asked.
    func mails() throws(DomainError) -> [MailContent] {
        var contents: [MailContent] = []
        for job in rows.state.jobs where job.kind == .mail && readJobs.insert(job.id).inserted {
            let vault = try work.look.vault(of: job.accountID)
            contents.append(try MailContent(decoding: vault.open(job.payload, .outboxMail, row: job.subject)))
        }
        return contents
    }

    /// The token in the only link among the mails that came.
    func linkToken() throws(DomainError) -> String {
        let links = try mails().map(\.link).filter { !$0.isEmpty }
        guard links.count == 1, let token = links[0].split(separator: "#token=").last else {
            throw .notFound("one link")
        }
        return String(token)
    }

    func account(_ email: String) throws(DomainError) -> AccountRecord {
        guard let account = try rows.account(addressHash: addressHash(email)) else { throw .notFound("account") }
        return account
    }

    func profile(_ account: AccountID) throws(DomainError) -> Profile {
        guard let record = try rows.account(account) else { throw .notFound("account") }
        return try work.look.vault(of: account).profile(of: record)
    }

    /// Nil for a password that isn't the account's.
    func isPassword(_ password: String, of account: AccountID) throws(DomainError) -> Bool {
        guard let record = try rows.account(account) else { return false }
        let phc = try work.look.vault(of: account).open(record.passwordHash, .passwordHash)
        return phc == Array("plain:\(password)".utf8)
    }

    static let password = "vurm kelp ondat rusk"

    func signUp(_ email: String, name: String = "Mira Tolva", password: String = IdentityWorld.password)
        throws(DomainError)
    {
        _ = try run(SignUp(email: email, password: password, displayName: name, timeZone: "UTC"))
    }

    /// Signed up and verified, an hour ago.
    func customer(_ email: String) throws(DomainError) -> AccountID {
        try signUp(email)
        let account = try run(VerifyEmail(token: linkToken())).account
        _ = try mails()
        clock.pass(Throttle.mailWindow)
        return account
    }

    static let secret = Array("12345678901234567890".utf8)

    func turnOnTwoFactor(_ id: AccountID, recoveryCodes: [String] = []) throws(DomainError) {
        guard var account = try rows.account(id) else { throw .notFound("account") }
        account.totp = TOTPRecord(
            secret: try work.look.vault(of: id).seal(Self.secret, .totpSecret), confirmedAt: clock.now())
        _ = try rows.update(account)
        let digits = recoveryCodes.compactMap(RecoveryCodes.canonical)
        rows.state.recoveryCodes[id] = Set(
            digits.map { RecoveryCodes.hash($0, of: id, environment.cryptography) })
    }

    func totpCode() -> String {
        let step = TOTP.step(at: clock.now())
        return String(
            decoding: TOTP.code(secret: Self.secret, step: step, environment.cryptography), as: UTF8.self)
    }
}

final class HandClock: Clock, @unchecked Sendable {
    var instant = Instant(seconds: 1_800_000_000)
    func now() -> Instant { instant }
    func pass(_ span: TimeSpan) { instant = instant + span }
}

struct PlainHasher: PasswordHasher {
    func hash(_ password: [UInt8]) -> String? { "plain:" + String(decoding: password, as: UTF8.self) }
    func verify(_ password: [UInt8], against phc: String) -> Bool { hash(password) == phc }
    func needsRehash(_ phc: String) -> Bool { false }
    var decoy: String { "plain" }
}

struct OneZone: TimeZones {
    struct UTC: TimeZoneRules {
        func offset(at instant: Instant) -> (seconds: Int, abbreviation: String) { (0, "UTC") }
    }
    func zone(named identifier: String) -> (any TimeZoneRules)? { identifier == "UTC" ? UTC() : nil }
}

struct NoQRCodes: QRCodeRenderer {
    func svg(for text: String) -> String? { nil }
}
