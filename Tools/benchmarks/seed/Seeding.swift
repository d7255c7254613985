import Crypto
import Domain
import Platform

/// How one account's rows are made.
struct Seeding: Sendable {
    struct Plan: Sendable {
        let email: String
        let tokens: [String]
    }

    private let environment: Environment
    private let passwordHash: String
    private let now: Instant

    init(folder: String, password: String) throws {
        let cryptography = try ServerCryptography(keys: try ServerKeys.loadOrCreate(folder: folder + "/keys"))
        let passwords = try Argon2idHasher()
        environment = Environment(
            clock: SystemClock(), random: SystemRandom(), cryptography: cryptography, passwords: passwords,
            timeZones: TZifTimeZones(), qrCodes: LibQREncode(), policy: Policy())
        passwordHash = passwords.hash(Array(password.utf8)) ?? ""
        now = environment.clock.now()
    }

    func plan(_ index: Int, sessions: Int) -> Plan {
        Plan(
            email: "customer\(index)@example.com",
            tokens: (0..<sessions).map { _ in Tokens.make(.session, environment.random) })
    }

    func insert(_ plan: Plan, _ rows: any Transaction) throws(DomainError) {
        let account = AccountID(environment.uuid(at: now))
        let (key, wrapped) = environment.cryptography.makeDataKey(for: account)
        let vault = Vault(account: account, key: key, cryptography: environment.cryptography)
        let address = try EmailAddress(parsing: plan.email).hash(environment.cryptography)
        let profile = Profile(displayName: "Customer", email: plan.email, timeZone: "Europe/Berlin")
        try rows.insertDataKey(wrapped, of: account)
        try rows.insert(
            AccountRecord(
                id: account, state: .active, addressHash: address, profile: vault.seal(profile.encoded, .profile),
                emailVerifiedAt: now, passwordHash: vault.seal(Array(passwordHash.utf8), .passwordHash),
                passwordChangedAt: now, createdAt: now))
        for token in plan.tokens {
            let id = SessionID(environment.uuid(at: now))
            try rows.insert(
                SessionRecord(
                    id: id, accountID: account, tokenHash: environment.cryptography.hash(.sessionToken, token: token),
                    deviceLabel: vault.seal(Array("Firefox on Linux".utf8), .userAgent, row: id.uuid), createdAt: now,
                    authenticatedAt: now, expiresAt: now + environment.policy.sessionAbsolute, lastSeenAt: now,
                    twoFactor: false))
        }
    }

    /// Rows of activity, chained as operations chain them.
    func record(_ count: Int, of email: String, _ rows: any Transaction) throws(DomainError) {
        let address = try EmailAddress(parsing: email).hash(environment.cryptography)
        guard let account = try rows.account(addressHash: address) else { throw .notFound("account") }
        let work = Work(rows, environment)
        let vault = try work.look.vault(of: account.id)
        for index in 0..<count {
            let driver: DriverSessionID = work.newID()
            try work.record(
                .driverSessionStarted, vault, by: .service, named: "driver",
                [ActivityDetail("driver_session_id", driver.text), ActivityDetail("label", "run \(index)")])
        }
    }

    /// Mails that wait, to one customer after another.
    func promise(_ numbers: Range<Int>, to emails: [String], _ rows: any Transaction) throws(DomainError) {
        let work = Work(rows, environment)
        for (offset, email) in emails.enumerated() {
            let address = try EmailAddress(parsing: email).hash(environment.cryptography)
            guard let account = try rows.account(addressHash: address) else { throw .notFound("account") }
            let vault = try work.look.vault(of: account.id)
            for number in numbers where number % emails.count == offset {
                let content = MailContent(
                    template: "support_reply", category: "support_reply", recipientName: "Customer",
                    recipientAddress: email, timeZone: "Europe/Berlin",
                    variables: [.init("message", .text("Reply \(number)")), .init("time", .time(now))])
                try work.send(content, subject: "Reply \(number)", vault)
            }
        }
    }
}
