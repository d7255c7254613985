/// An operation asks for its account's vault again and again; unwrapping the key is the dear part of it.
private final class LastVault {
    var opened: (wrapped: [UInt8], vault: Vault)?
}

extension DomainError {
    fileprivate static func withoutKey(_ account: AccountID) -> DomainError {
        .corrupted("data key of \(account.text)")
    }
}

/// What an operation looks with: one consistent view and one `now`.
package struct Look {
    package let rows: any ReadTransaction
    package let environment: Environment
    package let now: Instant
    private let lastVault: LastVault

    package init(_ rows: any ReadTransaction, _ environment: Environment) {
        self.rows = rows
        self.environment = environment
        now = environment.clock.now()
        lastVault = LastVault()
    }
}

/// What an operation works with: one transaction and one `now`.
package struct Work {
    package let rows: any Transaction
    package let environment: Environment
    package let now: Instant
    private let lastVault = LastVault()

    package init(_ rows: any Transaction, _ environment: Environment) {
        self.rows = rows
        self.environment = environment
        now = environment.clock.now()
    }

    /// The same transaction, for rules that only look.
    package var look: Look { Look(rows, environment, now, lastVault) }
}

extension Look {
    fileprivate init(
        _ rows: any ReadTransaction, _ environment: Environment, _ now: Instant, _ lastVault: LastVault
    ) {
        self.rows = rows
        self.environment = environment
        self.now = now
        self.lastVault = lastVault
    }

    /// Opens and seals what belongs to one account; `corrupted` when its data key is gone.
    package func vault(of account: AccountID) throws(DomainError) -> Vault {
        guard let wrapped = try rows.wrappedDataKey(of: account) else { throw .withoutKey(account) }
        if let last = lastVault.opened, last.vault.account == account, last.wrapped == wrapped { return last.vault }
        guard let key = environment.cryptography.unwrapDataKey(wrapped, for: account) else {
            throw .withoutKey(account)
        }
        let vault = Vault(account: account, key: key, cryptography: environment.cryptography)
        lastVault.opened = (wrapped, vault)
        return vault
    }

    /// The account, if it can be worked with; a deleted one is as absent as one that never was.
    package func activeAccount(_ id: AccountID) throws(DomainError) -> AccountRecord {
        guard let account = try rows.account(id), account.state == .active else { throw .notFound("account") }
        return account
    }
}

extension Environment {
    /// A fresh id, above every one that was made before: lists are in the order of their ids.
    package func uuid(at now: Instant) -> UUIDv7 {
        random.uuid(at: now)
    }
}

extension Work {
    package func newID<Kind>() -> Identifier<Kind> { Identifier(environment.uuid(at: now)) }
}

/// One account's sealed values.
package struct Vault: Sendable {
    package let account: AccountID
    private let key: DataKey
    private let cryptography: any Cryptography

    package init(account: AccountID, key: DataKey, cryptography: any Cryptography) {
        self.account = account
        self.key = key
        self.cryptography = cryptography
    }

    package func seal(_ bytes: [UInt8], _ field: SealedField, row: UUIDv7 = UUIDv7(high: 0, low: 0)) -> [UInt8] {
        cryptography.seal(bytes, under: .data(key), binding: SealBinding(account: account, field: field, row: row))
    }

    package func open(
        _ sealed: [UInt8], _ field: SealedField, row: UUIDv7 = UUIDv7(high: 0, low: 0)
    ) throws(DomainError) -> [UInt8] {
        let binding = SealBinding(account: account, field: field, row: row)
        guard let bytes = cryptography.open(sealed, under: .data(key), binding: binding) else {
            throw .corrupted("\(field) of \(account.text)")
        }
        return bytes
    }

    package func profile(of account: AccountRecord) throws(DomainError) -> Profile {
        try Profile(decoding: open(account.profile, .profile))
    }

    package func text(_ sealed: [UInt8], _ field: SealedField, row: UUIDv7) throws(DomainError) -> String {
        guard let text = String(validating: try open(sealed, field, row: row), as: UTF8.self) else {
            throw .corrupted("\(field) of \(account.text)")
        }
        return text
    }
}
